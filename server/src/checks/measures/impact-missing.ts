import { strengthOfAction } from '../../plan/facts/strength.ts';
import { check } from '../check.ts';
import { fixToLookAt } from '../shared/fixes.ts';
import { gapIn, isUnfinished } from '../shared/gaps.ts';

export const impactMissing = check({
  id: 'impact-missing',
  title: 'Nothing on how people are affected until then',
  what: 'An unfinished action that answers a must-do does not say how people who use the service are affected until it is done, or says that they are not. Tbc is an answer for now.',
  why: 'A must-do is a breach of a regulation. Until it is put right somebody bears it, and what keeps them safe meanwhile has to be said.',
  source:
    'Practice: CQC’s form for the report on actions that a provider plans to take asks, as the columns of published plans do, how people who use the service will be affected if the requirement is not met until the date given.',
  falsePositives:
    'A breach on paper alone, such as a register that was not kept: say in impact why nobody is affected.',
  severity: { must: 'warning', should: 'info', other: 'info' },
  // A plan that was not written for the form of CQC has no such column.
  preset: 'strict',
  over: 'action',
  appliesTo: (action, context) =>
    isUnfinished(action, context) && strengthOfAction(context.plan, action) === 'must',
  *run(action) {
    const text = action.item.impact?.text;
    const gap = gapIn(action, 'impact', text);
    if (gap === undefined) return;
    const words = text?.given === undefined ? '' : ` (“${text.given}”)`;
    yield {
      at: gap.at,
      message:
        gap.word === ''
          ? `Action ${action.id} answers a must-do, and nothing says how people are affected until it is done.`
          : `Action ${action.id} answers a must-do, and of how people are affected until it is done it says ${gap.word}${words}.`,
      todo: 'Say with impact what may happen to people until it is done, and what keeps them safe meanwhile.',
      fixes: () => [
        fixToLookAt(
          'Say that the impact is to be confirmed',
          gap.fill('tbc "how people are affected until then"'),
        ),
      ],
    };
  },
  whenAll: (count) => ({
    message: `None of the ${String(count)} unfinished actions that answer must-dos says how people are affected until it is done.`,
    todo: 'Say with impact for each what may happen to people until it is done, and what keeps them safe meanwhile.',
  }),
  examples: {
    flagged: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff record their supervision"
}
action C "Bring recorded supervision to 85 %" {
  for    SUPERVISION
  impact none given "No impact"
         ^^^^ Action C answers a must-do, and of how people are affected until it is done it says none (“No impact”).
}
action D "Give each ward a device" {
       ^ Action D answers a must-do, and nothing says how people are affected until it is done.
  for SUPERVISION
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must   SUPERVISION "Staff record their supervision"
  should ADVOCACY "People know how to reach an advocate"
}
action C "Bring recorded supervision to 85 %" {
  for    SUPERVISION
  impact "Staff might lack support; matrons meet each of them once a month meanwhile"
}
action D "Give each ward a device" {
  for    SUPERVISION
  impact tbc "after the meeting in July"
}
action E "Put up posters" {
  for ADVOCACY
}
action F "Teach supervisors" {
  for    SUPERVISION
  closed 2018-06-13 by CEG
}
`,
      },
    ],
  },
});
