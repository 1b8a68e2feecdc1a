import fc from 'fast-check';
import { monthNames, recurrences } from '../../server/src/language/dates.ts';
import { curlyQuotes, isMissingWord, missingWords } from '../../server/src/language/shapes.ts';
import { unit, type Slot, type SlotKind } from '../../server/src/language/slots.ts';

/** Texts that the slots of the keyword table read: of each kind plain ones and hostile ones. */

/** The words, quotes and marks of a line in order, without what stands between them. */
export type Pieces = readonly string[];

/** Words that a slot which takes any word would read in another way. */
const spoken: ReadonlySet<string> = new Set(['given', 'inferred', 'not-in-plan', 'per']);

const oneOf = (characters: string) => fc.constantFrom(...Array.from(characters));

const wordParts = fc.tuple(
  oneOf('aZ9é一𝒜'),
  fc.string({ unit: oneOf('aZ09é.-/&_()\u00ad\u200b'), maxLength: 6 }),
  oneOf('aZ9é)\u0301\u200b'),
);

const plainWords = [
  'A',
  '18.5',
  'AMH/LD',
  'AMH//LD',
  '17(2)(a)',
  '2018-10',
  'Oct',
  '2017/18',
  'CEG',
  'note',
  'action',
  'must',
  'on',
  'nonesuch',
  '%',
  '-3',
];

/** A bare word that is no word for missing. */
export const word: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...plainWords) },
    { weight: 1, arbitrary: wordParts.map((parts) => parts.join('')) },
  )
  .filter((text) => !isMissingWord(text) && !spoken.has(text));

const phrases = [
  'Two wards are behind',
  'x',
  '"',
  '""',
  '"""',
  ' // no comment ',
  '/* nor this',
  '*/',
  'https://example.org//a',
  'S:\\Wards\\',
  '{',
  '}',
  '|',
  ',',
  ':',
  '’',
  '\u00a0',
  '\t',
  '😀',
  'e\u0301',
  '\u200b',
  ' given "x"',
  'action A "t" {',
  'none',
];

/** One line of prose; nothing in it may count for anything once it stands in quotes. */
const prose = fc
  .array(fc.constantFrom(...phrases), { maxLength: 4 })
  .map((found) => found.join(''));

const withoutCurly = (text: string): string =>
  Array.from(text, (character) => (curlyQuotes.includes(character) ? '' : character)).join('');

/** A text in straight or curly quotes. */
export const quoted: fc.Arbitrary<string> = fc.oneof(
  prose.map((text) => `"${text.replaceAll('"', '""')}"`),
  fc
    .tuple(oneOf(curlyQuotes), prose, oneOf(curlyQuotes))
    .map(([open, text, close]) => `${open}${withoutCurly(text)}${close}`),
);

const textLine = fc
  .tuple(fc.constantFrom('  ', '    ', '\t', ' ', '      ', '  \t'), prose)
  .map(([indent, text]) => indent + text);

/** A text over several lines, from `"""` to `"""`. */
export const textBlock: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('"""', '"""  ', '"""\t'),
    fc.array(fc.oneof(textLine, fc.constantFrom('', '   ', 'x', '- a list', '"quoted"', '"""x')), {
      maxLength: 5,
    }),
    fc.constantFrom('"""', '  """', '\t"""', '  """ '),
  )
  .map(([open, lines, close]) =>
    [open, ...lines.filter((line) => line.trim() !== '"""'), close].join('\n'),
  );

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const period: fc.Arbitrary<Pieces> = fc
  .record({
    year: fc.integer({ min: 1998, max: 2031 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    quarter: fc.integer({ min: 1, max: 4 }),
    form: fc.nat(8),
  })
  .map(({ year, month, day, quarter, form }) => {
    const name = monthNames[month - 1] ?? '';
    const short = name.slice(0, 3);
    const financial = `${String(year)}/${String(year + 1).slice(2)}`;
    const forms = [
      [`${String(year)}-${twoDigits(month)}-${twoDigits(day)}`],
      [`${String(year)}-${twoDigits(month)}`],
      [String(day), name, String(year)],
      [`${String(day)}th`, short.toUpperCase(), String(year)],
      [name.toLowerCase(), String(year)],
      [short, String(year)],
      [`Q${String(quarter)}`, financial],
      [financial],
      [`${String(year)}/${String(year + 1)}`],
    ];
    return forms[form] ?? [];
  });

const recurrence = fc.constantFrom(...Object.keys(recurrences));

const plainDate: fc.Arbitrary<Pieces> = fc.oneof(
  { weight: 4, arbitrary: period },
  period.map((pieces) => ['rolling', ...pieces]),
  fc.tuple(recurrence, period).map(([every, from]) => [every, 'from', ...from]),
  fc.constantFrom(['immediate'], ['ongoing'], ['on-request'], ['to-be-agreed']),
  fc.oneof(word, quoted).map((plan) => ['per', plan]),
);

const date: fc.Arbitrary<Pieces> = fc.oneof(
  { weight: 4, arbitrary: plainDate },
  fc.tuple(plainDate, quoted).map(([pieces, why]) => [...pieces, 'tbc', why]),
);

const figure: fc.Arbitrary<Pieces> = fc.oneof(
  fc.constantFrom(['85'], ['6,785'], ['1,234,567.8'], ['43.1', '%'], ['43.1%'], ['-3'], ['0']),
  fc.nat(9999).map((number) => [String(number)]),
);

const reference: fc.Arbitrary<Pieces> = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: word.map((id) => [id]) },
      fc.tuple(word, word).map(([source, id]) => [source, ':', id]),
      quoted.map((name) => [name]),
    ),
    fc.boolean(),
  )
  .map(([pieces, known]) => (known ? pieces : [...pieces, 'not-in-plan']));

const regulation: fc.Arbitrary<Pieces> = fc.oneof(
  fc.constantFrom(['18'], ['17(2)(a)'], ['9A'], ['20A(1)']),
  fc.constantFrom('9', '16', '18(2)(a)(i)').map((paragraph) => ['2009', ':', paragraph]),
);

const list = (one: fc.Arbitrary<Pieces>): fc.Arbitrary<Pieces> =>
  fc
    .array(one, { minLength: 1, maxLength: 3 })
    .map((items) => items.flatMap((item, index) => (index === 0 ? item : [',', ...item])));

const single = (one: fc.Arbitrary<string>): fc.Arbitrary<Pieces> => one.map((text) => [text]);

const known: Record<SlotKind, (slot: Slot<unknown>) => fc.Arbitrary<Pieces>> = {
  text: (slot) => single(slot === unit ? fc.oneof(word, quoted) : quoted),
  id: () => single(word),
  ids: () => list(single(word)),
  word: ({ of }) => single(fc.constantFrom(...of)),
  term: () => single(word),
  level: () => single(word),
  reference: () => reference,
  references: () => list(reference),
  date: () => date,
  period: () => period,
  figure: () => figure,
  regulations: () => list(regulation),
};

/** Whether a word for missing may be followed by why; without it the next text would be taken for that. */
const explainable: ReadonlySet<string> = new Set(['tbc', 'unreadable', 'withheld']);

const missing = (slot: Slot<unknown>): fc.Arbitrary<Pieces> =>
  fc
    .tuple(fc.constantFrom(...missingWords, ...slot.alsoMissing), quoted)
    .map(([text, why]) => (explainable.has(text) ? [text, why] : [text]));

const marks: fc.Arbitrary<Pieces> = fc
  .tuple(fc.shuffledSubarray(['given', 'inferred']), quoted, quoted)
  .map(([names, first, second]) => names.flatMap((name, index) => [name, index ? second : first]));

/** A word for missing in a slot's place, with its marks. */
export const missingValueOf = (slot: Slot<unknown>): fc.Arbitrary<Pieces> =>
  fc.tuple(missing(slot), marks).map((pieces) => pieces.flat());

/** Whatever a slot reads: a value or a word for missing, perhaps `given` and `inferred`; or nothing. */
export function valueOf(slot: Slot<unknown>): fc.Arbitrary<Pieces> {
  const value = fc.tuple(known[slot.kind](slot), marks).map((pieces) => pieces.flat());
  const some = fc.oneof(
    { weight: 5, arbitrary: value },
    { weight: 1, arbitrary: missingValueOf(slot) },
  );
  return slot.optional ? fc.oneof(fc.constant([]), some) : some;
}
