import type { Item } from '../../language/items.ts';
import type { Span } from '../../language/tree.ts';
import { referencesOf } from '../../language/walk.ts';
import type { Unit } from '../../plan/file.ts';
import { listed } from '../../plan/words.ts';
import { always, check, type Draft } from '../check.ts';
import { confusedWords, hasConfusable, isInvisible, type Confused } from './confused.ts';
import { fixToLookAt, replace, safeFix } from '../shared/fixes.ts';

export const confusableCharacter = check({
  id: 'confusable-character',
  title: 'Character that looks like another',
  what: 'In an id, a reference or another word of the language, a letter of another alphabet that looks Latin, or a character that cannot be seen. In a text, the same within a word of Latin letters; words of another language are left alone, and so are comments and what the paper says after given.',
  why: 'What is pasted from a scan or a web page can look right and not be: a Cyrillic В is never found as B, and what refers to it leads nowhere.',
  source:
    'Unicode Technical Standard 39, Unicode security mechanisms; a trust’s published plan has such letters in three references and a directorate.',
  falsePositives:
    'A text that mixes alphabets inside a word on purpose. No-break spaces are left alone: the language reads them as spaces.',
  severity: always('error'),
  preset: 'setting-up',
  over: 'unit',
  *run(unit) {
    if (!hasConfusable(unit.text)) return;
    const nameAt = namesIn(unit);
    for (const word of confusedWords(unit.text, (offset) => nameAt(offset) === 'reference')) {
      yield draftOf(unit, word, nameAt(word.span.start) ?? 'word');
    }
  },
  examples: {
    flagged: [
      {
        plan: `
directorate CHS "Community Health Services"
action В "Keep the wаrds clean, as СHS does" {
       ^ The id “В” has a letter that only looks Latin: В (Cyrillic capital letter Ve, U+0412) instead of B.
                   ^^^^^ The word “wаrds” has a letter that only looks Latin: а (Cyrillic small letter A, U+0430) instead of a.
                                   ^^^ The word “СHS” has a letter that only looks Latin: С (Cyrillic capital letter Es, U+0421) instead of C.
  directorate снѕ
              ^^^ The reference “снѕ” has letters that only look Latin: с (Cyrillic small letter Es, U+0441) instead of C, н (Cyrillic small letter En, U+043D) instead of H and ѕ (Cyrillic small letter Dze, U+0455) instead of S.
  continues   н, к
              ^ The reference “н” has a letter that only looks Latin: н (Cyrillic small letter En, U+043D) instead of H.
                 ^ The reference “к” has a letter that only looks Latin: к (Cyrillic small letter Ka, U+043A) instead of K.
  committee   "СЕG"
               ^^^ The reference “СЕG” has letters that only look Latin: С (Cyrillic capital letter Es, U+0421) instead of C and Е (Cyrillic capital letter Ie, U+0415) instead of E.
}
`,
      },
      {
        // The escapes count as the one character they stand for.
        plan: `
action F\u200b "Bring super\u00advision to 85 %" {
       ^^ The id “F” has a character that cannot be seen: zero width space (U+200B).
                 ^^^^^^^^^^^^ The word “supervision” has a character that cannot be seen: soft hyphen (U+00AD).
  note """
    It is late\u2060.
          ^^^^^ The word “late” has a character that cannot be seen: word joiner (U+2060).
  """
}
`,
      },
    ],
    clean: [
      {
        plan: `
action B "Bring\u00a0supervision to 85\u00a0%" {
  due    31\u00a0October\u00a02018
  ref    "B" given "В"
  note   "The leaflet is there in Ukrainian, Про нас; TNFα and 5 μg are symbols"
  impact none given "NоNе" // a comment may have wоrds like these
}
`,
      },
    ],
  },
});

/** What a word of a unit is, by where it begins: an id, or part of a reference. */
function namesIn(unit: Unit): (offset: number) => string | undefined {
  const ids = new Set<number>();
  const references: Span[] = [];
  const collect = (item: Item): void => {
    ids.add(item.idSpan.start);
    for (const { reference } of referencesOf(item)) references.push(reference.span);
    item.children.forEach(collect);
  };
  unit.reading.items.forEach(collect);
  return (offset) => {
    if (ids.has(offset)) return 'id';
    const within = references.some(({ start, end }) => start <= offset && offset < end);
    return within ? 'reference' : undefined;
  };
}

function draftOf(unit: Unit, word: Confused, kind: string): Draft {
  const { span, latin, inText, characters } = word;
  const unseen = characters.every(({ entry }) => isInvisible(entry));
  const text = Array.from(unit.text.slice(span.start, span.end));
  const seen = text.filter((character) =>
    characters.every(({ entry }) => entry.character !== character || !isInvisible(entry)),
  );
  const change = inText && unseen ? safeFix : fixToLookAt;
  return {
    at: span,
    severity: inText ? 'warning' : 'error',
    message:
      latin === ''
        ? `Between the words stands ${inWords(word)}.`
        : `The ${kind} “${seen.join('')}” has ${inWords(word)}.`,
    todo: latin === '' ? 'Take it out.' : `Write ${latin} in its place.`,
    fixes: () => [
      change(
        unseen ? 'Take out what cannot be seen' : `Change it to ${latin}`,
        replace(unit, span, latin),
      ),
    ],
  };
}

/** `a letter that only looks Latin: … instead of B`. */
function inWords({ characters }: Confused): string {
  const hidden = characters.filter(({ entry }) => isInvisible(entry));
  const alike = characters.filter(({ entry }) => !isInvisible(entry));
  const areLetters = alike.every(({ instead }) => /[A-Z]/i.test(instead));
  const oneLooks = areLetters
    ? 'a letter that only looks Latin'
    : 'a character that only looks like another';
  const manyLook = areLetters
    ? 'letters that only look Latin'
    : 'characters that only look like others';
  const parts = [
    {
      what: alike.length === 1 ? oneLooks : manyLook,
      names: alike.map(
        ({ entry, instead }) =>
          `${entry.character} (${entry.name}, ${entry.codePoint}) instead of ${instead}`,
      ),
    },
    {
      what:
        hidden.length === 1 ? 'a character that cannot be seen' : 'characters that cannot be seen',
      names: hidden.map(
        ({ entry }) =>
          `${entry.name.charAt(0).toLowerCase()}${entry.name.slice(1)} (${entry.codePoint})`,
      ),
    },
  ];
  return parts
    .filter(({ names }) => names.length > 0)
    .map(({ what, names }) => `${what}: ${listed(names)}`)
    .join('; and ');
}
