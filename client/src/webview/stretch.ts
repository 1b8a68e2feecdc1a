// Which stretch of many rows is drawn: those in sight, and some around them.

/**
 * More rows than these are not drawn at once. Drawing one takes about two milliseconds: so many are drawn while
 * somebody searches and does not notice.
 */
export const mostDrawn = 60;

/** Where each row begins, and where the last one ends. */
export type Starts = Float64Array<ArrayBuffer>;

/** How far beyond what is in sight rows are drawn, in pixels. */
const around = 600;

/** Where each of many rows stands, by what is known of their heights. */
export class Heights {
  readonly #known = new Map<string, number>();
  #guess = 64;
  #isGuessed = false;

  /** The height of a row that is drawn. */
  set(key: string, height: number): boolean {
    const before = this.#known.get(key);
    if (before !== undefined && Math.abs(before - height) < 1) return false;
    this.#known.set(key, height);
    return true;
  }

  /** What rows that nobody has seen yet are taken for: as those that were drawn first. */
  guess(): void {
    if (this.#isGuessed || this.#known.size === 0) return;
    this.#isGuessed = true;
    const sum = this.#known.values().reduce((total, height) => total + height, 0);
    this.#guess = sum / this.#known.size;
  }

  /** Forgets them: the table has another width. */
  clear(): void {
    this.#known.clear();
    this.#isGuessed = false;
  }

  /** Where each row begins, from the start of the first; one more for the end of the last. */
  starts(keys: readonly string[]): Starts {
    const starts = new Float64Array(keys.length + 1);
    let at = 0;
    for (const [index, key] of keys.entries()) {
      starts[index] = at;
      at += this.#known.get(key) ?? this.#guess;
    }
    starts[keys.length] = at;
    return starts;
  }
}

/** The first and the end of the rows to draw when so much is in sight, from `top` to `bottom`. */
export function stretchOf(
  starts: Starts,
  top: number,
  bottom: number,
): readonly [first: number, end: number] {
  const count = starts.length - 1;
  const first = Math.max(0, Math.min(before(starts, top - around), count - 1));
  const end = Math.min(count, before(starts, bottom + around) + 1);
  return [first, Math.max(end, first + 1)];
}

/** The last row that begins at or before a height. */
function before(starts: Starts, at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
