import { isMissingWord, type MissingWord } from '../../language/shapes.ts';

/** Words that people write where there is nothing to write. */
const words: ReadonlyMap<string, MissingWord> = new Map(
  Object.entries({
    'n/a': 'n/a',
    na: 'n/a',
    'not applicable': 'n/a',
    'does not apply': 'n/a',
    't n/a': 'n/a',
    none: 'none',
    'none identified': 'none',
    nil: 'none',
    'none required': 'none',
    'no impact': 'none',
    'none known': 'none',
    tbc: 'tbc',
    tba: 'tbc',
    tbd: 'tbc',
    'to be confirmed': 'tbc',
    'to be agreed': 'tbc',
    'to be advised': 'tbc',
    'to be decided': 'tbc',
    'not available': 'unknown',
    'not known': 'unknown',
    unknown: 'unknown',
    '-': 'unknown',
    '–': 'unknown',
    '—': 'unknown',
    '?': 'unknown',
  } as const),
);

/** None of them is longer, with the marks that may stand around it. */
const longest = 30;

/** The language's word for a cell that says that something is missing; undefined where it says something else. */
export function missingIn(text: string): MissingWord | undefined {
  if (text.length > longest) return undefined;
  const bare = text
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s'"“”‘’(]+|[\s.,;'"“”‘’)]+$/g, '');
  const found = words.get(bare) ?? words.get(bare.replaceAll('.', ''));
  return found ?? (isMissingWord(bare) ? bare : undefined);
}
