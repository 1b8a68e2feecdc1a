import type { Span } from '../language/tree.ts';
import { date, same } from '../plan/facts/comparable.ts';
import { actionsFor, isAnswered } from '../plan/facts/coverage.ts';
import { knownAt } from '../plan/facts/history.ts';
import { isLive, stateOf } from '../plan/facts/progress.ts';
import type { Entity } from '../plan/plan.ts';
import type { Change, ChangeRecord, Standing } from './change.ts';
import { textChanges } from './said.ts';

type Requirement = Entity<'requirement'>;

/** What changed about a requirement that was there before. */
export function* requirementChanges(
  before: Requirement,
  after: Requirement,
  then: Standing,
  now: Standing,
): Generator<Change> {
  const records = [...newRecords(before, after, then, now)];
  yield* records;
  const change = {
    item: after,
    before: { of: 'answers', requirement: before },
    after: { of: 'answers', requirement: after },
    place: placeOf(after),
  } as const;
  const wasAnswered = isAnswered(then.plan, before, then.asAt);
  const isNow = isAnswered(now.plan, after, now.asAt);
  if (wasAnswered && !isNow) yield { ...change, kind: 'unanswered' };
  // Where a record of its own settles it and no action answers it, the record says so.
  if (!wasAnswered && isNow && (records.length === 0 || isActedOn(after, now))) {
    yield { ...change, kind: 'answered' };
  }
  yield* textChanges(before, after);
  yield* whenChanges(before, after);
}

const isActedOn = (requirement: Requirement, { plan, asAt }: Standing): boolean =>
  actionsFor(plan, requirement).some((action) => isLive(stateOf(plan, action, asAt)));

const placeOf = ({ unit, item }: Requirement): Change['place'] => ({
  unit,
  span: item.headerSpan,
});

type Line = ChangeRecord & { readonly span: Span };

/** Each kind of record that settles a requirement, with the lines that say so at a day. */
const settling = [
  ['confirmed', ({ item }: Requirement) => [item.confirmed]],
  ['verified', ({ item }: Requirement) => [item.verified]],
  ['addressed', ({ item }: Requirement) => [item.addressed]],
  ['met', ({ item }: Requirement) => item.met],
  [
    'decided',
    ({ item }: Requirement) =>
      item.decision?.text.value === undefined
        ? []
        : [{ ...item.decision, because: item.decision.because ?? item.decision.text }],
  ],
] as const satisfies readonly (readonly [
  Change['kind'],
  (requirement: Requirement) => readonly (Line | undefined)[],
])[];

function* newRecords(
  before: Requirement,
  after: Requirement,
  then: Standing,
  now: Standing,
): Generator<Change> {
  for (const [kind, linesOf] of settling) {
    const known = (requirement: Requirement, { asAt }: Standing): Line[] =>
      linesOf(requirement).filter((line) => line !== undefined && knownAt(line.on, asAt)) as Line[];
    const old = new Set(known(before, then).map(({ on }) => JSON.stringify(date(on))));
    for (const record of known(after, now)) {
      if (old.has(JSON.stringify(date(record.on)))) continue;
      yield {
        kind,
        item: after,
        after: { of: 'record', kind },
        record,
        place: { unit: after.unit, span: record.span },
      };
    }
  }
}

/** Whether the date by which it falls due says something else: such dates have no records. */
function* whenChanges(before: Requirement, after: Requirement): Generator<Change> {
  const was = before.item.when?.when;
  const is = after.item.when?.when;
  if (same(date(was), date(is))) return;
  yield {
    kind: was?.value === undefined ? 'first-date' : 'rewritten',
    item: after,
    before: { of: 'date', value: was, day: was?.value?.last },
    after: { of: 'date', value: is, day: is?.value?.last },
    place: { unit: after.unit, span: after.item.when?.span ?? after.item.headerSpan },
  };
}
