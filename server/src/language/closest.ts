import { distance } from 'fastest-levenshtein';

/**
 * The candidate most like `word`, for “did you mean”; undefined when none is near enough: at most
 * one edit for every three letters, and two at the least for words of four letters or more.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(word.length >= 4 ? 2 : 1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const edits = distance(lower, candidate.toLowerCase());
    if (edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}
