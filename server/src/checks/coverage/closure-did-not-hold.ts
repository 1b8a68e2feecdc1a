import { actionsFor, successorsOf } from '../../plan/facts/coverage.ts';
import { latestKnown } from '../../plan/facts/history.ts';
import { isLive, stateOf } from '../../plan/facts/progress.ts';
import { dateOfSource, sourceOf } from '../../plan/facts/sources.ts';
import type { Entity } from '../../plan/plan.ts';
import { listed, sentence } from '../../plan/words.ts';
import { check, type Context } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';
import { nameOf } from '../shared/names.ts';
import { dated, textAt } from '../shared/phrases.ts';

export const closureDidNotHold = check({
  id: 'closure-did-not-hold',
  title: 'Closed, and found again',
  what: 'A requirement repeats an earlier one, every action for the earlier one was closed by the time of the new document, and no action for the new one continues or replaces them.',
  why: 'The regulator found again what had been signed off: what was taken for evidence did not show that it would last, and the new action should begin there.',
  source:
    'Practice: a trust signs actions off only after a visit by peers from outside the service; former inspectors ask at closing what is different now, and regulators come back to every earlier finding.',
  falsePositives:
    'A requirement that was met for a time and broken anew for other reasons: say so in the new action, and let it continue the old one all the same.',
  severity: { must: 'error', should: 'warning', other: 'warning' },
  preset: 'recommended',
  over: 'requirement',
  appliesTo: ({ item }) => item.repeats?.requirements.value !== undefined,
  *run(requirement, context) {
    const { plan, asAt } = context;
    const found = dateOfSource(sourceOf(requirement));
    const own = new Set(actionsFor(plan, requirement));
    for (const reference of requirement.item.repeats?.requirements.value ?? []) {
      const earlier = plan.find('requirement', reference);
      if (earlier === undefined) continue;
      const by = found === undefined || found > asAt ? asAt : found;
      const actions = actionsFor(plan, earlier).filter(
        (action) => !own.has(action) && isLive(stateOf(plan, action, asAt)),
      );
      const closures = actions.flatMap((action) => closureOf(action, by, context) ?? []);
      if (actions.length === 0 || closures.length < actions.length) continue;
      if (actions.some((action) => successorsOf(plan, action).some((next) => own.has(next)))) {
        continue;
      }
      const names = closures.map(({ action, on }) => `${action.id}${on}`);
      const which = names.length === 1 ? 'action' : 'actions';
      yield {
        at: reference.span,
        message: `${sentence(nameOf(requirement))} repeats ${textAt(requirement.unit, reference.span)}, whose ${which} ${listed(names)} had been closed; none of its own actions carries that on.`,
        todo: 'Look at what the closing rested on and why it did not hold, and let the new action say which one it carries on: continues.',
        fixes: () =>
          [...own]
            .slice(0, 1)
            .flatMap((action) =>
              action.item.continues === undefined
                ? fixToLookAt(
                    `Say that action ${action.id} continues ${listed(actions.map(({ id }) => id))}`,
                    addLine(action, `continues ${actions.map(({ id }) => id).join(', ')}`),
                  )
                : [],
            ),
        related: closures.map(({ action, span }) => ({
          place: { unit: action.unit, span },
          message: `Action ${action.id} was closed here`,
        })),
      };
    }
  },
  examples: {
    flagged: [
      {
        plan: `
inspection CQC-2016 "CQC inspection, November 2016" {
  inspected 2016-11
  must SUPERVISION "Staff record their supervision"
}
action 18.5 "Record supervision" {
  for    SUPERVISION
  closed 2017-05-10
}
inspection CQC-2017 "CQC inspection, October 2017" {
  inspected 2017-10
  must A "Staff record their supervision" {
    repeats CQC-2016:SUPERVISION
            ^^^^^^^^^^^^^^^^^^^^ Must-do A repeats CQC-2016:SUPERVISION, whose action 18.5 (10 May 2017) had been closed; none of its own actions carries that on.
  }
}
action C "Bring recorded supervision to 85 %" {
  for A
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2016 "CQC inspection, November 2016" {
  inspected 2016-11
  must SUPERVISION "Staff record their supervision"
  must MEDICINES "Medicines are stored safely"
  must SITES "The premises are clean"
  must WAITS "Fewer people wait"
}
action 18.5 "Record supervision" {
  for    SUPERVISION
  closed 2017-05-10
}
action 11 "Check the fridges" {
  for    MEDICINES
  closed 2018-03-14  // after the inspectors had come again
}
action 15 "Clean the premises" {
  for      SITES
  closed   2017-05-10
  reopened 2017-09-06
}
inspection CQC-2017 "CQC inspection, October 2017" {
  inspected 2017-10
  must A "Staff record their supervision" {
    repeats SUPERVISION
  }
  must B "Medicines are stored safely" {
    repeats MEDICINES
  }
  must C "The premises are clean" {
    repeats SITES
  }
  must D "Fewer people wait" {
    repeats WAITS
  }
}
action C "Bring recorded supervision to 85 %" {
  for       A
  continues 18.5
}
`,
      },
    ],
  },
});

/** The record by which an action was closed or sustained at a day and still is; undefined where it was not. */
function closureOf(action: Entity<'action'>, day: string, { plan }: Context) {
  const state = stateOf(plan, action, day);
  if (state !== 'closed' && state !== 'sustained') return undefined;
  const record = latestKnown(action.item[state], ({ on }) => on, day);
  return record && { action, span: record.span, on: dated(record.on) };
}
