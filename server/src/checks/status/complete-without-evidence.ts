import type { PlanDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';
import type { Span } from '../../language/tree.ts';
import { latestKnown } from '../../plan/facts/history.ts';
import { evidenceOf, progressOf, stateOf, type State } from '../../plan/facts/progress.ts';
import type { Entity } from '../../plan/plan.ts';
import { check, type Context } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';
import { dated } from '../shared/phrases.ts';

/** The states in which an action says that it is done, in words. */
const claims: Partial<Record<State, string>> = {
  complete: 'is said to be complete',
  closed: 'is closed',
  sustained: 'is said to be sustained',
};

export const completeWithoutEvidence = check({
  id: 'complete-without-evidence',
  title: 'Complete without evidence',
  what: 'An action is said to be complete, closed or sustained, by a record or by the SRO’s latest word, and no evidence of it is on record. Evidence that is tbc is not there yet.',
  why: 'Complete is not evidenced. When the CQC returns it asks what shows that the work was done and made a difference.',
  source:
    'Regulation 17 (good governance) of the Regulated Activities Regulations 2014. Practice: trusts report actions completed with evidence apart from those still waiting for it, and some sign off only after a visit by peers.',
  falsePositives:
    'Evidence that is kept elsewhere and not listed in the plan: name it and where it is.',
  severity: { must: 'error', should: 'warning', other: 'warning' },
  preset: 'recommended',
  over: 'action',
  *run(action, context) {
    const { plan, asAt } = context;
    const state = stateOf(plan, action, asAt);
    const claim = claims[state];
    if (claim === undefined || evidenceOf(action, asAt).length > 0) return;
    const { at, on } = whereClaimed(action, state, context);
    yield {
      at,
      message: `Action ${action.id} ${claim}${dated(on)}, and no evidence is on record.`,
      todo: 'Name what shows it with evidence: what it is, in which place, on which day, and its line of defence. If there is nothing yet, say reopened.',
      // No fix can know the evidence, and a made-up one would be worse than none: what is left is
      // to take the claim back, and keep it on record that it was made.
      fixes: () => [
        fixToLookAt(
          'Reopen it until there is evidence',
          addLine(action, `reopened ${asAt} because "No evidence on record"`),
        ),
      ],
    };
  },
  whenAll: (count) => ({
    message: `All ${String(count)} actions are said to be done, and none of them has evidence on record.`,
    todo: 'Name for each what shows it with evidence: what it is, in which place and on which day.',
  }),
  examples: {
    flagged: [
      {
        plan: `
action F "Revise the cleaning schedules" {
  completed 2018-06-28
  ^^^^^^^^^ Action F is said to be complete (28 June 2018), and no evidence is on record.
  evidence  tbc "the audit of July"
}
action G "Roll out the tool" {
  completed 2018-03
  closed    2018-04-12 by CEG
  ^^^^^^ Action G is closed (12 April 2018), and no evidence is on record.
  evidence  "Spot check of ten wards" on 2018-09-11 line 2
}
`,
      },
      {
        plan: `
scale progress "Progress" {
  green "On track"               means on-track
  blue  "Complete and sustained" means sustained
}
action H "Strengthen safe medicines" {
  update unknown blue
                 ^^^^ Action H is said to be complete, and no evidence is on record.
}
`,
      },
    ],
    clean: [
      {
        plan: `
action F "Revise the cleaning schedules" {
  completed 2018-06-28
  evidence  "Cleaning audit, six wards" in "Quality shared drive" on 2018-06-27 line 2
}
action G "Roll out the tool" {
  completed 2018-03
  reopened  2018-05-09 because "Nothing shows that it is in use"
}
action H "Strengthen safe medicines" {
  due 2018-10
}
action I "Control ligature risks at team bases" {
  completed 2018-05
  withdrawn 2018-06-11 because "The bases closed"
}
`,
      },
    ],
  },
});

/** The record, or the word of an update, that says it. */
function whereClaimed(
  action: Entity<'action'>,
  state: State,
  { plan, asAt }: Context,
): { readonly at: Span; readonly on: Value<PlanDate> | undefined } {
  const { item } = action;
  const records = state === 'closed' || state === 'sustained' ? item[state] : item.completed;
  const word = state === 'complete' ? progressOf(plan, action, asAt) : undefined;
  const said = [
    ...records.map(({ keywordSpan, on }) => ({ at: keywordSpan, on })),
    ...(word?.level.meaning?.delivered === true
      ? [{ at: word.update.level.span, on: word.update.on }]
      : []),
  ];
  return latestKnown(said, ({ on }) => on, asAt) ?? { at: item.idSpan, on: undefined };
}
