import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatPlan } from '../../server/src/language/printer.ts';
import type { Problem } from '../../server/src/language/problems.ts';
import { readUnit, unitsOf } from '../../server/src/language/read.ts';
import { assertNothingSkipped, spansIn } from '../fuzz/invariants.ts';
import { plans } from './plans.ts';
import { hostileTokens } from './wounds.ts';

/**
 * Any text at all is read: nothing throws, no character is lost, every place that is named lies in its
 * unit, and the time it takes grows as the text does.
 */

function assertTotal(text: string): void {
  const units = unitsOf(text);
  assert.equal(units.join(''), text);
  for (const unit of units) {
    assertNothingSkipped(unit);
    for (const { start, end } of spansIn(readUnit(unit))) {
      assert.ok(0 <= start && start <= end && end <= unit.length, `${start} to ${end}`);
    }
  }
  const formatted = formatPlan(text);
  assert.equal(formatPlan(formatted), formatted);
}

const pieces = fc.oneof(
  fc.constantFrom<string>(
    ...hostileTokens,
    '“',
    '”',
    '*/',
    '//',
    '(',
    ')',
    ',',
    ':',
    '-',
    '%',
    '""',
  ),
  fc.constantFrom(
    '\n',
    '\r\n',
    '\r',
    ' ',
    '  ',
    '\t',
    '\u00a0',
    '\u200b',
    '\u2028',
    '\ufeff',
    '\u0085',
  ),
  fc.constantFrom('\ud800', '\udc00', '😀', '\0', 'é', 'e\u0301', 'ﬁ', '１', '\\'),
  fc.constantFrom('\naction A "t" {\n', '\naudit A none {\n', '\n  must M "t" {\n', '\naction '),
  fc.constantFrom('  due 2018-10 ', '  note ', 'given "x"', 'tbc', '\nscale p "p" {\n', '| a |'),
  fc.constantFrom('  for A,', '\nratings R "t" {\n', '  actual Q2 2019/20 6,785 %', '31 June 2018'),
);

const soups = fc.array(pieces, { maxLength: 40 }).map((found) => found.join(''));

/** A plan with another text somewhere in it. */
const mixes = fc
  .tuple(plans, fc.oneof(soups, fc.string({ unit: 'binary' })), fc.nat())
  .map(([plan, other, chance]) => {
    const at = chance % (plan.length + 1);
    return plan.slice(0, at) + other + plan.slice(at);
  });

const problemsIn = (text: string): readonly Problem[] =>
  unitsOf(text).flatMap((unit) => readUnit(unit).problems);

describe('any text is read', () => {
  const texts = {
    'of any characters': fc.string({ unit: 'binary', maxLength: 200 }),
    'with lone surrogates': fc
      .array(fc.nat({ max: 0xffff }), { maxLength: 100 })
      .map((units) => String.fromCharCode(...units)),
    'of pieces in any order': soups,
    'of a plan and anything in it': mixes,
  };
  for (const [name, text] of Object.entries(texts)) {
    it(name, () => {
      fc.assert(fc.property(text, assertTotal), { numRuns: 400 });
    });
  }

  it('with blocks 10,000 deep, which is one problem too deep', () => {
    const deep = 10_000;
    const headers = 'action A "t" {\n'.repeat(deep);
    const nested = ` must M "t" {\n`.repeat(deep);
    for (const text of [
      '{'.repeat(deep),
      `action A "t" ${'{'.repeat(deep)}`,
      `audit A "t" {\n${nested}`,
    ]) {
      for (const closed of [text, text + '}'.repeat(deep)]) {
        const codes = problemsIn(closed).map(({ code }) => code);
        assert.equal(codes.filter((code) => code === 'too-deep').length, 1);
        assert.ok(codes.length <= 10, `${codes.length} problems`);
      }
    }
    // Blocks that begin at the margin are never inside one another.
    assert.ok(problemsIn(headers).every(({ code }) => code !== 'too-deep'));
  });
});

/** As many of a text as make a long one. */
const size = 100_000;
const much = (text: string, before = '', after = ''): string =>
  before + text.repeat(Math.ceil(size / text.length)) + after;

/** Texts on which a careless pattern or loop takes a time that grows as their square, or overflows. */
const long: Readonly<Record<string, string>> = {
  quotes: much('"'),
  'quotes, one more': `${much('"')}"`,
  'doubled quotes before a letter': much('""', '"', 'a'),
  'runs of doubled quotes': much(`${'""'.repeat(500)}a`, '"'),
  'blanks in an unclosed text': much(' ', 'note "', 'x'),
  'blanks in unclosed curly quotes': much(' {', 'note “', 'x'),
  'blanks after """': much(' ', '"""', 'x'),
  'openings of comments': much('/*'),
  'openings of comments with blanks': much('/* '),
  'stars in a comment': much('*', '/* '),
  bars: much('|'),
  brackets: much('('),
  'brackets in an id': much('(', 'action a'),
  'points in an id': much('.-', 'action a', ' "t" {'),
  'points between letters': much('a.-.-.-.-', 'action '),
  'one word': much('a', 'action A "t" {\n', '\n}'),
  'one word of another plane': much('𝒜', 'action '),
  'invisible characters in an id': much('\u200b', 'action A', 'x'),
  'invisible characters before an id': much('\u200b', 'action ', 'A'),
  'line ends before a line': much('\n', '', 'x'),
  'blank lines in a block': much('\n', 'action A "t" {', '}\n// c'),
  'lines of blanks': much('\n ', 'action A "t"', '// c'),
  'properties of one block': much('  note "x"\n', 'action A "t" {\n', '}'),
  'rows of one grid': much('|a|b|\n', 'ratings A "t" {\n', '}'),
  'columns of one grid': much('a|', 'ratings A "t" {\n|', '\n}'),
  'keywords that nobody knows': much('  comittee x\n', 'action A "t" {\n', '}'),
  'blocks without braces': much('action A\n  due x\n}\n'),
  'indented blocks': much(' action A "t"\n'),
  'blocks in a block': much(' action B "t" {\n }\n', 'action A "t" {\n', '}'),
  'qualifiers on one line': much('from 2018-13 ', 'sro A "t" {\n vacant ', '\n}'),
  'closing braces': much('}'),
  'pairs of braces': much('{}'),
};

describe('a text of 100,000 characters is read in less than 5 seconds', () => {
  for (const [name, text] of Object.entries(long)) {
    it(name, () => {
      const start = process.cpuUsage();
      assert.equal(unitsOf(text).join(''), text);
      for (const unit of unitsOf(text)) readUnit(unit);
      formatPlan(text);
      const { user, system } = process.cpuUsage(start);
      assert.ok(user + system < 5_000_000, 'microseconds of the processor, however busy it is');
    });
  }
});

describe('a text of a million characters', () => {
  for (const character of ['"', '/*', '|', '(']) {
    it(`that are all ${character} is read`, () => {
      const text = character.repeat(1_000_000 / character.length);
      for (const unit of unitsOf(text)) readUnit(unit);
    });
  }
});
