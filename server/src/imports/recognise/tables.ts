import { addressOf, columnName, type Cell, type Row, type Sheet } from '../cells.ts';
import { columnsUnder, type Column, type Columns } from './columns.ts';
import type { FieldId } from './fields.ts';
import { fitsOf, isKnownHeading } from './headings.ts';
import { mappingOf, noMapping, type Mapping } from './mapping.ts';

/** A table as it stands on a sheet: its headings, and the rows below them. */
export interface Table {
  readonly sheet: Sheet;
  readonly columns: readonly Column[];
  /** The numbers of the rows that hold the headings; none where they were carried over or mapped by letters. */
  readonly headingRows: readonly number[];
  readonly rows: readonly TableRow[];
  readonly guess?: string;
}

export interface TableRow {
  readonly row: Row;
  /** The columns as the headings nearest above it say them. */
  readonly columns: readonly Column[];
}

/** A sheet cut up: what stands above its headings, its tables, and the headings that are repeated. */
export interface Cut {
  readonly above: readonly Row[];
  readonly table: Table | undefined;
  /** The cells that hold the headings, and those of rows in which they are repeated. */
  readonly headings: readonly Cell[];
  readonly again: readonly Cell[];
}

/** A row of headings has at least this many fields, and they make up at least this share of its cells. */
const fewest = 3;
const leastShare = 0.4;
/** Within a table, where a row of data may look like headings, more of its cells must be some. */
const leastShareAgain = 0.6;

/** The cells of a row that are its own, not a merged one's further places. */
export const ownCells = ({ cells }: Row): Cell[] =>
  [...cells.values()].filter(({ from }) => from === undefined);

/** Cuts a sheet into what stands above its headings and what stands below; one that is left out has no table. */
export function cut(sheet: Sheet, said: Mapping): Cut {
  const mapping = mappingOf(sheet.name, said);
  const start = mapping && headingAt(sheet, mapping);
  if (mapping === undefined || start === undefined)
    return { above: sheet.rows, table: undefined, headings: [], again: [] };
  const { index, height, columns: first } = start;
  const headings = sheet.rows.slice(index, index + height).flatMap(ownCells);
  const repeated: Cell[] = [];
  let columns = first;
  const rows: TableRow[] = [];
  for (const row of sheet.rows.slice(index + height)) {
    const again = headingsAgain(row, columns, mapping);
    if (again === undefined) rows.push({ row, columns });
    else {
      columns = again;
      repeated.push(...ownCells(row));
    }
  }
  const numbers = sheet.rows.slice(index, index + height).map(({ number }) => number);
  return {
    above: sheet.rows.slice(0, index),
    table: { sheet, columns: first, headingRows: numbers, rows },
    headings,
    again: repeated,
  };
}

interface Start {
  readonly index: number;
  readonly height: number;
  readonly columns: readonly Column[];
  readonly score: number;
}

/** How many rows are looked at for headings: more stand above no table. */
const farthest = 200;

function headingAt(sheet: Sheet, mapping: Mapping): Start | undefined {
  const { rows } = sheet;
  if (mapping.headingRow === 0) return { index: 0, height: 0, ...byLetters(sheet, mapping) };
  if (mapping.headingRow !== undefined) {
    const index = rows.findIndex(({ number }) => number === mapping.headingRow);
    const row = rows[index];
    return row === undefined
      ? undefined
      : { index, height: 1, ...columnsUnder(row.cells, mapping) };
  }
  const candidates = rows.slice(0, farthest).map((_, index) => () => startAt(rows, index, mapping));
  for (const [index, candidate] of candidates.entries()) {
    const found = candidate();
    if (found === undefined) continue;
    // A title above may pass for the upper of two rows of headings; then the next one fits better.
    const next = candidates[index + 1]?.();
    return next !== undefined && next.score > found.score ? next : found;
  }
  return undefined;
}

/** The headings that a row has, or that it has with the next. */
function startAt(rows: readonly Row[], index: number, mapping: Mapping): Start | undefined {
  const [row, next] = [rows[index], rows[index + 1]];
  if (row === undefined) return undefined;
  const single = columnsUnder(headingCells(row), mapping);
  const pair = next === undefined ? undefined : pairOf(row, next, single, mapping);
  if (pair !== undefined) return { index, height: 2, ...pair };
  return isHeading(single) ? { index, height: 1, ...single } : undefined;
}

/** How much better two rows must be than one, so that the second is no row of data. */
const gain = 0.9;

/** Headings in two rows; undefined where one row is all there is. */
function pairOf(row: Row, next: Row, single: Columns, mapping: Mapping): Columns | undefined {
  if (next.number !== row.number + 1 || ownCells(row).length < 2 || !mayBeHeadings(next))
    return undefined;
  const pair = columnsUnder(joined(row, next), mapping);
  const isWhole = isHeading(columnsUnder(headingCells(next), mapping), 1);
  return isHeading(pair) && pair.score >= single.score + gain && !isWhole ? pair : undefined;
}

/**
 * A table without headings that goes on with the one before it, as tables in documents do on the next
 * page; undefined where it has another number of columns.
 */
export function goesOn(sheet: Sheet, before: Table | undefined): Table | undefined {
  if (before === undefined || before.columns.length < fewest) return undefined;
  const widest = (rows: readonly Row[]): number =>
    rows.reduce((most, { cells }) => Math.max(most, ...cells.keys()), 0);
  const last = Math.max(...before.columns.map(({ index }) => index));
  if (widest(sheet.rows) !== last) return undefined;
  const { columns } = before;
  return {
    sheet,
    columns,
    headingRows: [],
    rows: sheet.rows.map((row) => ({ row, columns })),
    guess: `It has no headings and as many columns as ${before.sheet.name}, so it was taken to go on with that.`,
  };
}

/** Whether columns have enough fields for a row of headings. */
export function isHeading({ columns }: Columns, share = leastShare): boolean {
  const known = columns.filter(({ field }) => field !== undefined);
  const kinds = new Set(known.map(({ field }) => field));
  const needed = Math.min(fewest, Math.max(2, columns.length - 1));
  const tells = kinds.has('action') || kinds.has('requirement') || kinds.has('ref');
  return tells && kinds.size >= needed && known.length >= columns.length * share;
}

const headingCells = ({ cells }: Row): ReadonlyMap<number, Cell> =>
  new Map([...cells].filter(([, { from }]) => from === undefined));

/** Whether a row can be the second of two that make the headings: short, and no dates. */
const mayBeHeadings = (row: Row): boolean =>
  ownCells(row).every(({ text, date }) => text.length <= 60 && date === undefined);

/** The headings of two rows, those of the upper one first: “Deadline” above “Revised”. */
function joined(upper: Row, lower: Row): ReadonlyMap<number, Cell> {
  const places = [...new Set([...upper.cells.keys(), ...lower.cells.keys()])].sort((a, b) => a - b);
  return new Map(
    places.flatMap((place): [number, Cell][] => {
      const [above, below] = [upper.cells.get(place), lower.cells.get(place)];
      const cell = above ?? below;
      if (cell === undefined) return [];
      const isSame =
        above === undefined ||
        below === undefined ||
        below.from === above.at ||
        below.from === above.from;
      const under = isSame && below?.from !== undefined ? undefined : below;
      const words = [above?.text, under?.text].filter((text) => text !== undefined && text !== '');
      const together = words.join(' ');
      // “RAG” under “Progress” says more than both together, where both together say nothing.
      const text = fitsOf(together).length > 0 ? together : (under?.text ?? together);
      return [[place, { ...cell, text }]];
    }),
  );
}

/** Whether most of some cells are headings word for word: quick, as every row of data is asked. */
function areKnown(cells: readonly Cell[]): boolean {
  let left = Math.floor(cells.length * (1 - leastShareAgain));
  return cells.every(({ text }) => isKnownHeading(text) || left-- > 0);
}

/** The columns that a row of headings within the table gives; undefined where the row is data. */
function headingsAgain(
  row: Row,
  columns: readonly Column[],
  mapping: Mapping,
): readonly Column[] | undefined {
  const same = columns.filter(({ index, heading }) => {
    const cell = row.cells.get(index);
    return cell?.from === undefined && cell?.text === heading;
  }).length;
  if (same === 0 && !areKnown(ownCells(row))) return undefined;
  const cells = headingCells(row);
  if (cells.size < Math.min(fewest, columns.length)) return undefined;
  // A column’s letters say nothing of whether its cells are headings.
  const isAgain =
    same >= cells.size * leastShareAgain ||
    isHeading(columnsUnder(cells, noMapping), leastShareAgain);
  if (!isAgain || mapping.headingRow === 0) return undefined;
  const found = columnsUnder(cells, mapping);
  // A heading that has lost its words still stands where it stood.
  const own = new Map(found.columns.map((column) => [column.index, column]));
  const taken = new Set<FieldId | undefined>(found.columns.map(({ field }) => field));
  const printed = columns.map(({ index }) => index);
  const places = [...new Set([...printed, ...own.keys()])].sort((a, b) => a - b);
  return places.flatMap((index) => {
    const [now, before] = [own.get(index), columns.find((column) => column.index === index)];
    if (now?.field !== undefined) return [now];
    if (before?.field !== undefined && !taken.has(before.field)) return [before];
    return now ?? before ?? [];
  });
}

/** Columns by their letters, for a table without headings. */
function byLetters(sheet: Sheet, mapping: Mapping): Columns {
  const widest = sheet.rows.reduce((most, { cells }) => Math.max(most, ...cells.keys()), 0);
  const cells = new Map(
    Array.from(
      { length: widest + 1 },
      (_, index) =>
        [index, { text: columnName(index), at: addressOf(sheet.name, 0, index) }] as const,
    ),
  );
  return columnsUnder(cells, mapping);
}
