/**
 * Who has read what of a plan. Every answer that a plan gives is kept in a cell; whoever works something
 * out under `watch` is entered in the cells it reads, and told when one of them changes. So what
 * follows from a plan is worked out again where it must be, and nowhere else.
 */

/** Something that was worked out from cells, and has to be again when one of them changes. */
export interface Reader {
  /** Called when a cell that it read has changed. */
  stale(): void;
}

/** Something that can be read and can change. */
export class Cell {
  /** Whether nearly everything follows from it, so that one entry for all its readers will do. */
  readonly isWide: boolean;
  #readers: Set<Reader> | undefined;

  constructor(isWide = false) {
    this.isWide = isWide;
  }

  get isRead(): boolean {
    return this.#readers !== undefined && this.#readers.size > 0;
  }

  enter(reader: Reader): void {
    this.#readers ??= new Set();
    this.#readers.add(reader);
  }

  leave(reader: Reader): void {
    this.#readers?.delete(reader);
  }

  /** Tells all who have read it. */
  changed(): void {
    if (this.#readers === undefined) return;
    for (const reader of this.#readers) reader.stale();
  }
}

/** What was worked out, and the cells it was worked out from. */
export interface Watched<T> {
  readonly value: T;
  readonly cells: readonly Cell[];
}

const none: readonly Cell[] = [];

/** Notes which cells are read while something is worked out. */
export class Watch {
  /** What the one who watches has read so far; null while nothing, undefined while nobody watches. */
  #read: Set<Cell> | null | undefined;
  readonly #isNeeded: boolean;

  /** @param isNeeded false where nothing is ever to change: then nothing is noted */
  constructor(isNeeded = true) {
    this.#isNeeded = isNeeded;
  }

  /** Whether somebody is watching. */
  get isOn(): boolean {
    return this.#read !== undefined;
  }

  /** Notes that a cell is read, where somebody is watching. */
  note(cell: Cell): void {
    if (this.#read === undefined) return;
    this.#read ??= new Set();
    this.#read.add(cell);
  }

  /** Works something out; what is watched inside it counts for itself alone. */
  watch<T>(work: () => T): Watched<T> {
    if (!this.#isNeeded) return { value: work(), cells: none };
    const before = this.#read;
    this.#read = null;
    try {
      const value = work();
      return { value, cells: this.#taken() };
    } finally {
      this.#read = before;
    }
  }

  #taken(): readonly Cell[] {
    return this.#read ? [...this.#read] : none;
  }
}
