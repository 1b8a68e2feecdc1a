import type { Cell, Reader, Watched } from './cells.ts';
import { differenceOf } from './difference.ts';

/** What has to be known of a plan to keep what follows from it. */
export interface Watchable {
  readonly wideChanges: number;
  /** Whether somebody wants to know what is read. */
  readonly isWatched: boolean;
  note(cells: readonly Cell[]): void;
  watch<T>(work: () => T): Watched<T>;
}

/** What was worked out about each of many items, in their order. */
interface Listed<E, T> {
  items: readonly E[];
  values: readonly T[];
  day: string;
  wideChanges: number;
  /** Items of which something has changed since. */
  stale: Set<E>;
}

/** What was worked out about one item, until something of what it was worked out from changes. */
class Kept<E, T> implements Reader {
  readonly value: T;
  readonly day: string;
  readonly cells: readonly Cell[];
  /** The plan’s count of wide changes when it was worked out. */
  readonly wideChanges: number;
  isFresh = true;
  /** The list that wants to know when it is stale. */
  listed: Listed<E, T> | undefined;
  readonly #item: E;

  constructor(item: E, { value, cells }: Watched<T>, day: string, wideChanges: number) {
    this.#item = item;
    this.value = value;
    this.day = day;
    this.cells = cells;
    this.wideChanges = wideChanges;
    for (const cell of cells) if (!cell.isWide) cell.enter(this);
  }

  stale(): void {
    this.listed?.stale.add(this.#item);
    this.leave();
  }

  /** Leaves what it has read, so that nothing holds on to an item that is gone. */
  leave(): void {
    this.isFresh = false;
    for (const cell of this.cells) cell.leave(this);
  }
}

/** So few stale items are each looked for; for more, the whole list is gone through. */
const few = 50;

/**
 * Keeps what follows about one item at a day, from whatever in the plan: the row of a table. As long as
 * nothing of that has changed, whoever asks gets the very same thing again.
 */
export class KeptFact<P extends Watchable, E extends object, T> {
  readonly #kept = new WeakMap<E, Kept<E, T>>();
  readonly #lists = new WeakMap<P, Listed<E, T>>();
  readonly #work: (plan: P, item: E, day: string) => T;

  constructor(work: (plan: P, item: E, day: string) => T) {
    this.#work = work;
  }

  of(plan: P, item: E, day: string): T {
    const { value, cells } = this.#keptOf(plan, item, day);
    plan.note(cells);
    return value;
  }

  /** The same of each of many items. Asked for the same ones again, but for a few, it costs next to nothing. */
  all(plan: P, items: readonly E[], day: string): readonly T[] {
    if (plan.isWatched) return items.map((item) => this.of(plan, item, day));
    const { wideChanges } = plan;
    let list = this.#lists.get(plan);
    if (list?.day !== day || list.wideChanges !== wideChanges) {
      list = { items: [], values: [], day, wideChanges, stale: new Set() };
      this.#lists.set(plan, list);
    }
    this.#renew(plan, list, items);
    return list.values;
  }

  #renew(plan: P, list: Listed<E, T>, items: readonly E[]): void {
    const { stale, values: before, day } = list;
    const { start, endBefore, endNow } = differenceOf(list.items, items);
    const isSame = start === endNow && start === endBefore;
    list.items = items;
    if (isSame && stale.size === 0) return;
    list.stale = new Set();
    const valueOf = (item: E): T => {
      const kept = this.#keptOf(plan, item, day);
      kept.listed = list;
      return kept.value;
    };
    const others = items.slice(start, endNow).map(valueOf);
    const values = isSame
      ? [...before]
      : before.slice(0, start).concat(others, before.slice(endBefore));
    for (const [index, item] of placesOf(stale, items)) values[index] = valueOf(item);
    list.values = values;
  }

  #keptOf(plan: P, item: E, day: string): Kept<E, T> {
    const kept = this.#kept.get(item);
    const { wideChanges } = plan;
    if (kept?.isFresh === true && kept.day === day && kept.wideChanges === wideChanges) return kept;
    kept?.leave();
    const worked = plan.watch(() => this.#work(plan, item, day));
    const now = new Kept(item, worked, day, wideChanges);
    this.#kept.set(item, now);
    return now;
  }
}

/** Where some of many items stand; those that are gone stand nowhere. */
function placesOf<E>(some: ReadonlySet<E>, items: readonly E[]): [place: number, item: E][] {
  if (some.size > few) return [...items.entries()].filter(([, item]) => some.has(item));
  return [...some]
    .map((item): [number, E] => [items.indexOf(item), item])
    .filter(([place]) => place >= 0);
}
