import type { Kind } from '../language/keywords/index.ts';
import type { Entity } from '../plan/plan.ts';
import type { Standing } from './change.ts';

/** An item before and now: one side is undefined where it was added or removed. */
export type Pair<K extends Kind> =
  | { readonly before: Entity<K>; readonly after: Entity<K> }
  | { readonly before: undefined; readonly after: Entity<K> }
  | { readonly before: Entity<K>; readonly after: undefined };

/**
 * Puts the items of a kind together by their ids, those of requirements with their sources’; where a plan
 * has an id twice, the first with the first. Those that are there now come first, in their order.
 */
export function pairsOf<K extends Kind>(before: Standing, after: Standing, kind: K): Pair<K>[] {
  const waiting = new Map<string, Entity<K>[]>();
  for (const item of before.plan.all(kind)) {
    const key = keyOf(item);
    const same = waiting.get(key);
    if (same === undefined) waiting.set(key, [item]);
    else same.push(item);
  }
  for (const same of waiting.values()) same.reverse();
  const pairs = after.plan.all(kind).map((item): Pair<K> => {
    const old = waiting.get(keyOf(item))?.pop();
    return old === undefined ? { before: old, after: item } : { before: old, after: item };
  });
  const gone = new Set([...waiting.values()].flat());
  const removed = before.plan.all(kind).filter((item) => gone.has(item));
  return [...pairs, ...removed.map((item): Pair<K> => ({ before: item, after: undefined }))];
}

const keyOf = ({ id, parent }: Entity): string => JSON.stringify([parent?.id, id]);
