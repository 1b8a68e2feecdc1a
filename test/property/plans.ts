import fc from 'fast-check';
import {
  blocks,
  isNested,
  topLevelKeywords,
  type BlockSpec,
  type PropertySpec,
} from '../../server/src/language/keywords/index.ts';
import type { Slot } from '../../server/src/language/slots.ts';
import { missingValueOf, quoted, textBlock, valueOf, word, type Pieces } from './values.ts';

/**
 * Well-formed plans, generated from the keyword table: every block with every property, laid out as
 * badly as the language allows. Left out is a comment between a block's keyword and its title: such a
 * header is read, but begins no unit.
 */

const specs: readonly BlockSpec[] = Object.values(blocks);

const pick = <T>(...of: readonly T[]) => fc.constantFrom(...of);

/** The arbitrary's value now and then, and otherwise nothing. */
const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

const blockComment = pick(
  '/* c */',
  '/**/',
  '/* " { */',
  '/* """ // | } */',
  '/* a\n   b */',
  '/*\n// “\n\n*/',
);
const lineComment = pick('//', '// the paper says "Oct-18"', '// { /* “ """', '//x//');

/** What stands between two pieces of a line; a comment needs white space before it, not after it. */
const gap: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.constant(' ') },
  { weight: 2, arbitrary: pick('  ', '\t', '\u00a0', '\u3000 ', ' \u200b ') },
  {
    weight: 1,
    arbitrary: fc.tuple(blockComment, pick('', ' ')).map(([comment, end]) => ` ${comment}${end}`),
  },
);

const gaps = fc.array(gap, { minLength: 1, maxLength: 5 });

const touches = (piece: string): boolean => piece === ',' || piece === ':';

/** Joins pieces with gaps, which are taken in turn; commas and colons may touch. */
function join(pieces: Pieces, between: readonly string[]): string {
  return pieces.reduce((line, piece, index) => {
    const before = pieces[index - 1];
    if (before === undefined) return piece;
    const own = between[index % between.length] ?? ' ';
    const touching = (touches(piece) || touches(before)) && (index + between.length) % 2 === 0;
    return line + (touching ? '' : own) + piece;
  }, '');
}

/** A line of a block as pieces; one whose last piece is a long text has to be the last on its line. */
const isLong = (pieces: Pieces): boolean => pieces.at(-1)?.includes('\n') === true;

const qualifiersOf = (property: PropertySpec): fc.Arbitrary<Pieces[]> =>
  fc
    .shuffledSubarray(Object.entries<Slot<unknown>>(property.qualifiers))
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map(([keyword, slot]) => valueOf(slot).map((pieces) => [keyword, ...pieces])),
      ),
    );

/** The date before would take the `tbc` for itself: it may wait for something. */
const isAmbiguous = (slots: readonly Slot<unknown>[], values: readonly Pieces[]): boolean =>
  slots.some(
    ({ kind }, index) =>
      kind === 'date' && !values[index]?.includes('tbc') && values[index + 1]?.[0] === 'tbc',
  );

/** One property of the table: all its values, some of its qualifiers, a long text in place of a text. */
export function propertyLine(property: PropertySpec): fc.Arbitrary<Pieces> {
  const slots = Object.values<Slot<unknown>>(property.values);
  const [first] = slots;
  const keyword = property.keyword === 'level' ? levelWord : fc.constant(property.keyword);
  const textAt = slots.findIndex(({ kind }) => kind === 'text');
  const whole = fc
    .tuple(
      keyword,
      fc.tuple(...slots.map(valueOf)).filter((values) => !isAmbiguous(slots, values)),
      qualifiersOf(property),
      sometimes(textBlock),
    )
    .map(([name, values, qualifiers, long]): Pieces => {
      const others = values.filter((_, index) => index !== textAt);
      if (long === null || textAt < 0) return [name, ...values.flat(), ...qualifiers.flat()];
      return [name, ...others.flat(), ...qualifiers.flat(), long];
    });
  if (first === undefined || first.optional || slots.length === 1) return whole;
  // One typed missing value may say all there is to say of the line.
  const alone = fc.tuple(keyword, missingValueOf(first)).map((pieces) => pieces.flat());
  return fc.oneof({ weight: 9, arbitrary: whole }, { weight: 1, arbitrary: alone });
}

/**
 * A scale's line names itself, but not with a word that means something in every block, nor with one
 * that begins a block: `plan means none` at the margin does.
 */
const levelWord = fc
  .oneof(pick('level', 'amber', 'On-track', '1st', 'must'), word)
  .filter((text) => ![...topLevelKeywords, 'also', 'note', 'explained', '%'].includes(text));

interface Line {
  readonly text: string;
  /** Whether a brace may follow on the same line. */
  readonly open: boolean;
}

const asLine = (pieces: fc.Arbitrary<Pieces>): fc.Arbitrary<Line> =>
  fc
    .tuple(pieces, gaps)
    .map(([found, between]) => ({ text: join(found, between), open: !isLong(found) }));

const cell: fc.Arbitrary<Pieces> = fc.oneof(
  fc.constant([]),
  pick<string[]>(['good'], ['requires', 'improvement', 'down'], ['2019-02'], ['A', ',', 'B']),
  fc.oneof(word, quoted).map((text) => [text]),
);

/** The rows of a grid, all with as many cells; the bar that closes a row may be missing. */
const grid: fc.Arbitrary<Line[]> = fc
  .integer({ min: 1, max: 4 })
  .chain((columns) =>
    fc.array(
      fc.tuple(fc.array(cell, { minLength: columns, maxLength: columns }), fc.boolean(), gaps),
      { maxLength: 4 },
    ),
  )
  .map((rows) =>
    rows.map(([cells, closed, between]) => {
      const pieces = cells.flatMap((found) => ['|', ...found]);
      const isClosed = closed || cells.at(-1)?.length === 0;
      return { text: join(isClosed ? [...pieces, '|'] : pieces, between), open: true };
    }),
  );

/** Lines of a block in any order; what may be said once is said once. */
function linesOf(spec: BlockSpec): fc.Arbitrary<Line[]> {
  const properties = Object.values(spec.properties);
  const said = fc
    .array(pick(...properties), { maxLength: 5 })
    .map((found) =>
      found.filter(
        ({ many }, index, all) => many || all.indexOf(all[index] as PropertySpec) === index,
      ),
    )
    .chain((chosen) => fc.tuple(...chosen.map((property) => asLine(propertyLine(property)))));
  const inside = specs.find(({ kind }) => kind === spec.children);
  const children =
    inside === undefined ? fc.constant<Line[]>([]) : fc.array(blockOf(inside), { maxLength: 3 });
  const rows = spec.grid === true ? grid : fc.constant<Line[]>([]);
  return fc
    .tuple(said, children, rows, fc.boolean())
    .map(([some, nested, table, first]) =>
      first ? [...nested, ...some, ...table] : [...some, ...table, ...nested],
    );
}

const indent = pick('', '  ', '    ', '\t', ' \u00a0');

/** What may stand between two lines: nothing, blank lines, comments. */
const between: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: pick('\n', ' \n', '\n\n\t\n') },
  fc.tuple(indent, fc.oneof(lineComment, blockComment)).map((found) => `${found.join('')}\n`),
);

const lineEnd: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: pick('\n', ' \n') },
  fc
    .tuple(pick(' ', '\t'), fc.oneof(lineComment, blockComment))
    .map((found) => `${found.join('')}\n`),
);

const layout = fc.record({ indent, before: between, end: lineEnd });
const layouts = fc.array(layout, { minLength: 1, maxLength: 6 });

/** A body: empty, one line between braces, or lines; the first may follow `{`, and `}` the last. */
const bodyOf = (spec: BlockSpec): fc.Arbitrary<string> =>
  fc
    .record({
      lines: linesOf(spec),
      layouts,
      start: fc.oneof({ weight: 5, arbitrary: lineEnd }, fc.constant(' ')),
      snug: fc.boolean(),
      indent,
    })
    .map(({ lines, layouts, start, snug, indent: outer }) => {
      if (lines.length === 0) return start === ' ' ? '{ }' : `{${start}${outer}}`;
      const laid = lines.map(({ text, open }, index) => {
        const own = layouts[index % layouts.length];
        const follows = start === ' ' && index === 0;
        const before = follows || own === undefined ? '' : own.before + own.indent;
        const closes = snug && open && index === lines.length - 1;
        return before + text + (closes ? ' ' : open ? (own?.end ?? '\n') : '\n');
      });
      return `{${start}${laid.join('')}${snug ? '' : outer}}`;
    });

const title: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(pick('', ' ', '\t'), quoted).map((found) => found.join('')) },
  fc.tuple(pick('none', 'n/a', 'unknown', 'withheld "x"', 'tbc “why”')).map(([text]) => ` ${text}`),
);

/** A block at the margin or nested: its header, and perhaps a body. */
function blockOf(spec: BlockSpec): fc.Arbitrary<Line> {
  return fc
    .record({
      keyword: pick(...Object.keys(spec.keywords)),
      space: pick(' ', '  ', '\t', '\u00a0'),
      id: word,
      title,
      given: fc.oneof(
        { weight: 5, arbitrary: fc.constant('') },
        quoted.map((text) => ` given ${text}`),
      ),
      long: sometimes(textBlock),
      gap,
      body: fc.option(bodyOf(spec), { freq: 4 }),
    })
    .map(({ keyword, space, id, title, given, long, gap, body }) => {
      const start = keyword + space + id;
      if (long !== null) return { text: `${start} ${long}`, open: false };
      const header = start + title + given;
      return { text: body === null ? header : header + gap + body, open: true };
    });
}

const topLevel = specs.filter((spec) => !isNested(spec));

/** A block of any kind that may stand at the margin. */
const anyBlock = fc.oneof(...topLevel.map(blockOf));

/** Whole files, with what may stand around blocks, any line ends, and perhaps a byte-order mark. */
export const plans: fc.Arbitrary<string> = fc
  .record({
    blocks: fc.array(anyBlock, { minLength: 1, maxLength: 5 }),
    layouts,
    last: between,
    mark: fc.oneof({ weight: 9, arbitrary: fc.constant('') }, fc.constant('\ufeff')),
    eol: pick('\n', '\n', '\n', '\r\n', '\r'),
  })
  .map(({ blocks: found, layouts, last, mark, eol }) => {
    const laid = found.map(({ text, open }, index) => {
      const own = layouts[index % layouts.length];
      return (own?.before ?? '') + text + (open ? (own?.end ?? '\n') : '\n');
    });
    return mark + `${laid.join('')}${last}`.replaceAll('\n', eol);
  });

/** Every property of every kind of block, with the names of both. */
export const everyProperty = specs.flatMap((spec) =>
  Object.values(spec.properties).map((property) => ({ spec, property })),
);
