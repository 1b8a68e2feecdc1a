import { distance } from 'fastest-levenshtein';
import { closest } from '../../language/closest.ts';

/** More names than this of about a word’s length are too many to compare it with letter by letter. */
const most = 500;

/**
 * Names to find the one in that was probably meant, for “did you mean”. References differ by a digit
 * without being slips of each other (18.4 is not 18.5), and of two that are as near neither is offered.
 */
export class Names {
  readonly #byLength = new Map<number, string[]>();
  readonly #byLetters = new Map<string, string[]>();
  readonly #bySwapped = new Map<string, string[]>();
  /** A slip in an id comes back in everything that refers to it. */
  readonly #known = new Map<string, string | undefined>();

  constructor(names: Iterable<string>) {
    for (const name of new Set(names)) {
      push(this.#byLength, name.length, name);
      push(this.#byLetters, bare(name), name);
      push(this.#bySwapped, inOrder(name), name);
    }
  }

  /** The name most like a word that is none of them. */
  nearest(word: string): string | undefined {
    if (!this.#known.has(word)) this.#known.set(word, this.#find(word));
    return this.#known.get(word);
  }

  #find(word: string): string | undefined {
    const same = this.#byLetters.get(bare(word)) ?? [];
    if (same.length > 0) return same.length === 1 ? same[0] : undefined;
    const swapped = this.#bySwapped.get(inOrder(word)) ?? [];
    if (swapped.length === 1 && lettersOf(word) !== '') return swapped[0];
    const others = this.#aboutAsLong(word).filter((name) => isSlip(word, name));
    const first = closest(word, others);
    if (first === undefined) return undefined;
    const edits = editsFrom(word, first);
    const rival = others.some((other) => other !== first && editsFrom(word, other) === edits);
    return rival ? undefined : first;
  }

  #aboutAsLong(word: string): string[] {
    const slack = Math.max(2, Math.floor(word.length / 3));
    const found: string[] = [];
    for (let length = word.length - slack; length <= word.length + slack; length++) {
      found.push(...(this.#byLength.get(length) ?? []));
      if (found.length > most) return [];
    }
    return found;
  }
}

/** The same among a few candidates. */
export const nearest = (word: string, candidates: Iterable<string>): string | undefined =>
  new Names(candidates).nearest(word);

const editsFrom = (word: string, other: string): number =>
  distance(word.toLowerCase(), other.toLowerCase());

/** Letters and digits alone: 1921 is what a scan makes of 19.2.1. */
const bare = (word: string): string => word.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();

const lettersOf = (word: string): string => bare(word).replaceAll(/\p{N}/gu, '');

const inOrder = (word: string): string => Array.from(bare(word)).sort().join('');

const digitsOf = (word: string): string => inOrder(word.replaceAll(/\P{N}/gu, ''));

/** Whether there are letters and they differ, or the same digits stand in another order. */
function isSlip(word: string, candidate: string): boolean {
  const letters = lettersOf(word);
  if (letters === '') return false;
  return letters !== lettersOf(candidate) || digitsOf(word) === digitsOf(candidate);
}

function push<K>(map: Map<K, string[]>, key: K, name: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [name]);
  else list.push(name);
}
