import assert from 'node:assert/strict';
import type { Item } from '../../server/src/language/items.ts';
import { formatPlan } from '../../server/src/language/printer.ts';
import { readUnit, unitsOf } from '../../server/src/language/read.ts';

/** What the properties found, kept as plain cases. */

const read = (text: string) => {
  const readings = unitsOf(text).map(readUnit);
  return {
    items: readings.flatMap(({ items }) => items),
    codes: readings.flatMap(({ problems }) => problems.map(({ code }) => code)),
  };
};

const idsOf = (items: readonly Item[]): string[] => items.map(({ kind, id }) => `${kind} ${id}`);

describe('found: units', () => {
  it('a property that is missing does not begin a block, even at the margin', () => {
    const text = 'inspection I "t" {\nservice tbc "why"\nbody CQC\n}\n';
    assert.deepEqual(unitsOf(text), [text]);
    assert.deepEqual(read(text).codes, []);
  });

  it('what cannot be seen may stand between a block’s keyword and its id', () => {
    assert.equal(unitsOf('plan P "t"\naction \u200bA "t"\n').length, 2);
  });

  it('an id that is longer than any word does not exhaust the pattern', () => {
    const text = `action A${'\u200b'.repeat(5_000_000)} "t"`;
    assert.deepEqual(unitsOf(text), [text]);
  });
});

describe('found: recovery', () => {
  it('lines below a blank line are not those of the block above', () => {
    const { items, codes } = read('directorate CHS "t"\n\n  also "AMHLD"\n}\n');
    assert.deepEqual(items, read('directorate CHS "t"\n').items);
    assert.deepEqual(codes, ['not-in-a-block', 'stray-brace']);
  });

  it('nor is a line that the block above cannot hold', () => {
    for (const line of [' QC "Quality Committee"', '{committee QC "Quality Committee"']) {
      const { items } = read(`trust X01 "t"\n${line}\n`);
      assert.deepEqual(items, read('trust X01 "t"\n').items);
    }
  });

  it('but lines directly below that it can hold are, its { being lost', () => {
    for (const text of ['action A "t"\n  due 2018\n}\n', 'action A "t"\n{\n  due 2018\n}\n']) {
      const { items, codes } = read(text.replace('2018', '2018-06'));
      assert.deepEqual(codes, ['missing-opening-brace']);
      assert.ok(items[0]?.kind === 'action' && items[0].due?.date.value?.last === '2018-06-30');
    }
  });

  it('properties that have lost their block are no blocks', () => {
    const { items, codes } = read('  sro DON\n  committee BOARD\n  note "x"\n}\n');
    assert.deepEqual(items, []);
    assert.deepEqual(codes, ['not-in-a-block', 'stray-brace']);
  });

  it('a block that does not begin at the margin is read, and flagged', () => {
    const { items, codes } = read('plan P "t"\n  action A "t" {\n    due 2018-06\n  }\n');
    assert.deepEqual(idsOf(items), ['plan P', 'action A']);
    assert.deepEqual(codes, ['misplaced-block']);
  });
});

describe('found: formatting', () => {
  const formatted: Record<string, readonly [before: string, after: string]> = {
    'a brace after the last row of a grid': [
      'ratings R "t" {\n| a | b |\n| c|d | }\n',
      'ratings R "t" {\n  | a | b |\n  | c | d | }\n',
    ],
    'a row of one bar': ['ratings R "t" {\n|\n}\n', 'ratings R "t" {\n  |\n}\n'],
    'a row whose last bar is missing': [
      'ratings R "t" {\n| a | bb // c\n| aa | b |\n}\n',
      'ratings R "t" {\n  | a  | bb  // c\n  | aa | b  |\n}\n',
    ],
    'a comment after a colon': [
      'action A "t" {\n  for I: /* c */ M\n}\n',
      'action A "t" {\n  for I: /* c */ M\n}\n',
    ],
    'a long text without lines': ['plan P """\n"""\n', 'plan P """\n"""\n'],
    'line ends of two kinds': ['\naction A ""\r', 'action A ""\r'],
    'a blank line of what cannot be seen': [
      'plan P "t"\n\u200b\naction A "t"\n',
      'plan P "t"\n\naction A "t"\n',
    ],
    'keywords of another plane': [
      'scale p "t" {\n𝒜 "t"\nbb "t"\n}\n',
      'scale p "t" {\n  𝒜  "t"\n  bb "t"\n}\n',
    ],
    'a block away from the margin, which is unreadable': [
      'plan P "t"\n  action   A "t"\n',
      'plan P "t"\n  action   A "t"\n',
    ],
  };
  for (const [name, [before, after]] of Object.entries(formatted)) {
    it(name, () => {
      assert.equal(formatPlan(before), after);
      assert.equal(formatPlan(after), after);
    });
  }
});
