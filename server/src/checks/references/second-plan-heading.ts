import { always, check } from '../check.ts';
import { titleOf } from '../shared/names.ts';

export const secondPlanHeading = check({
  id: 'second-plan-heading',
  title: 'Second heading of a plan',
  what: 'The files of one project have more than one plan block. The first, in the order of the files, counts as the heading.',
  why: 'The heading says whose plan it is, whether it is approved and what a month means; with two of them, half the plan may be read by the wrong one.',
  source: 'The language reference, docs/language.md: a project has one plan heading.',
  falsePositives:
    'Plans that have nothing to do with each other in one folder: give each a folder with a mustdo.json.',
  severity: always('error'),
  preset: 'setting-up',
  over: 'plan',
  *run(heading, { plan }) {
    const [first] = plan.all('plan');
    if (first === undefined || first === heading) return;
    yield {
      at: heading.item.headerSpan,
      message: `Plan ${heading.id}, ${titleOf(heading)}, is a second heading in this project: plan ${first.id}, ${titleOf(first)}, is its first.`,
      todo: 'Keep one of them, or give each plan a folder with its own mustdo.json.',
      related: [
        { place: { unit: first.unit, span: first.item.headerSpan }, message: 'The first heading.' },
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
plan LPT-2018 "CQC action plan 2018" {
  next-inspection 2018-12
}
plan LPT-2019 "CQC action plan 2019"
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Plan LPT-2019, “CQC action plan 2019”, is a second heading in this project: plan LPT-2018, “CQC action plan 2018”, is its first.
`,
      },
    ],
    clean: [
      {
        plan: `
plan LPT-2018 "CQC action plan 2018" {
  next-inspection 2018-12
}
action F "Revise the cleaning schedules"
`,
      },
    ],
  },
});
