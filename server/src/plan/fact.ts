import { Cell, type Reader, type Watch, type Watched } from './cells.ts';

/**
 * Something that follows from many parts of a plan at once and is asked for often: worked out when
 * first asked for, and again only after something that it was worked out from has changed.
 */
export interface FactOf<P, T> {
  /** @param key which one, where there are several of a kind: the id of a scale, say */
  of(plan: P, key: string): T;
  /** Whether what follows is still as it was; then nobody who asked has to look again. */
  same?(before: T, now: T): boolean;
  /** Whether nearly everything in a plan follows from it: what a month means, the words of a scale. */
  readonly isWide?: boolean;
}

/** A fact as a plan keeps it. */
export class KnownFact<P, T> implements Reader {
  readonly #cell: Cell;
  readonly #work: () => T;
  readonly #same: (before: T, now: T) => boolean;
  readonly #watch: Watch;
  readonly #isStale: (fact: KnownFact<P, unknown>) => void;
  readonly #hasChanged: () => void;
  #known: { value: T; cells: readonly Cell[] } | undefined;
  #fresh = false;

  constructor(
    plan: P,
    fact: FactOf<P, T>,
    key: string,
    watch: Watch,
    isStale: (known: KnownFact<P, unknown>) => void,
    hasChanged: () => void,
  ) {
    this.#cell = new Cell(fact.isWide === true);
    this.#work = () => fact.of(plan, key);
    this.#same = (before, now) => fact.same?.(before, now) ?? before === now;
    this.#watch = watch;
    this.#isStale = isStale;
    this.#hasChanged = hasChanged;
  }

  get value(): T {
    this.#watch.note(this.#cell);
    return this.refresh();
  }

  stale(): void {
    if (!this.#fresh) return;
    this.#fresh = false;
    this.#isStale(this as KnownFact<P, unknown>);
  }

  /**
   * Works it out again where somebody waits for it; else whoever next asks does. What is wide is waited for
   * by all who remember something of an item: only their count of its changes tells them.
   */
  refreshIfRead(): void {
    if (this.#cell.isRead || this.#cell.isWide) this.refresh();
  }

  /** Works it out again where it must, and tells its readers where it is another. */
  refresh(): T {
    const before = this.#known;
    if (before !== undefined && this.#fresh) return before.value;
    for (const cell of before?.cells ?? []) cell.leave(this);
    const now = this.#watch.watch(this.#work);
    for (const cell of now.cells) cell.enter(this);
    this.#fresh = true;
    if (before !== undefined && this.#same(before.value, now.value)) {
      this.#known = { value: before.value, cells: now.cells };
      return before.value;
    }
    this.#known = now;
    if (before !== undefined) {
      if (this.#cell.isWide) this.#hasChanged();
      this.#cell.changed();
    }
    return now.value;
  }
}

/** What has to be known of a plan to remember what follows from it. */
interface Watchable {
  readonly wideChanges: number;
  note(cells: readonly Cell[]): void;
  watch<T>(work: () => T): Watched<T>;
}

/** What was worked out about one item at a day, and from what. */
interface Remembered<T> {
  readonly value: T;
  readonly day: string;
  /** The plan's count of wide changes when it was worked out. */
  readonly wideChanges: number;
  readonly cells: readonly Cell[];
}

/**
 * Remembers what many ask about one item: where an action stands at a day. It holds while the item is
 * as it is and nothing that is wide has changed; what was worked out from other items is not kept.
 */
export class ItemFact<P extends Watchable, E extends object, T> {
  readonly #known = new WeakMap<E, Remembered<T>>();
  readonly #work: (plan: P, item: E, day: string) => T;

  constructor(work: (plan: P, item: E, day: string) => T) {
    this.#work = work;
  }

  of(plan: P, item: E, day: string): T {
    const known = this.#known.get(item);
    if (known?.day === day && known.wideChanges === plan.wideChanges) {
      plan.note(known.cells);
      return known.value;
    }
    const { value, cells } = plan.watch(() => this.#work(plan, item, day));
    plan.note(cells);
    if (cells.every(({ isWide }) => isWide)) {
      this.#known.set(item, { value, day, wideChanges: plan.wideChanges, cells });
    }
    return value;
  }
}
