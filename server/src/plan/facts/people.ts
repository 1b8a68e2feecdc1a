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

/** What stands in a public paper where the plan has a person’s name. */
const withheld = 'name withheld';

/** Who does something, for a paper that names roles alone: a person’s name is withheld. */
export const roleOnly = (name: string): string => (isPersonsName(name) ? withheld : name);

/** A text in which whoever stands with a title (Dr, Mrs) is not named; names without one cannot be told from other words. */
export function withoutTitledNames(text: string): string {
  const pieces = text.split(/(\s+)/);
  const kept: string[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? '';
    const isTitle = titlesOfPeople.has(piece.replace(/^[("“‘]/, '').replace(/\.$/, ''));
    let end = index;
    while (isTitle && capitalised.test(bare(pieces[end + 2])) && end - index < mostOfName) end += 2;
    if (end === index) kept.push(piece);
    else kept.push(withheld + (/[,.;:)”’]*$/.exec(pieces[end] ?? '')?.[0] ?? ''));
    index = end;
  }
  return kept.join('');
}

/** So many pieces, words and what parts them, follow a title at most. */
const mostOfName = 6;

/** A word without what ends a sentence or a bracket after it. */
const bare = (piece = ''): string => piece.replace(/[,.;:)”’]+$/, '');
