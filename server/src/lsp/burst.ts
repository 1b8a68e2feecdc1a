import { soon } from './soon.ts';

/** The longest that anything waits for more of its kind to come in, in milliseconds. */
const longestWait = 50;

/**
 * Does once for all what many things that come in at once ask for: the keys of a burst are judged
 * together. There is no waiting for its own sake; what comes alone is done at once.
 */
export class Burst<T> {
  readonly #work: (things: readonly T[]) => void;
  readonly #things = new Set<T>();
  #since = 0;
  #moreCame = false;

  constructor(work: (things: readonly T[]) => void) {
    this.#work = work;
  }

  add(thing: T): void {
    const isFirst = this.#things.size === 0;
    this.#things.add(thing);
    this.#moreCame = !isFirst;
    if (!isFirst) return;
    this.#since = performance.now();
    soon(() => this.#look());
  }

  #look(): void {
    if (this.#moreCame && performance.now() - this.#since < longestWait) {
      this.#moreCame = false;
      soon(() => this.#look());
      return;
    }
    const things = [...this.#things];
    this.#things.clear();
    this.#work(things);
  }
}
