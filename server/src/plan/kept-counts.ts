import { KeptFact, type Watchable } from './kept-fact.ts';
import { Tally } from './tally.ts';

/**
 * Counts items under words that follow from the plan: open ones, overdue ones, those of a month. As long as
 * nothing changes of what follows about an item, it is not looked at again.
 */
export class KeptCounts<P extends Watchable, E extends object> {
  readonly #words: KeptFact<P, E, readonly string[]>;
  readonly #tallies = new WeakMap<P, Tally<readonly string[]>>();

  /** @param wordsOf what an item counts under at a day */
  constructor(wordsOf: (plan: P, item: E, day: string) => readonly string[]) {
    this.#words = new KeptFact(wordsOf);
  }

  /** How many of these items there are under each word; a word that is not there has none. */
  of(plan: P, items: readonly E[], day: string): ReadonlyMap<string, number> {
    let tally = this.#tallies.get(plan);
    if (tally === undefined) this.#tallies.set(plan, (tally = new Tally((words) => words)));
    return tally.of(this.#words.all(plan, items, day));
  }
}
