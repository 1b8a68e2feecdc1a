import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import readExcelFile, { type CellValue } from 'read-excel-file/node';
import { paperFormat } from '../../server/src/outputs/formats/index.ts';
import { papersOf, type NamedPaper } from '../../server/src/outputs/papers/index.ts';
import { textOf, type Cell, type Table } from '../../server/src/outputs/tables/table.ts';
import { tablesOf } from '../../server/src/outputs/formats/format.ts';
import { dayInWords } from '../../server/src/plan/calendar.ts';
import { positionsOf } from '../../server/src/plan/facts/position.ts';
import { Folder } from '../support/command.ts';
import { openSample, sampleNames } from '../support/samples.ts';
import { convert, picturesOf, textOfPdf } from './convert.ts';

/** The papers of all samples, opened by programs that did not write them. */

const pictures = fileURLToPath(new URL('../../output/screenshots/papers/', import.meta.url));

interface Written extends NamedPaper {
  /** The sample’s name and the paper’s: what its files are called. */
  readonly name: string;
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, '');

/** What a cell says without what stands in brackets or beside a day: a workbook has that in a column of its own. */
const dayOf = (cell: Cell): string | undefined => {
  if (cell.type !== 'date' || cell.day === undefined) return undefined;
  const day = dayInWords(cell.day);
  if (cell.words.startsWith(day)) return day;
  const month = day.replace(/^\d+ /, '');
  return cell.words === month ? month : undefined;
};

describe('papers in Word and Excel', function () {
  this.timeout(120_000);
  const folder = new Folder();
  const written: Written[] = [];

  before(async () => {
    for (const sample of sampleNames) {
      const { plan, asAt } = await openSample(sample);
      const from = { plan, asAt, positions: positionsOf(plan, asAt), meeting: undefined };
      for (const { id, paper } of papersOf(from)) {
        const name = `${sample}-${id}`;
        written.push({ id, paper, name });
        for (const wanted of ['docx', 'xlsx']) {
          const format = paperFormat(wanted);
          if ('wrong' in format) throw new Error(format.wrong);
          for (const file of await format.write(paper, name)) folder.write(file.name, file.content);
        }
      }
    }
    const all = (ending: string): string[] =>
      written.map(({ name }) => folder.at(`${name}.${ending}`));
    convert(all('docx'), 'pdf', folder.path);
    // The last figure asks for every sheet, a file each.
    convert(
      all('xlsx'),
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
      folder.path,
    );
    mkdirSync(pictures, { recursive: true });
  });
  after(() => folder[Symbol.dispose]());

  it('has papers to look at', () => {
    assert.ok(written.length > 20);
  });

  it('keeps pictures of the first sample’s Word pages', () => {
    for (const { name } of written.filter(({ name: each }) => each.startsWith('exemplar'))) {
      picturesOf(folder.at(`${name}.pdf`), join(pictures, name));
    }
    assert.ok(readdirSync(pictures).length > 5);
  });

  it('says in Word all that the paper says, with its number on each page', () => {
    for (const { paper, name } of written) {
      const text = textOfPdf(folder.at(`${name}.pdf`));
      const said = onOneLine(text);
      const pages = text.split('\f').length - 1;
      assert.ok(said.includes(`Page${String(pages)}of${String(pages)}`), `${name}: the last page`);
      const sentences = [
        paper.heading.title,
        paper.heading.asAt,
        ...paper.sections.map(({ title }) => title),
        ...tablesOf(paper).flatMap(({ rows, caption, whenEmpty }) =>
          rows.length === 0 ? [whenEmpty] : [caption],
        ),
      ];
      for (const words of sentences) {
        assert.ok(said.includes(onOneLine(words)), `${name}: ${words}`);
      }
      for (const table of tablesOf(paper)) checkWords(table, text, name);
    }
  });

  it('holds in Excel every cell of every table, days and numbers as such', async () => {
    for (const { paper, name } of written) {
      const sheets = await readExcelFile(folder.at(`${name}.xlsx`));
      const tables = tablesOf(paper).filter(({ rows }) => rows.length > 0);
      assert.equal(sheets.length, tables.length + 1, name);
      for (const [index, table] of tables.entries()) {
        checkSheet(table, sheets[index + 1]?.data ?? [], name);
      }
    }
  });

  it('shows LibreOffice the same words', () => {
    const files = readdirSync(folder.path).filter((file) => file.endsWith('.csv'));
    for (const { paper, name } of written) {
      const own = files.filter((file) => file.startsWith(`${name}-`));
      const said = own.map((file) => readFileSync(folder.at(file), 'utf8')).join('\n');
      const bare = onOneLine(said.replaceAll('""', '"'));
      for (const { rows } of tablesOf(paper)) {
        for (const cell of rows.flatMap(({ cells }) => cells)) {
          const words = dayOf(cell) ?? textOf(cell);
          const isThere = [words, ...asValue(cell)].some((each) => bare.includes(onOneLine(each)));
          assert.ok(isThere, `${name}: ${words}`);
        }
      }
    }
  });
});

/** LibreOffice writes some days and numbers as values, not as they are shown. */
function asValue(cell: Cell): string[] {
  if (cell.type === 'number') return [String(cell.value)];
  if (cell.type !== 'date' || cell.day === undefined) return [];
  return [cell.day.replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1')];
}

/** Lines of cells stand side by side on a page; so word by word, each as often as in the table at least. */
function checkWords({ rows }: Table, text: string, name: string): void {
  const bare = onOneLine(text);
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    for (const word of textOf(cell).split(/[\s-]+/)) {
      // A word that is longer than its column is broken over lines that others stand between.
      if (word.length <= 12) assert.ok(bare.includes(word), `${name}: ${word}`);
    }
  }
}

type SheetRow = readonly (CellValue | null)[];

function checkSheet(table: Table, rows: readonly SheetRow[], name: string): void {
  const head = rows.findIndex(([first], index) => index > 1 && first === table.columns[0]?.heading);
  const headings = rows[head] ?? [];
  for (const [index, { heading }] of table.columns.entries()) {
    const column = headings.indexOf(heading, index);
    assert.ok(column >= 0, `${name}, ${table.title}: ${heading}`);
    for (const [at, { cells }] of table.rows.entries()) {
      const cell = cells[index];
      const value = rows[head + 1 + at]?.[column] ?? null;
      if (cell !== undefined) checkValue(cell, value, `${name}, ${table.title}, ${heading}`);
    }
  }
}

function checkValue(cell: Cell, value: SheetRow[number], where: string): void {
  if (dayOf(cell) !== undefined && cell.type === 'date') {
    assert.ok(value instanceof Date, `${where}: ${cell.words} is no day`);
    assert.equal(value.toISOString().slice(0, 10), cell.day, where);
  } else if (cell.type === 'number' && typeof value === 'number') {
    assert.equal(value, cell.value, where);
  } else {
    assert.equal(value ?? '', textOf(cell), where);
  }
}
