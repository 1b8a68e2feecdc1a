import { columnName, type Row, type Sheet, type Sheets } from './cells.ts';
import { Findings } from './findings.ts';
import { textSheet } from './readers/grid.ts';
import { mappingKey, mappingOf, type Mapping } from './recognise/mapping.ts';
import { actionRowsOf } from './recognise/action-rows.ts';
import { colourKeyIn } from './recognise/colour-key.ts';
import { colourWords } from './recognise/ratings.ts';
import { settledTable } from './recognise/settle.ts';
import type { Column } from './recognise/columns.ts';
import type { FieldId } from './recognise/fields.ts';
import { ownCells, type Cut, type Table } from './recognise/tables.ts';
import { cutAll, importedFrom, type Imported } from './written/import.ts';

/** What somebody is shown of a file before it is imported: each table’s first rows, and what its columns were taken for. */

export interface Look {
  readonly sheets: readonly LookedAtSheet[];
  /** Colours that rate something, by their words, with what they mean; null where nobody, and no key beside a table, says it. */
  readonly colours: readonly { readonly colour: string; readonly means: string | null }[];
  /** What would be made; undefined where no table has headings that are known. */
  readonly imported: Imported | undefined;
}

export interface LookedAtSheet {
  /** Empty where the file is one table. */
  readonly name: string;
  readonly hidden: boolean;
  /** Whether somebody has said that it is not to be imported. */
  readonly isLeftOut: boolean;
  /** The row of the headings; 0 where there are none, null where none were found. */
  readonly headingRow: number | null;
  /** How many rows stand below the headings. */
  readonly amount: number;
  readonly guess?: string;
  readonly columns: readonly LookedAtColumn[];
  readonly rows: readonly LookedAtRow[];
}

export interface LookedAtColumn {
  /** Its letters. */
  readonly letters: string;
  /** What is printed above it; empty where nothing is. */
  readonly heading: string;
  /** What it was taken for; null for a note. */
  readonly field: FieldId | null;
  /** Whether its heading is a known one, or somebody has said what it is. */
  readonly isSure: boolean;
  /** What it is called in a mapping. */
  readonly key: string;
  /** Whether that name is for this sheet alone. */
  readonly isOwn: boolean;
}

export interface LookedAtRow {
  readonly number: number;
  readonly part: 'above' | 'headings' | 'below';
  /** The text below each column; cut off where it is long. */
  readonly cells: readonly string[];
}

/** The most that is shown of a file. */
const most = { sheets: 60, rows: 30, below: 6, columns: 60, text: 160 } as const;

/** @param origin what the file is called */
export function lookAt(read: Sheets, mapping: Mapping, origin: string): Look {
  const imported = importedFrom(read, mapping, { id: 'PLAN', origin });
  const cuts = cutAll(read, mapping).map(({ sheet, table, above }) => ({
    ...{ sheet, above },
    table: table && settledTable(table, new Findings()),
  }));
  // What stands between the tables of a document is none of them.
  const shown = cuts.filter(({ sheet, table }) => sheet.name !== textSheet || table !== undefined);
  return {
    sheets: shown
      .slice(0, most.sheets)
      .map(({ sheet, table }) => sheetShown(sheet, table, mapping)),
    colours: coloursMet(cuts, mapping, imported?.colours ?? []),
    imported,
  };
}

function sheetShown(sheet: Sheet, table: Table | undefined, mapping: Mapping): LookedAtSheet {
  const heads = table?.headingRows ?? [];
  const columns = table?.columns ?? lettersOf(sheet);
  const last = heads.at(-1) ?? 0;
  const after = sheet.rows.findIndex(({ number }) => number > last);
  const end = Math.max(most.rows, after + most.below);
  const isWithout = table !== undefined && heads.length === 0;
  const wanted = columns.slice(0, most.columns);
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    isLeftOut: mappingOf(sheet.name, mapping) === undefined,
    headingRow: table === undefined ? null : (heads[0] ?? 0),
    amount: table?.rows.length ?? 0,
    ...(table?.guess !== undefined && { guess: table.guess }),
    columns: wanted.map((column) => columnShown(column, columns, { sheet, isWithout })),
    rows: sheet.rows.slice(0, end).map((row): LookedAtRow => ({
      number: row.number,
      part: heads.includes(row.number) ? 'headings' : row.number < last ? 'above' : 'below',
      cells: textsBelow(row, wanted),
    })),
  };
}

function columnShown(
  { index, heading, field, score }: Column,
  columns: readonly Column[],
  { sheet, isWithout }: { readonly sheet: Sheet; readonly isWithout: boolean },
): LookedAtColumn {
  const letters = columnName(index);
  const same = columns.filter((other) => mappingKey(other.heading) === mappingKey(heading));
  // Words that stand above two columns, or above none, do not say which is meant.
  const byLetters = isWithout || same.length > 1 || mappingKey(heading) === '';
  return {
    letters,
    heading: isWithout ? '' : heading,
    field: field ?? null,
    isSure: field === undefined || score >= 0.8,
    key: byLetters ? letters : heading,
    isOwn: byLetters && sheet.name !== '',
  };
}

/** The columns of a sheet whose headings were not found. */
function lettersOf({ name, rows }: Sheet): Column[] {
  const widest = rows.reduce((widestYet, { cells }) => Math.max(widestYet, ...cells.keys()), -1);
  return Array.from({ length: Math.min(widest + 1, most.columns) }, (_, index) => ({
    index,
    heading: '',
    field: undefined,
    score: 0,
    at: name,
  }));
}

const textsBelow = ({ cells }: Row, columns: readonly Column[]): string[] =>
  columns.map(({ index }) => {
    const cell = cells.get(index);
    // A cell that is merged over several columns says it once.
    if (cell === undefined || cell.across === true) return '';
    const { text } = cell;
    return text.length > most.text ? `${text.slice(0, most.text - 1).toWellFormed()}…` : text;
  });

/** The colours that rate something: a word, or the fill of a cell without one, with what somebody or a key says of it. */
function coloursMet(
  cuts: readonly Pick<Cut, 'above' | 'table'>[],
  { colours: said }: Mapping,
  unexplained: readonly string[],
): Look['colours'] {
  const tables = cuts.flatMap(({ table }) => table ?? []);
  const filled = tables.flatMap(({ sheet: { colours }, columns }) => {
    const rated = columns.filter(({ field }) => field === 'status').map(({ index }) => index);
    return colours.flatMap(({ column, fill }) => (rated.includes(column) ? [fill] : []));
  });
  const beside = [
    ...cuts.flatMap(({ above }) => above.map(ownCells)),
    ...tables.flatMap((table) => actionRowsOf(table).leftOut.map(({ cell }) => [cell])),
  ];
  const { key } = colourKeyIn(beside, said, new Findings());
  const met = new Set([...key.keys(), ...unexplained, ...filled]);
  return colourWords
    .filter((word) => met.has(word))
    .map((colour) => ({ colour, means: key.get(colour) ?? null }));
}
