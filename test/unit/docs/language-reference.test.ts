import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { withBlockTables } from '../../../scripts/reference.mjs';
import { readDate, recurrences } from '../../../server/src/language/dates.ts';
import {
  blockOfKeyword,
  blocks,
  type BlockSpec,
} from '../../../server/src/language/keywords/index.ts';
import { depthLimit } from '../../../server/src/language/parser.ts';
import { readUnit, unitsOf } from '../../../server/src/language/read.ts';
import { missingWords } from '../../../server/src/language/shapes.ts';

// The language reference says only what is so: its examples are read, its tables are recomputed.

const reference = readFileSync(new URL('../../../docs/language.md', import.meta.url), 'utf8');

const specs: readonly BlockSpec[] = Object.values(blocks);

interface Example {
  readonly line: number;
  readonly info: string;
  readonly text: string;
}

const examples: readonly Example[] = [
  ...reference.matchAll(/^```plan[ \t]*([^\n]*)\n([\s\S]*?)^```$/gm),
].map(({ index, 1: info = '', 2: text = '' }) => ({
  line: reference.slice(0, index).split('\n').length,
  info,
  text,
}));

/** The smallest block of a kind around some lines; of a nested kind, in the block it stands in. */
function within(kind: string, lines: string): string {
  const spec = specs.find((candidate) => candidate.kind === kind);
  assert.ok(spec, `there is no kind of block named ${kind}`);
  const [keyword = ''] = Object.keys(spec.keywords);
  const block = `${keyword} X "A title" {\n${lines}}\n`;
  const outer = specs.find(({ children }) => children === kind);
  return outer === undefined ? block : within(outer.kind, block);
}

function read(text: string) {
  const units = unitsOf(text);
  const readings = units.map(readUnit);
  const startOf = (unit: number) => units.slice(0, unit).join('').length;
  return {
    items: readings.flatMap(({ items }) => items),
    problems: readings.flatMap(({ problems }, unit) =>
      problems.map(({ message, span }) => ({
        message,
        line: text.slice(0, startOf(unit) + span.start).split('\n').length,
      })),
    ),
  };
}

/** The rows below a heading row, each a list of its cells. */
function tableAfter(heading: string): string[][] {
  const start = reference.indexOf(`\n${heading}\n`);
  assert.ok(start >= 0, `the table ${heading} is missing`);
  const lines = reference.slice(start + 1).split('\n');
  const rows = lines.slice(2, lines.indexOf(''));
  return rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The ids in a list of one of the dated vocabularies. */
function idsIn(file: string, list: string): string[] {
  const path = new URL(`../../../server/data/${file}`, import.meta.url);
  const data = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { id: string }[]>;
  return (data[list] ?? []).map(({ id }) => id);
}

const uncode = (cell = ''): string => cell.replaceAll('`', '');

describe('docs/language.md', () => {
  describe('examples', () => {
    for (const { line, info, text } of examples) {
      it(`line ${String(line)}: ${info === '' ? 'a whole file' : info}`, () => {
        const kind = /^fragment-of=(\S+)$/.exec(info)?.[1];
        const { items, problems } = read(kind === undefined ? text : within(kind, text));
        if (info === 'unreadable') {
          assert.notDeepEqual(problems, []);
          // Comments, where there are any, stand on the lines that cannot be read.
          const marked = text
            .split('\n')
            .flatMap((line, at) => (line.includes(' // ') ? [at + 1] : []));
          const lines = [...new Set(problems.map((problem) => problem.line))];
          if (marked.length > 0) assert.deepEqual(lines, marked);
        } else {
          assert.ok(info === '' || kind !== undefined, `no example is marked “${info}”`);
          assert.deepEqual(problems, []);
          assert.ok(items.length > 0);
        }
      });
    }
  });

  it('has fresh tables of blocks and properties', () => {
    assert.equal(withBlockTables(reference), reference, 'run node scripts/reference.mjs');
  });

  it('lists every keyword and every property', () => {
    const keywords = specs.flatMap((spec) =>
      Object.values(spec.properties).map((row) => row.keyword),
    );
    const listed = [...blockOfKeyword.keys(), ...keywords].filter((keyword) => keyword !== 'level');
    for (const keyword of listed) assert.ok(reference.includes(`\`${keyword}\``), keyword);
  });

  it('gives dates the first and the last day that they have', () => {
    const rows = tableAfter('| Written | First day | Last day |');
    assert.ok(rows.length > 10);
    const each = rows.flatMap(([written = '', first, last]) =>
      uncode(written)
        .split(', ')
        .map((one): [string, ...unknown[]] => [one, first, last]),
    );
    for (const [written, first, last] of each) {
      const words = written.split(' ');
      const reading = readDate(words);
      assert.ok(reading !== undefined && 'date' in reading, written);
      assert.equal(reading.used, words.length, written);
      const { date } = reading;
      assert.deepEqual([written, date.first ?? '–', date.last ?? '–'], [written, first, last]);
    }
  });

  it('says why some dates are not read, as the messages do', () => {
    for (const [written = '', why] of tableAfter('| Written | Why not |')) {
      const reading = readDate(uncode(written).split(' '));
      assert.ok(reading !== undefined && 'impossible' in reading, written);
      assert.equal(reading.impossible, why, written);
    }
  });

  it('names every rhythm of a recurring duty', () => {
    for (const rhythm of Object.keys(recurrences))
      assert.ok(reference.includes(`\`${rhythm}\``), rhythm);
  });

  it('explains every word for a missing value', () => {
    const rows = tableAfter('| Word | What it says | May say why |');
    assert.deepEqual(
      rows.map(([word]) => uncode(word)),
      [...missingWords],
    );
  });

  it('names every meaning of a progress word and every change of a rating', () => {
    const named = [...idsIn('progress.json', 'entries'), ...idsIn('ratings.json', 'changes')];
    assert.ok(named.length > 10);
    for (const id of named) assert.ok(reference.includes(`\`${id}\``), id);
  });

  it('knows how deep blocks may stand', () => {
    assert.ok(reference.includes(`more than ${String(depthLimit)} deep`));
  });
});
