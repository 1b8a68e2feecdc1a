import { titlesOfPeople, wordsOfRoles } from '../vocabularies.ts';

/** Whether a text names a person or a role. */

/** Small words inside names: van der Berg. Elsewhere they make a name of a group: Chair of the Board. */
const particles = new Set([
  'de',
  'der',
  'van',
  'von',
  'da',
  'di',
  'la',
  'le',
  'al',
  'el',
  'bin',
  'o',
]);

const initial = /^\p{Lu}\.?$/u;
const capitalised = /^\p{Lu}[\p{L}’'.-]*$/u;
/** More capitals than that are an acronym: Clinical Lead AMH. */
const inCapitals = /^\p{Lu}{2,}$/u;

/**
 * Whether a text is the name of a person: a title with a capitalised word after it; or two or three
 * capitalised words of which none is a word of roles. Brackets, and what follows a comma, are left out.
 */
export function isPersonsName(text: string): boolean {
  const words = (text.split(/[,(;:]/)[0] ?? '').trim().split(/\s+/);
  const [first = '', ...rest] = words;
  const isTitled = titlesOfPeople.has(first.replace(/\.$/, ''));
  const names = (isTitled ? rest : words).filter((word) => !particles.has(word.toLowerCase()));
  if (names.length === 0 || names.length > 3) return false;
  if (!names.every((word) => capitalised.test(word))) return false;
  if (names.some((word) => isWordOfRoles(word) || inCapitals.test(word))) return false;
  if (names.every((word) => initial.test(word))) return false;
  return isTitled || names.length >= 2;
}

const isWordOfRoles = (word: string): boolean =>
  word
    .toLowerCase()
    .split('-')
    .some((part) => wordsOfRoles.has(part) || wordsOfRoles.has(part.replace(/s$/, ''))) ||
  wordsOfRoles.has(word.toLowerCase());
