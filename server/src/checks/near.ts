import { distance } from 'fastest-levenshtein';
import { closest } from '../language/closest.ts';

/**
 * The one candidate that was probably meant, for “did you mean”. References differ by a digit without
 * being slips of each other (18.4 is not 18.5), and of two that are as near neither is offered.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const most = Math.max(2, Math.floor(word.length / 3));
  const all = [...new Set(candidates)].filter(
    (candidate) => candidate !== word && Math.abs(candidate.length - word.length) <= most,
  );
  const sameLetters = all.filter((candidate) => bare(candidate) === bare(word));
  if (sameLetters.length > 0) return sameLetters.length === 1 ? sameLetters[0] : undefined;
  const swapped = all.filter(
    (candidate) => lettersOf(word) !== '' && inOrder(candidate) === inOrder(word),
  );
  if (swapped.length === 1) return swapped[0];
  const others = all.filter((candidate) => isSlip(word, candidate));
  const first = closest(word, others);
  if (first === undefined) return undefined;
  const edits = editsFrom(word, first);
  return others.some((other) => other !== first && editsFrom(word, other) === edits)
    ? undefined
    : first;
}

const editsFrom = (word: string, other: string): number =>
  distance(word.toLowerCase(), other.toLowerCase());

/** Letters and digits alone: 1921 is what a scan makes of 19.2.1. */
const bare = (word: string): string => word.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();

const lettersOf = (word: string): string => bare(word).replaceAll(/\p{N}/gu, '');

const digitsOf = (word: string): string =>
  Array.from(word.replaceAll(/\P{N}/gu, '')).sort().join('');

/** Whether the letters differ, or the same digits stand in another order. */
const isSlip = (word: string, candidate: string): boolean =>
  lettersOf(word) === '' || lettersOf(word) === lettersOf(candidate)
    ? digitsOf(word) === digitsOf(candidate)
    : true;
