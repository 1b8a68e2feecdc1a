import { dayInWords } from '../../../plan/calendar.ts';
import type { Heading } from '../../tables/paper.ts';
import {
  inDigits,
  numberInWords,
  textOf,
  type Cell,
  type Column,
  type DateCell,
  type NumberCell,
  type Row,
  type Table,
} from '../../tables/table.ts';
import { needsOf, shared, widthOf } from '../office/column-widths.ts';
import { dayFormat, monthFormat, serialOf } from '../office/serial.ts';
import { colours, shades } from '../office/tones.ts';
import { rowAcross, rowOf } from './rows.ts';
import type { Sheet, SheetCell, SheetLook, SheetRow } from './workbook-data.ts';

/** So many letters stand beside each other on a landscape page, at a size at which they can be read. */
const pageLetters = 165;
/** A day that does not fit is shown as hashes: “30 September 2018” has to. */
const dayLetters = 18;
/** Sentences in a narrower column are hard to read. */
const proseLetters = 30;

/** A table on a sheet: its title, what it shows, and below that its rows; what explains it is at its end. */
export function sheetOf(table: Table, heading: Heading): Sheet {
  const columns = table.columns.flatMap((column, index) => columnsOf(column, index, table.rows));
  const widths = widthsOf(table, columns);
  const across = (words: string, look: SheetLook = { ink: colours.muted }): SheetRow =>
    rowAcross({ ...look, type: 'text', text: words }, widths);
  const above = [
    across(table.title, { bold: true, size: 14 }),
    across(`${heading.title}. ${heading.asAt}.`),
    across(table.caption),
  ];
  const head = above.length;
  return {
    name: table.title,
    widths,
    footer: heading.footer,
    table: { head, lastRow: head + table.rows.length, lastColumn: columns.length - 1 },
    rows: [
      ...above,
      rowOf(
        columns.map(({ heading: words, atEnd }) => headCell(words, atEnd)),
        widths,
      ),
      ...table.rows.map((row) =>
        rowOf(
          columns.map(({ cellOf }, index) => withLook(cellOf(row), row, index)),
          widths,
        ),
      ),
      ...(table.notes.length === 0 ? [] : [{ cells: [] }]),
      ...table.notes.map((note) => across(note)),
    ],
  };
}

/** A column of a sheet. */
interface SheetColumn {
  readonly heading: string;
  readonly atEnd: boolean;
  /** Its place among the columns of the table. */
  readonly index: number;
  readonly cellOf: (row: Row) => SheetCell;
}

/** A column of a table, and where its days stand otherwise in the plan a second one with what it says: a day can be sorted and counted, words cannot. */
function columnsOf(column: Column, index: number, rows: readonly Row[]): SheetColumn[] {
  const atEnd = column.numeric === true;
  const own = {
    heading: column.heading,
    atEnd,
    index,
    cellOf: ({ cells }: Row) => cellFor(cells[index], atEnd),
  };
  if (!rows.some(({ cells }) => asWritten(cells[index]) !== '')) return [own];
  return [
    own,
    {
      heading: `${column.heading}: as written`,
      atEnd: false,
      index,
      cellOf: ({ cells }: Row): SheetCell => ({
        type: 'text',
        text: asWritten(cells[index]),
        ink: colours.muted,
      }),
    },
  ];
}

/** What a date’s cell says beside the day that stands there as a number. */
function asWritten(cell: Cell | undefined): string {
  if (cell?.type !== 'date') return '';
  const day = typed(cell);
  if (day === undefined) return '';
  const more = cell.words.slice(day.words.length).replace(/^, /, '');
  return [more, cell.given ?? ''].filter((words) => words !== '').join('; ');
}

/** The day of a cell as Excel counts it, and how much of its words that shows. */
function typed({
  day,
  words,
}: DateCell): { value: number; format: string; words: string } | undefined {
  const value = day === undefined ? undefined : serialOf(day);
  if (day === undefined || value === undefined) return undefined;
  const inWords = dayInWords(day);
  if (words.startsWith(inWords)) return { value, format: dayFormat, words: inWords };
  const month = inWords.replace(/^\d+ /, '');
  return words === month ? { value, format: monthFormat, words: month } : undefined;
}

function cellFor(cell: Cell | undefined, atEnd: boolean): SheetCell {
  if (cell === undefined) return { type: 'text', text: '' };
  const words: SheetCell = { type: 'text', text: textOf(cell), atEnd };
  switch (cell.type) {
    case 'date': {
      const day = typed(cell);
      return day === undefined ? words : { type: 'number', value: day.value, format: day.format };
    }
    case 'number': {
      const format = formatOf(cell);
      const muted = cell.value === 0 ? { ink: colours.muted } : {};
      if (format === undefined) return words;
      return { type: 'number', value: cell.value, format, atEnd: true, ...muted };
    }
    case 'tag': {
      const { back, ink } = shades[cell.tone];
      return { ...words, back, ink };
    }
    case 'absent':
      return { ...words, ink: colours.muted };
    default:
      return words;
  }
}

/** What may follow a number in its format: not more, because a workbook holds some 200 formats. */
const units = ['', '%', ' %'];

/** The number format that shows a number as its cell does; undefined where none can. */
function formatOf(cell: NumberCell): string | undefined {
  const words = numberInWords(cell);
  const decimals = String(cell.value).split('.')[1]?.length ?? 0;
  const formats = [
    {
      digits: inDigits(cell.value),
      format: decimals === 0 ? '#,##0' : `0.${'0'.repeat(decimals)}`,
    },
    { digits: String(cell.value), format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` },
  ];
  for (const { digits, format } of formats) {
    const unit = units.find((each) => words === digits + each);
    if (unit !== undefined) return unit === '' ? format : `${format}"${unit}"`;
  }
  return undefined;
}

const headCell = (words: string, atEnd: boolean): SheetCell => ({
  type: 'text',
  text: words,
  bold: true,
  back: colours.band,
  line: colours.rule,
  inset: true,
  atEnd,
});

const withLook = (cell: SheetCell, { total }: Row, index: number): SheetCell => ({
  ...cell,
  line: colours.line,
  inset: true,
  ...(total === true || index === 0 ? { bold: true } : {}),
});

function leastOf({ columns, rows }: Table, index: number): number {
  if (columns[index]?.prose === true) return proseLetters;
  return rows.some(({ cells }) => cells[index]?.type === 'date') ? dayLetters : 0;
}

/** Widths that fit the page; a column of filters needs room for its button. */
function widthsOf(table: Table, columns: readonly SheetColumn[]): number[] {
  const needs = needsOf(table);
  const all = columns.map(({ heading, index }) => {
    const need = needs[index] ?? { least: 8, most: 8 };
    const head = Math.max(...heading.split(' ').map(widthOf)) * 1.15 + 3;
    const least = Math.max(need.least, head, leastOf(table, index));
    return { least, most: Math.max(need.most, least) };
  });
  return shared(all, pageLetters).map((width) => Math.ceil(width) + 2);
}
