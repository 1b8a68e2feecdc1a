import { stateOf } from '../../plan/facts/progress.ts';
import { always, check } from '../check.ts';
import { fixToLookAt } from '../shared/fixes.ts';
import { gapIn } from '../shared/gaps.ts';

export const missingLead = check({
  id: 'missing-lead',
  title: 'Action without a lead',
  what: 'An open action names its SRO and nobody who does the work day to day: no lead, neither on the action nor on one of its steps; or its lead is none, n/a, unknown, unreadable or withheld. tbc is an answer for now.',
  why: 'The SRO answers for the action and seldom does it. Where nobody is named who does, it waits.',
  source:
    'Practice: the CQC’s report on actions asks who is responsible for the action; trusts’ plans name an operational lead beside the accountable one.',
  falsePositives:
    'A small service in which the SRO does the work: write the same role as lead, or leave this check to the strict preset.',
  severity: always('info'),
  preset: 'strict',
  over: 'action',
  appliesTo: (action, { plan, asAt }) =>
    action.item.sro?.owner.value !== undefined && stateOf(plan, action, asAt) === 'open',
  *run(action) {
    const { lead, steps } = action.item;
    if (steps.some((step) => step.lead?.value !== undefined)) return;
    const gap = gapIn(action, 'lead', lead?.leads);
    if (gap === undefined) return;
    yield {
      at: gap.at,
      message:
        gap.word === ''
          ? `Action ${action.id} has an SRO and no lead who does the work.`
          : `Action ${action.id} has an SRO and no lead who does the work: it says ${gap.word}.`,
      todo: 'Write the role of the one who does the work day to day, such as lead "Ward matron".',
      fixes: () => [
        fixToLookAt('Say that the lead is to be confirmed', gap.fill('tbc "who does the work"')),
      ],
    };
  },
  whenAll: (count) => ({
    message: `None of the ${String(count)} open actions that have an SRO names a lead who does the work.`,
    todo: 'Write in each action the role of the one who does the work day to day, such as lead "Ward matron".',
  }),
  examples: {
    flagged: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
       ^ Action C has an SRO and no lead who does the work.
  sro "Head of Nursing"
  step 1 "Agree the trajectory" due 2018-09
}
action D "Write guidance on medicines" {
  sro  "Head of Pharmacy"
  lead none
       ^^^^ Action D has an SRO and no lead who does the work: it says none.
}
`,
      },
    ],
    clean: [
      {
        plan: `
action C "Bring recorded supervision to 85 %" {
  sro  "Head of Nursing"
  lead "Ward matrons"
}
action D "Write guidance on medicines" {
  sro  "Head of Pharmacy"
  lead tbc "starts in August"
}
action E "Reduce blind spots" {
  sro "Head of Service"
  step 1 "Survey the wards" lead "Estates manager"
}
action F "Revise the cleaning schedules" {
  sro       "Head of Service"
  completed 2018-06-21
}
action G "Has no SRO, which is for missing-sro"
`,
      },
    ],
  },
});
