import { requirementsOf } from '../../plan/facts/coverage.ts';
import type { Fix } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { check } from '../check.ts';
import { fixToLookAt } from '../shared/fixes.ts';
import { gapIn, isUnfinished, type Gap } from '../shared/gaps.ts';

export const missingSro = check({
  id: 'missing-sro',
  title: 'Action without an SRO',
  what: 'An action that is not closed or withdrawn names no senior responsible owner, and neither do the requirements it answers. None, n/a, unknown, unreadable and withheld name nobody; tbc is an answer for now.',
  why: 'One role has to answer for each action: without it nobody is asked, and nobody reports.',
  source:
    'Practice: trusts’ plans have a column for the senior responsible owner; each action should have one accountable lead.',
  falsePositives:
    'An SRO that the paper names elsewhere, such as once for a whole directorate: write it in, with inferred "why".',
  severity: { must: 'error', should: 'warning', other: 'warning' },
  preset: 'setting-up',
  over: 'action',
  appliesTo: isUnfinished,
  *run(action, { plan }) {
    const gap = gapIn(action, 'sro', action.item.sro?.owner);
    if (gap === undefined) return;
    const answered = requirementsOf(plan, action).some(
      ({ item }) => item.sro?.owner.value !== undefined,
    );
    if (answered) return;
    yield {
      at: gap.at,
      message:
        gap.word === ''
          ? `Action ${action.id} has no SRO.`
          : `Action ${action.id} has no SRO: it says ${gap.word}.`,
      todo: 'Write the role of the one who answers for it, such as sro "Head of Nursing", or sro tbc "who decides".',
      fixes: () => [
        fixToLookAt('Say that the SRO is to be confirmed', gap.fill('tbc "who answers for it"')),
        ...ownOfDirectorate(plan, action, gap),
      ],
    };
  },
  whenAll: (count) => ({
    message: `None of the ${String(count)} unfinished actions has an SRO.`,
    todo: 'Write for each action the role of the one who answers for it, such as sro "Head of Nursing".',
  }),
  examples: {
    flagged: [
      {
        plan: `
directorate CHS "Community Health Services"
sro HON-CHS "Head of Nursing (CHS)" {
  directorate CHS
}
action 18.5 "Record supervision" {
       ^^^^ Action 18.5 has no SRO.
  directorate CHS
  due         2018-10
}
action 18.6 "Bring supervision on forensic wards to 85 %" {
  sro unreadable "Head of"
      ^^^^^^^^^^^^^^^^^^^^ Action 18.6 has no SRO: it says unreadable.
  due 2018-10
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff record their supervision" {
    sro "Director of Nursing"
  }
}
action C "Bring recorded supervision to 85 %" {
  for SUPERVISION
}
action D "Write guidance on medicines" {
  sro "Head of Pharmacy"
}
action E "Reduce blind spots" {
  sro tbc "after the appointments in July"
}
action F "Revise the cleaning schedules" {
  closed 2018-06-21 by "Clinical Effectiveness Group"
}
action G "Roll out the tool" {
  withdrawn 2018-05-01 because "The supplier closed"
}
`,
      },
    ],
  },
});

/** The SRO of the action's directorate, where the plan declares exactly one. */
function ownOfDirectorate(plan: Plan, action: Entity<'action'>, gap: Gap): Fix[] {
  const directorate = plan.find('directorate', action.item.directorate?.directorate.value);
  const [sro, ...others] =
    directorate === undefined ? [] : plan.referring(directorate, 'sro', 'directorate');
  if (directorate === undefined || sro === undefined || others.length > 0) return [];
  return [fixToLookAt(`Name ${sro.id}, the SRO of ${directorate.id}`, gap.fill(sro.id))];
}
