import type { Reference } from '../../language/slots.ts';
import { requirementsOf } from '../../plan/facts/coverage.ts';
import { latestKnown } from '../../plan/facts/history.ts';
import { stateOf } from '../../plan/facts/progress.ts';
import { fold } from '../../plan/entity.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { always, check } from '../check.ts';
import { addLine, fixToLookAt, replace } from '../shared/fixes.ts';

export const closedBySro = check({
  id: 'closed-by-sro',
  title: 'Closed by its own SRO or lead',
  what: 'The record by which an action is closed or sustained names the action’s own SRO, that of the requirements it answers where it has none, or its lead.',
  why: 'To close is to sign off what somebody else has done. Whoever answers for an action, or does the work, would mark their own.',
  source:
    'Practice: trusts close actions in a group or after a visit by peers, apart from the SRO. The second line of defence is apart from those who deliver (Good Governance Institute: three lines).',
  falsePositives: 'An SRO who wrote down what a committee decided: name the committee.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'action',
  *run(action, { plan, asAt }) {
    const state = stateOf(plan, action, asAt);
    if (state !== 'closed' && state !== 'sustained') return;
    const record = latestKnown(action.item[state], ({ on }) => on, asAt);
    const by = record?.by;
    if (by?.value === undefined) return;
    const role = roleOf(plan, action, by.value);
    if (role === undefined) return;
    const did = state === 'closed' ? 'was closed' : 'was said to be sustained';
    yield {
      at: by.span,
      message: `Action ${action.id} ${did} by ${by.value.name ?? by.value.id ?? ''}, who is its ${role}.`,
      todo: 'Name the committee that signed it off, or say reopened until one has.',
      fixes: () => [
        fixToLookAt(
          'Say that somebody else is to sign it off',
          replace(action.unit, by.span, 'tbc "who signs it off, apart from its SRO and lead"'),
        ),
        fixToLookAt(
          'Reopen it until somebody else has signed it off',
          addLine(action, `reopened ${asAt} because "Signed off by its ${role}"`),
        ),
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
sro HON "Head of Nursing"
sro MATRON "Matron, acute wards"
action F "Revise the cleaning schedules" {
  sro    HON
  closed 2018-06-14 by HON
                       ^^^ Action F was closed by HON, who is its SRO.
}
action G "Roll out the tool" {
  sro       HON
  lead      MATRON, "Ward manager"
  closed    2018-02-14 by CEG
  sustained 2018-06-13 by "Matron, acute wards"
                          ^^^^^^^^^^^^^^^^^^^^^ Action G was said to be sustained by Matron, acute wards, who is its lead.
}
`,
      },
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff record their supervision" {
    sro "Director of Nursing"
  }
}
action C "Bring recorded supervision to 85 %" {
  for    SUPERVISION
  closed 2018-06-14 by "Director of  nursing"
                       ^^^^^^^^^^^^^^^^^^^^^^ Action C was closed by Director of  nursing, who is its SRO.
}
`,
      },
    ],
    clean: [
      {
        plan: `
sro HON "Head of Nursing"
committee CEG "Clinical Effectiveness Group"
action F "Revise the cleaning schedules" {
  sro    HON
  closed 2018-06-14 by CEG
}
action G "Roll out the tool" {
  sro       HON
  closed    2018-03-14 by HON
  reopened  2018-04-11 because "Nobody else had looked"
  completed 2018-06-20 by HON
}
action H "Strengthen safe medicines" {
  sro    "Head of Pharmacy"
  closed 2018-06-14 by HON
}
`,
      },
    ],
  },
});

/** What somebody is to an action: its SRO or its lead. */
function roleOf(plan: Plan, action: Entity<'action'>, someone: Reference): string | undefined {
  const { sro, lead } = action.item;
  const sros =
    sro === undefined
      ? requirementsOf(plan, action).map(({ item }) => item.sro?.owner.value)
      : [sro.owner.value];
  if (sros.some((owner) => isSame(plan, owner, someone))) return 'SRO';
  const leads = lead?.leads.value ?? [];
  return leads.some((owner) => isSame(plan, owner, someone)) ? 'lead' : undefined;
}

/** Whether two references mean one role, declared or only named. */
function isSame(plan: Plan, one: Reference | undefined, other: Reference): boolean {
  if (one === undefined) return false;
  const found = plan.find('sro', one);
  if (found !== undefined) return plan.find('sro', other) === found;
  return one.name !== undefined && other.name !== undefined && fold(one.name) === fold(other.name);
}
