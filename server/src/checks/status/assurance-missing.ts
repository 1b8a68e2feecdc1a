import { knownAt } from '../../plan/facts/history.ts';
import { strengthOfAction } from '../../plan/facts/strength.ts';
import { check } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';
import { isGap, isUnfinished } from '../shared/gaps.ts';

export const assuranceMissing = check({
  id: 'assurance-missing',
  title: 'Must-do without a judgement of assurance',
  what: 'An action that answers a must-do, open or complete, has no judgement of a committee on record. A word of the scale that means not yet rated is one, and tbc is an answer for now.',
  why: 'The SRO’s word is not assurance. Until a committee has judged it, nobody apart from the SRO has said that a must-do is in hand.',
  source:
    'Practice: the form of action plan at one trust has a column for the committee’s rating of assurance, filled in by the group that oversees the action.',
  falsePositives:
    'An action whose committee has not met since it was agreed: say so in a word that means not-yet-rated.',
  severity: { must: 'warning', should: 'info', other: 'info' },
  // Committees judge actions as they come round: in real plans half of them wait for it.
  preset: 'strict',
  over: 'action',
  appliesTo: (action, context) =>
    isUnfinished(action, context) && strengthOfAction(context.plan, action) === 'must',
  *run(action, { asAt }) {
    const known = action.item.assurances.filter(({ on }) => knownAt(on, asAt));
    if (known.some(({ level }) => !isGap(level))) return;
    const latest = known.at(-1);
    const word = latest?.level.missing;
    yield {
      at: latest?.level.span ?? action.item.idSpan,
      message: `Action ${action.id} answers a must-do, and no committee’s judgement of it is on record${word === undefined ? '' : `: it says ${word}`}.`,
      todo: 'Ask its committee, and record the assurance with who gave it and when. If it has not judged it, say not-yet-rated.',
      fixes: () => [
        fixToLookAt(
          'Say that the judgement is to be confirmed',
          addLine(action, `assurance tbc "the committee’s judgement" on ${asAt}`),
        ),
      ],
    };
  },
  whenAll: (count) => ({
    message: `None of the ${String(count)} unfinished actions that answer must-dos has a committee’s judgement on record.`,
    todo: 'Ask the committees, and record the assurance of each action with who gave it and when.',
  }),
  examples: {
    flagged: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff record their supervision"
}
action C "Bring recorded supervision to 85 %" {
       ^ Action C answers a must-do, and no committee’s judgement of it is on record.
  for SUPERVISION
}
action D "Give each ward a device" {
  for       SUPERVISION
  assurance unreadable "3" by CEG on unknown
            ^^^^^^^^^^^^^^ Action D answers a must-do, and no committee’s judgement of it is on record: it says unreadable.
}
action E "Teach supervisors" {
       ^ Action E answers a must-do, and no committee’s judgement of it is on record.
  for       SUPERVISION
  completed 2018-06-20
  assurance full on 2018-07-11
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
  for       SUPERVISION
  assurance not-yet-rated by CEG on 2018-06-13
}
action D "Give each ward a device" {
  for       SUPERVISION
  assurance tbc "the group meets on 11 July" by CEG
}
action E "Teach supervisors" {
  for    SUPERVISION
  closed 2018-06-13 by CEG
}
action F "Put up posters" {
  for ADVOCACY
}
`,
      },
    ],
  },
});
