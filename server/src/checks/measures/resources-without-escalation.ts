import { check } from '../check.ts';
import { addQualifier, fixToLookAt, replace } from '../shared/fixes.ts';
import { isGap, isUnfinished } from '../shared/gaps.ts';

export const resourcesWithoutEscalation = check({
  id: 'resources-without-escalation',
  title: 'Missing resources that nobody is told of',
  what: 'An unfinished action says what it needs that is not there, and neither where that is escalated nor which risk it stands under. Where nothing is missing, resources none or n/a says so.',
  why: 'What an action lacks will hold it up. Whoever can decide about staff or money has to know in time.',
  source:
    'Practice: CQC’s form for the report on actions that a provider plans to take asks, as the columns of published plans do, which resources are needed and whether they are available; at one trust the column asks where a gap is escalated.',
  falsePositives:
    'Resources that are needed and there: say none with given and the words of the paper, or put them into a note.',
  severity: { must: 'warning', should: 'info', other: 'info' },
  preset: 'recommended',
  over: 'action',
  appliesTo: (action, context) =>
    action.item.resources?.text.value !== undefined && isUnfinished(action, context),
  *run(action) {
    const { resources } = action.item;
    if (resources === undefined) return;
    const { escalate, risk } = resources;
    if (!isGap(escalate) || !isGap(risk)) return;
    yield {
      at: resources.text.span,
      message: `Action ${action.id} needs what is not there, and nothing says where that is escalated.`,
      todo: 'Say where with escalate, such as escalate "Executive team", or name the risk with risk.',
      fixes: () => [
        fixToLookAt(
          'Say that the escalation is to be confirmed',
          escalate === undefined
            ? addQualifier(action, resources, 'escalate tbc "to whom"')
            : replace(action.unit, escalate.span, 'tbc "to whom"'),
        ),
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  resources "A device on each ward"  // 24 in all
            ^^^^^^^^^^^^^^^^^^^^^^^ Action C needs what is not there, and nothing says where that is escalated.
}
action D "Write guidance on medicines" {
  resources "A pharmacist for two days a week" escalate none
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Action D needs what is not there, and nothing says where that is escalated.
}
`,
      },
    ],
    clean: [
      {
        plan: `
risk 1034 "Too few registered nurses"
action C "Bring recorded supervision to 85 %" {
  resources "A device on each ward" escalate "Finance committee"
}
action D "Hire nurses" {
  resources "Twelve nurses" risk 1034
}
action E "Reduce blind spots" {
  resources n/a
}
action F "Revise the cleaning schedules" {
  resources none given "Within existing budgets"
}
action G "Roll out the tool" {
  resources "Staff time" escalate tbc
}
action H "Strengthen safe medicines" {
  resources "A fridge on each ward"
  closed    2018-06-13 by CEG
}
`,
      },
    ],
  },
});
