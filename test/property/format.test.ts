import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatPlan } from '../../server/src/language/printer.ts';
import { readUnit, unitsOf } from '../../server/src/language/read.ts';
import {
  dedent,
  LeftBrace,
  Newline,
  RightBrace,
  Text,
  tokenize,
} from '../../server/src/language/tokens.ts';
import { plans } from './plans.ts';
import { inflict, lostLines, lostTokens, sampleFiles, strayTokens, type Wound } from './wounds.ts';

/**
 * What formatting keeps, of plans with and without wounds. White space is all that it moves:
 *
 * - formatted again, a text stays as it is;
 * - every token and every comment stays, in its order; a long text keeps what it says. In a row of a
 *   grid comments move behind the row, so tokens and comments keep their order each for themselves;
 * - two lines with blank lines between them keep one, and no two get one that had none. Directly
 *   after `{` and before `}` there is none, nor at the start and the end of a file;
 * - a unit with a problem stays byte for byte;
 * - the units stay the same in number (one that is blank vanishes), and say the same.
 */

const positions = new Set([
  ...['span', 'keywordSpan', 'idSpan', 'headerSpan', 'insertAt'],
  // Those that lines and values keep as numbers.
  ...['start', 'end'],
]);

/** What a unit says, without where. */
const meaningOf = (unit: string): string =>
  JSON.stringify(readUnit(unit).items, (key, value: unknown) =>
    positions.has(key) ? undefined : value,
  );

const isWounded = (unit: string): boolean => readUnit(unit).problems.length > 0;

/** The units of a text as the formatter takes them: without the byte-order mark, and none that is blank. */
const unitsIn = (text: string): string[] =>
  unitsOf(text.replace(/^\ufeff/, '')).filter((unit) => {
    const { tokens, comments } = tokenize(unit);
    return comments.length > 0 || tokens.some(({ tokenType }) => tokenType !== Newline);
  });

const withOneLineEnd = (text: string): string => text.replaceAll(/\r\n|\r/g, '\n');

interface Row {
  readonly tokens: string[];
  readonly comments: string[];
  /** Whether blank lines stand before it, where they are kept. */
  blankBefore: boolean;
}

/** The lines of a text, with the tokens and comments on each. */
function rowsOf(units: readonly string[]): Row[] {
  const rows: Row[] = [];
  let row: Row = { tokens: [], comments: [], blankBefore: false };
  let lineEnds = 0;
  let last: string | undefined;
  for (const unit of units) {
    const { tokens, comments } = tokenize(unit);
    const pieces = [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset);
    const isComment = new Set(comments);
    for (const piece of pieces) {
      const { tokenType, image } = piece;
      if (tokenType === Newline) {
        lineEnds++;
        continue;
      }
      if (lineEnds > 0 || rows.length === 0) {
        const dropped = rows.length === 0 || last === LeftBrace.name || tokenType === RightBrace;
        row = { tokens: [], comments: [], blankBefore: lineEnds > 1 && !dropped };
        rows.push(row);
        lineEnds = 0;
      }
      if (isComment.has(piece)) row.comments.push(withOneLineEnd(image));
      else row.tokens.push(tokenType === Text ? dedent(image).text : image);
      last = tokenType.name;
    }
  }
  return rows;
}

function assertKept(text: string): void {
  const formatted = formatPlan(text);
  assert.equal(formatPlan(formatted), formatted, 'formatted again');
  const before = unitsIn(text);
  const after = unitsIn(formatted);
  assert.equal(after.length, before.length, 'the number of units');
  for (const [index, unit] of before.entries()) {
    const now = after[index] ?? '';
    if (isWounded(unit)) assert.equal(now, unit, 'a unit with a problem');
    else assert.deepEqual(readUnit(now).problems, []);
    assert.equal(meaningOf(now), meaningOf(unit), 'what a unit says');
  }
  assert.deepEqual(rowsOf(after), rowsOf(before), 'lines, tokens and comments');
}

describe('formatting keeps', () => {
  for (const { name, text } of sampleFiles) {
    it(name, () => {
      assertKept(text);
    });
  }

  it('any plan', () => {
    fc.assert(fc.property(plans, assertKept), { numRuns: 800 });
  });

  it('any plan or sample with wounds', () => {
    const samples = fc.constantFrom(...sampleFiles.map(({ text }) => text));
    const whole = fc.oneof({ weight: 9, arbitrary: plans }, { weight: 1, arbitrary: samples });
    const chances = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });
    const woundsOf = fc.constantFrom<(text: string) => Wound[]>(lostLines, lostTokens, strayTokens);
    fc.assert(
      fc.property(whole, chances, woundsOf, (text, found, wounds) => {
        let wounded = text;
        for (const chance of found) {
          const all = wounds(wounded);
          const wound = all[chance % all.length];
          if (wound !== undefined) wounded = inflict(wounded, wound);
        }
        assertKept(wounded);
      }),
      { numRuns: 800 },
    );
  });
});
