import { differenceOf } from './difference.ts';

/**
 * Counts the words that each thing of a list has to do with. Of a list of which little has changed since it
 * was last counted, only that is counted again.
 */
export class Tally<T> {
  readonly #wordsOf: (thing: T) => readonly string[];
  readonly #counts = new Map<string, number>();
  #things: readonly T[] = [];

  /** @param wordsOf what a thing counts under; the same for the very same thing, always */
  constructor(wordsOf: (thing: T) => readonly string[]) {
    this.#wordsOf = wordsOf;
  }

  /** How many of these things there are under each word; no word has none. */
  of(things: readonly T[]): ReadonlyMap<string, number> {
    const before = this.#things;
    const { start, endBefore, endNow } = differenceOf(before, things);
    this.#things = things;
    for (const gone of before.slice(start, endBefore)) this.#add(gone, -1);
    for (const come of things.slice(start, endNow)) this.#add(come, 1);
    return this.#counts;
  }

  #add(thing: T, amount: 1 | -1): void {
    for (const word of this.#wordsOf(thing)) {
      const count = (this.#counts.get(word) ?? 0) + amount;
      if (count === 0) this.#counts.delete(word);
      else this.#counts.set(word, count);
    }
  }
}
