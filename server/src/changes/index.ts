import { positionOf } from '../plan/facts/position.ts';
import type { Entity } from '../plan/plan.ts';
import type { Change, Known, Standing } from './change.ts';
import { deadlineChanges, lateness } from './dates.ts';
import { assuranceChanges, wordChanges } from './judgements.ts';
import { changeKindOrder } from './kinds.ts';
import { pairsOf } from './pairs.ts';
import { ratingChanges } from './ratings.ts';
import { Explanations } from './removed.ts';
import { requirementChanges } from './requirements.ts';
import { referenceChanges, requirementsChanges, textChanges } from './said.ts';
import { stateChanges } from './states.ts';

/** What changed from one plan to another, or in one plan from one day to another. */
export interface Changes {
  readonly before: Standing;
  readonly after: Standing;
  /** In the order of the table of kinds; of a kind, actions first, in the order of the plan. */
  readonly changes: readonly Change[];
  /** How many actions that are still open have no change at all. */
  readonly unchanged: number;
}

/** The kinds of items that are compared, in the order in which their changes are listed. */
export const comparedKinds = ['action', 'requirement', 'source', 'ratings', 'indicator'] as const;

type Compared = (typeof comparedKinds)[number];

/**
 * Compares two plans by the ids of their items, never by their lines. Each is judged at its own day, so that
 * records dated later are not yet known; the same plan at two days shows what its dated records tell.
 */
export function changesBetween(before: Standing, after: Standing): Changes {
  const explanations = new Explanations(before, after);
  const found: Change[] = [];
  for (const kind of comparedKinds) {
    for (const pair of pairsOf(before, after, kind)) {
      if (pair.before === undefined) found.push(added(pair.after, after));
      else if (pair.after === undefined) found.push(removed(pair.before, explanations, before));
      else found.push(...changesOf(pair.before, pair.after, before, after));
    }
  }
  const order = new Map(changeKindOrder.map((kind, index) => [kind, index]));
  const place = ({ kind }: Change): number => order.get(kind) ?? 0;
  const changed = new Set(found.map(({ item }) => item));
  const unchanged = after.plan
    .all('action')
    .filter(
      (action) =>
        !changed.has(action) && positionOf(after.plan, action, after.asAt).state === 'open',
    );
  return {
    before,
    after,
    changes: found.sort((a, b) => place(a) - place(b)),
    unchanged: unchanged.length,
  };
}

function changesOf(
  before: Entity<Compared>,
  after: Entity<Compared>,
  then: Standing,
  now: Standing,
): Change[] {
  if (before.kind === 'action' && after.kind === 'action') {
    return [...actionChanges(before, after, then, now)];
  }
  if (before.kind === 'requirement' && after.kind === 'requirement') {
    return [...requirementChanges(before, after, then, now)];
  }
  if (before.kind === 'ratings' && after.kind === 'ratings') {
    return [...ratingChanges(before, after, then, now)];
  }
  return [];
}

function* actionChanges(
  before: Entity<'action'>,
  after: Entity<'action'>,
  then: Standing,
  now: Standing,
): Generator<Change> {
  const was = positionOf(then.plan, before, then.asAt);
  const is = positionOf(now.plan, after, now.asAt);
  yield* stateChanges(was, is, then, now);
  yield* deadlineChanges(was, is);
  yield* lateness(was, is);
  yield* wordChanges(was, is);
  yield* assuranceChanges(was, is);
  const old = before.item;
  const { item } = after;
  yield* referenceChanges(
    'owner',
    'sro',
    [before, then, old.sro?.owner],
    [after, now, item.sro?.owner],
  );
  yield* referenceChanges(
    'committee',
    'committee',
    [before, then, old.committee?.committee],
    [after, now, item.committee?.committee],
  );
  yield* requirementsChanges([before, then], [after, now]);
  yield* textChanges(before, after);
}

const added = (item: Entity, now: Standing): Change => ({
  kind: 'new',
  item,
  after: standingOf(item, now),
  place: { unit: item.unit, span: item.item.headerSpan },
});

function removed(item: Entity, explanations: Explanations, then: Standing): Change {
  const explanation = explanations.of(item);
  return {
    kind: explanation === undefined ? 'removed' : 'removed-explained',
    item,
    before: standingOf(item, then),
    explanation,
    place: { unit: item.unit, span: item.item.headerSpan },
  };
}

/** How it stands with an item that is on one side alone. */
function standingOf(item: Entity, { plan, asAt }: Standing): Known | undefined {
  if (item.kind === 'action') return { of: 'state', position: positionOf(plan, item, asAt) };
  return item.kind === 'requirement' ? { of: 'answers', requirement: item } : undefined;
}
