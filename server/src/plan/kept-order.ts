import { differenceOf } from './difference.ts';

interface Kept<T> {
  readonly things: readonly T[];
  readonly order: readonly number[];
}

/**
 * Keeps the order of things that are sorted by something each of them says: sorting ten thousand takes longer
 * than all else about a table. As long as those that are others say the same as those in whose place they
 * stand, the order is the same.
 */
export class KeptOrder<P extends object, T, K> {
  readonly #kept = new WeakMap<P, Kept<T>>();
  readonly #keyOf: (thing: T) => K;
  readonly #sorted: (indexes: readonly number[], keyAt: (index: number) => K) => readonly number[];

  /**
   * @param keyOf what the order follows from, and nothing else; the same for the very same thing, always
   * @param sorted puts indexes of keys in their order
   */
  constructor(
    keyOf: (thing: T) => K,
    sorted: (indexes: readonly number[], keyAt: (index: number) => K) => readonly number[],
  ) {
    this.#keyOf = keyOf;
    this.#sorted = sorted;
  }

  /**
   * The things in their order.
   * @param plan what they belong to: each has an order of its own kept
   */
  of(plan: P, things: readonly T[]): T[] {
    const kept = this.#kept.get(plan);
    const order =
      kept !== undefined && this.#isAlike(kept.things, things) ? kept.order : this.#sort(things);
    this.#kept.set(plan, { things, order });
    const inOrder: T[] = [];
    for (const index of order) {
      const thing = things[index];
      if (thing !== undefined) inOrder.push(thing);
    }
    return inOrder;
  }

  #sort(things: readonly T[]): readonly number[] {
    const keys = things.map(this.#keyOf);
    return this.#sorted([...keys.keys()], (index) => keys[index] as K);
  }

  #isAlike(before: readonly T[], now: readonly T[]): boolean {
    if (before.length !== now.length) return false;
    const { start, endNow } = differenceOf(before, now);
    for (let index = start; index < endNow; index++) {
      if (this.#keyOf(before[index] as T) !== this.#keyOf(now[index] as T)) return false;
    }
    return true;
  }
}
