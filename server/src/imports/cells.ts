/** A table of cells, whatever file it came from. */

/** How a date is shown where it is shown without one of its parts: `Oct-18`, `18-Oct`. */
export type DateShown = 'whole' | 'month' | 'without-year' | 'year';

export interface Cell {
  /** What a reader sees, line ends as `\n`, blanks around it taken off; never empty. */
  readonly text: string;
  /** Where it stands, as people say it: `Sheet1!B7`, `B7`, `Table 2!C4`. */
  readonly at: string;
  /** The day number a spreadsheet keeps for a date, as days from 1 January 1970, and what of it is shown. */
  readonly date?: { readonly day: number; readonly shown: DateShown } | undefined;
  /** What it means, in words of a plan, where the file says it beside what was printed. */
  readonly means?: string | undefined;
  /** Whether its row or its column is hidden. */
  readonly hidden?: boolean | undefined;
  /** Whether a formula works it out; its text is the value that the file keeps. */
  readonly formula?: boolean | undefined;
  /** The colour it is filled with, in a word: `amber`. */
  readonly fill?: string | undefined;
  /** The address of the merged cell that it is part of, where it is not that cell's first. */
  readonly from?: string | undefined;
  /** Whether that cell stands in a column to the left. */
  readonly across?: boolean | undefined;
}

/** Cells by column, counted from 0; what is empty is left out. */
export interface Row {
  /** Its number on the sheet, counted from 1. */
  readonly number: number;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** A sheet, a table of a document, or a file that is one table. Rows without a cell are left out. */
export interface Sheet {
  /** Empty where the file is one table. */
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
  /** The paragraph right above a table of a document, as it stands on the sheet of its text. */
  readonly above?: Cell | undefined;
  /** Filled cells without a text, which a reader sees as a colour alone. */
  readonly colours: readonly Coloured[];
}

export interface Coloured {
  readonly at: string;
  readonly row: number;
  readonly column: number;
  readonly fill: string;
}

/** What a file holds, and what was noticed while reading it, in sentences. */
export interface Sheets {
  readonly sheets: readonly Sheet[];
  readonly remarks: readonly string[];
}

/** Why a file cannot be read, as the end of a sentence that begins with its name. */
export interface Refusal {
  readonly wrong: string;
}

/** `A`, `Z`, `AA`: a column by its place, counted from 0. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

/** A column's place by its letters, counted from 0. */
export const columnAt = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** `Sheet1!B7`; `B7` on a sheet without a name. Both are counted as {@link columnName} and rows are. */
export const addressOf = (sheet: string, row: number, column: number): string =>
  `${sheet === '' ? '' : `${sheet}!`}${columnName(column)}${String(row)}`;

/** A cell's text as it is kept: one form of line end, no blanks around lines, no control characters. */
export const tidyText = (text: string): string => (tidyAlready.test(text) ? text : tidied(text));

/** Most texts: one line of plain characters, without blanks around it. */
const tidyAlready = /^[!-~](?:[ -~]*[!-~])?$/;

const tidied = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n|\r|\u2028|\u2029|\v|\f/g, '\n')
    // eslint-disable-next-line no-control-regex -- they are what is taken out
    .replaceAll(/[\0-\x08\x0e-\x1f\x7f]/g, '')
    .replaceAll(/(?<![ \t\u00a0])[ \t\u00a0]+(?=\n|$)/g, '')
    .replaceAll('\t', ' ')
    .trim();

/** Rows of texts as a sheet. */
export function sheetOf(name: string, rows: readonly (readonly string[])[]): Sheet {
  const kept = rows.flatMap((texts, index) => {
    const number = index + 1;
    const cells = new Map<number, Cell>();
    for (const [column, raw] of texts.entries()) {
      const text = tidyText(raw);
      if (text !== '') cells.set(column, { text, at: addressOf(name, number, column) });
    }
    return cells.size === 0 ? [] : [{ number, cells }];
  });
  return { name, hidden: false, rows: kept, colours: [] };
}
