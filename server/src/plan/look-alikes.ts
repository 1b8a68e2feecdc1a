import { confusables, type Confusable } from './vocabularies.ts';

/** Letters of other alphabets that look Latin, and what a reader takes them for. */

/** A letter of any other alphabet, whether or not it looks Latin. */
export const otherLetter = /(?!\p{Script=Latin})\p{L}/u;

/** A word with its characters replaced by what they look like. */
export const inLatin = (word: string, instead: ReadonlyMap<string, string>): string =>
  Array.from(word, (character) => instead.get(character) ?? character).join('');

/** What the reader sees; all in capitals where what is Latin in the word, or looks it, is. */
export function replacements(
  found: readonly Confusable[],
  letters: readonly string[],
): Map<string, string> {
  const looksCapital = found.some(({ latin }) => /[A-Z]/.test(latin));
  const capitals =
    letters.every((letter) => letter === letter.toUpperCase()) &&
    (letters.length > 0 || looksCapital);
  return new Map(
    found.map((entry) => [entry.character, capitals ? (entry.upper ?? entry.latin) : entry.latin]),
  );
}

/** What every character is that looks like another; quicker to look for than all of them. */
const beyondAscii = /[^\0-\x7f]/;

/**
 * A reference or a short name as a reader sees it: `B` for the Cyrillic В, and without what cannot be
 * seen; the very same text where nothing in it looks like something else.
 */
export function asSeen(name: string): string {
  if (!beyondAscii.test(name)) return name;
  const found = [...new Set(name)].flatMap((character) => {
    const entry = confusables.get(character);
    return entry === undefined || entry.latin === ' ' ? [] : [entry];
  });
  if (found.length === 0) return name;
  const seen = inLatin(name, replacements(found, name.match(/\p{Script=Latin}/gu) ?? []));
  return otherLetter.test(seen) ? name : seen;
}
