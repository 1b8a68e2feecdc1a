import { dateInWords, daysBetween } from '../../plan/calendar.ts';
import { latestKnown } from '../../plan/facts/history.ts';
import { stateOf } from '../../plan/facts/progress.ts';
import { weightOfAction } from '../../plan/facts/strength.ts';
import type { Fact } from '../../plan/plan.ts';
import { count } from '../../plan/words.ts';
import { check } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';

export const staleUpdate = check({
  id: 'stale-update',
  title: 'Action without a recent update',
  what: 'An open action that answers a must-do, a notice or undertakings has had no update for more than 31 days before the as-at date, or none that has a date. A plan of fewer than five actions that holds no update at all is taken to be new.',
  why: 'A committee that meets every month judges by the SRO’s latest word; an old one tells it nothing.',
  source:
    'Practice: trusts’ plans are brought up to date every month before the committee meets; “how current is the data?” (good-governance.org.uk, on board assurance).',
  falsePositives:
    'An action that was set up within the last month, and a trust that reports every quarter: set the option days to 92.',
  severity: { notice: 'error', must: 'warning', should: 'info', other: 'info' },
  preset: 'recommended',
  options: {
    days: {
      default: 31,
      min: 1,
      max: 3660,
      doc: 'How many days an update may be old.',
    },
  },
  over: 'action',
  appliesTo: (action, { plan, asAt }) =>
    stateOf(plan, action, asAt) === 'open' && isBinding(weightOfAction(plan, action)),
  *run(action, { plan, asAt, options }) {
    if (!plan.fact(hasBegun)) return;
    const dated = action.item.updates.filter(({ on }) => on.value?.first !== undefined);
    const update = latestKnown(dated, ({ on }) => on, asAt);
    const on = update?.on.value;
    const day = on?.last;
    const age = day === undefined ? undefined : daysBetween(day, asAt);
    if (age !== undefined && age <= (options.days ?? 0)) return;
    const fact =
      on === undefined || age === undefined
        ? `has no ${action.item.updates.length > 0 ? 'dated update' : 'update'}`
        : `was last updated ${on.form === 'day' ? 'on' : 'in'} ${dateInWords(on)}, ${count(age, 'day')} ago`;
    yield {
      at: update?.on.span ?? action.item.idSpan,
      message: `Action ${action.id} ${fact}.`,
      todo: 'Ask its SRO how far it is, and add an update with its date.',
      fixes: () => [
        fixToLookAt(
          'Say that an update is to come',
          addLine(action, `update ${asAt} unknown tbc "how far it is"`),
        ),
      ],
    };
  },
  whenAll: (amount) => ({
    message: `None of the ${String(amount)} open actions for must-dos and notices has a recent update.`,
    todo: 'Ask each SRO how far the action is, and add an update with its date.',
  }),
  examples: {
    flagged: [
      {
        plan: `
inspection CQC-2017 "CQC inspection" {
  must M1 "Staff record their supervision"
}
action C "Bring recorded supervision to 85 %" {
  for M1
  update 2018-04-02 on-track
  update 2018-05-30 at-risk "Two wards are late"
         ^^^^^^^^^^ Action C was last updated on 30 May 2018, 32 days ago.
  update 2018-09-02 on-track "Not known yet on 1 July"
}
action D "Write guidance on safe medicines" {
       ^ Action D has no update.
  for M1
}
action E "Reduce blind spots" {
       ^ Action E has no dated update.
  for M1
  update unknown on-track
}
action F "Open the rooms" {
  for M1
  update 2018-04 on-track
         ^^^^^^^ Action F was last updated in April 2018, 62 days ago.
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection" {
  must   M1 "Staff record their supervision"
  should S1 "Tell people how to reach an advocate"
}
action C "Bring recorded supervision to 85 %" {
  for M1
  update 2018-05-31 on-track
}
action D "Write guidance on safe medicines" {
  for       M1
  update    2018-02-01 on-track
  completed 2018-02-14
}
action E "Print the leaflet" {
  for S1
}
action F "Reduce blind spots" {
  for M1
  update 2018-06-29 unknown "The SRO reports on Tuesday"
}
`,
      },
      {
        plan: `
inspection CQC-2017 "CQC inspection" {
  must M1 "Staff record their supervision"
}
action C "Bring recorded supervision to 85 %" {
  for M1
}
`,
      },
    ],
  },
});

/** So many actions are a plan at work, even if it holds no update. */
const manyActions = 5;

/** Whether the plan is one that updates can be asked of. */
const hasBegun: Fact<boolean> = {
  of: (plan) => {
    const actions = plan.all('action');
    return actions.length >= manyActions || actions.some(({ item }) => item.updates.length > 0);
  },
};

const isBinding = (weight: string): boolean => weight === 'notice' || weight === 'must';
