import type { Cell, Reader, Watched } from './cells.ts';

/** What has to be known of a plan to keep what follows from it. */
interface Watchable {
  readonly wideChanges: number;
  note(cells: readonly Cell[]): void;
  watch<T>(work: () => T): Watched<T>;
}

/** What was worked out about one item, until something of what it was worked out from changes. */
class Kept<T> implements Reader {
  readonly value: T;
  readonly day: string;
  readonly cells: readonly Cell[];
  /** The plan’s count of wide changes when it was worked out. */
  readonly wideChanges: number;
  isFresh = true;

  constructor({ value, cells }: Watched<T>, day: string, wideChanges: number) {
    this.value = value;
    this.day = day;
    this.cells = cells;
    this.wideChanges = wideChanges;
    for (const cell of cells) if (!cell.isWide) cell.enter(this);
  }

  /** Leaves what it has read, so that nothing holds on to an item that is gone. */
  stale(): void {
    this.isFresh = false;
    for (const cell of this.cells) cell.leave(this);
  }
}

/**
 * Keeps what follows about one item at a day, from whatever in the plan: the row of a table. As long as
 * nothing of that has changed, whoever asks gets the very same thing again.
 */
export class KeptFact<P extends Watchable, E extends object, T> {
  readonly #kept = new WeakMap<E, Kept<T>>();
  readonly #work: (plan: P, item: E, day: string) => T;

  constructor(work: (plan: P, item: E, day: string) => T) {
    this.#work = work;
  }

  of(plan: P, item: E, day: string): T {
    const kept = this.#kept.get(item);
    const { wideChanges } = plan;
    if (kept?.isFresh === true && kept.day === day && kept.wideChanges === wideChanges) {
      plan.note(kept.cells);
      return kept.value;
    }
    kept?.stale();
    const now = new Kept(
      plan.watch(() => this.#work(plan, item, day)),
      day,
      wideChanges,
    );
    plan.note(now.cells);
    this.#kept.set(item, now);
    return now.value;
  }
}
