import { requirementsOf } from '../../plan/facts/coverage.ts';
import { check } from '../check.ts';
import { fixToLookAt } from '../shared/fixes.ts';
import { gapIn, isGap, isUnfinished } from '../shared/gaps.ts';

export const measureMissing = check({
  id: 'measure-missing',
  title: 'Action without a measure',
  what: 'An action that is not closed or withdrawn has no measure, and neither have the requirements it answers. A measure that is tbc is an answer for now. Actions that answer audits alone are left out: an audit is repeated, and that is the measure.',
  why: 'If nobody says how one will see that it works, nobody can show later that it did.',
  source:
    'Practice: CQC’s form for the report on actions that a provider plans to take asks, as the columns of published plans do, how the provider will make sure that improvements are made and sustained, and by which measures; an action is to be measurable (SMART).',
  falsePositives:
    'A measure that stands in the title or the description, as in “Bring supervision to 85 %”: say it again with measure.',
  severity: { must: 'warning', should: 'warning', other: 'info' },
  preset: 'recommended',
  over: 'action',
  appliesTo: isUnfinished,
  *run(action, { plan }) {
    const { measures } = action.item;
    if (measures.some(({ text }) => !isGap(text))) return;
    const gap = gapIn(action, 'measure', measures[0]?.text);
    if (gap === undefined) return;
    const requirements = requirementsOf(plan, action);
    const ofRequirements = requirements.flatMap(({ item }) => item.measures);
    if (ofRequirements.some(({ text }) => !isGap(text))) return;
    const ofAudit = requirements.filter(({ parent }) => parent?.item.keyword === 'audit');
    if (ofAudit.length > 0 && ofAudit.length === requirements.length) return;
    yield {
      at: gap.at,
      message:
        gap.word === ''
          ? `Action ${action.id} has no measure.`
          : `Action ${action.id} has no measure: it says ${gap.word}.`,
      todo: 'Say how one will see that it is done and works, such as measure "Ten records a month are complete".',
      fixes: () => [
        fixToLookAt(
          'Say that the measure is to be confirmed',
          gap.fill('tbc "how one will see that it works"'),
        ),
      ],
    };
  },
  whenAll: (count) => ({
    message: `None of the ${String(count)} unfinished actions has a measure.`,
    todo: 'Say for each how one will see that it is done and works.',
  }),
  examples: {
    flagged: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must CLEANING "Wards are clean" {
    measure unknown
  }
}
action F "Revise the cleaning schedules" {
       ^ Action F has no measure.
  for CLEANING
}
action G "Roll out the tool" {
  measure none given "-"
          ^^^^ Action G has no measure: it says none.
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff record their supervision" {
    measure "Supervision recorded in time"
  }
}
action C "Give each ward a device" {
  for SUPERVISION
}
action D "Write guidance on medicines" {
  measure unreadable
  measure "Spot checks every quarter"
}
action E "Reduce blind spots" {
  measure tbc "after the visit in July"
}
action F "Revise the cleaning schedules" {
  closed 2018-06-13 by CEG
}
audit FALLS "Audit of strength and balance training" {
  recommendation R1 unknown
}
action G "Agree standard exercises" {
  for FALLS:R1
}
`,
      },
    ],
  },
});
