import { distance } from 'fastest-levenshtein';
import { asSeen } from '../../plan/look-alikes.ts';
import { fields, type FieldId } from './fields.ts';

/** Which field a heading means, and how well the words fit. */

export interface Fit {
  readonly field: FieldId;
  /** 1 where the heading is one that is known; less, the more words are others. */
  readonly score: number;
}

/** Below it, a heading is not taken for a field. */
const leastFit = 0.55;

interface Known {
  readonly field: FieldId;
  readonly words: string;
}

/** Longest first, so that “Action reference” is found before “Action”. */
const known: readonly Known[] = fields
  .flatMap(({ id, headings }) => headings.map((words): Known => ({ field: id, words })))
  .sort((a, b) => b.words.length - a.words.length);

const exact: ReadonlyMap<string, FieldId> = new Map(
  known.map(({ words, field }) => [words, field]),
);

/** A heading as it is compared: small letters, one blank between words, no punctuation. */
export const headingWords = (heading: string): string =>
  asSeen(heading)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The first words of headings: few texts of a table begin with one. */
const firstWords: ReadonlySet<string> = new Set(
  known.map(({ words }) => words.split(' ', 1)[0] ?? ''),
);

/** Whether a text is a heading word for word. */
export function isKnownHeading(text: string): boolean {
  if (text.length > longestHeading) return false;
  const first = /[\p{L}\p{N}]+/u.exec(text)?.[0];
  if (first === undefined || !firstWords.has(asSeen(first).toLowerCase())) return false;
  return exact.has(headingWords(text));
}

/** More is prose, however many words of headings it has; the longest questions have 180. */
const longestHeading = 260;

const cache = new Map<string, readonly Fit[]>();
const mostCached = 2000;

/** The fields a heading may mean, best first; none for prose and for words that are no heading. */
export function fitsOf(heading: string): readonly Fit[] {
  if (heading.length > longestHeading) return [];
  const words = headingWords(heading);
  let fits = cache.get(words);
  if (fits === undefined) {
    fits = fitsOfWords(words);
    if (cache.size < mostCached) cache.set(words, fits);
  }
  return fits;
}

function fitsOfWords(words: string): Fit[] {
  if (words === '') return [];
  const found = new Map<FieldId, number>();
  const whole = exact.get(words);
  if (whole !== undefined) found.set(whole, 1);
  const padded = ` ${words} `;
  for (const { field, words: heading } of known) {
    const score = padded.includes(` ${heading} `)
      ? within(words, heading)
      : misspelt(words, heading);
    if (score > (found.get(field) ?? 0)) found.set(field, score);
  }
  return [...found]
    .filter(([, score]) => score >= leastFit)
    .map(([field, score]): Fit => ({ field, score: Math.round(score * 100) / 100 }))
    .sort((a, b) => b.score - a.score);
}

/** A heading within other words; a short one, such as “No”, must be most of them. */
function within(words: string, heading: string): number {
  const share = heading.length / words.length;
  return heading.length <= 4 && share < 0.6 ? 0 : 0.5 + 0.45 * share;
}

/** A letter or two wrong, or the end of a long question cut off. */
function misspelt(words: string, heading: string): number {
  if (heading.length >= 24 && words.length >= 16 && heading.startsWith(words)) return 0.8;
  if (heading.length < 6 || Math.abs(heading.length - words.length) > 2) return 0;
  const edits = distance(words, heading);
  return edits <= Math.max(1, Math.floor(heading.length / 8)) ? 0.75 : 0;
}
