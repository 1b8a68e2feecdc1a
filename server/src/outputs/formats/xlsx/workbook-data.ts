/** A workbook as data: what papers are written from. Nothing in it knows how Excel keeps it. */
export interface Workbook {
  readonly title: string;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  /** What its tab is to be called; made fit for Excel, and unlike the others. */
  readonly name: string;
  /** Widths of its columns, in letters. */
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  /** What stands at the foot of each printed sheet. */
  readonly footer: string;
  /** The table in it, if it has one: its head stays in sight and is printed again, and its rows can be filtered. */
  readonly table?: TableRange | undefined;
}

/** Where a table stands in its sheet; rows and columns count from 0, and the last is part of it. */
export interface TableRange {
  readonly head: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export interface SheetRow {
  /** In points; left out, Excel’s own. */
  readonly height?: number | undefined;
  readonly cells: readonly (SheetCell | undefined)[];
}

export type SheetCell = SheetLook &
  (
    | { readonly type: 'text'; readonly text: string }
    | {
        /** A number, or a day as its serial number. */
        readonly type: 'number';
        readonly value: number;
        /** A number format of Excel. */
        readonly format?: string | undefined;
      }
  );

export interface SheetLook {
  readonly bold?: boolean | undefined;
  readonly ink?: string | undefined;
  readonly back?: string | undefined;
  readonly size?: number | undefined;
  readonly atEnd?: boolean | undefined;
  /** Whether it stands a little off the edges of its column. */
  readonly inset?: boolean | undefined;
  /** Over how many columns it goes, its own counted. */
  readonly span?: number | undefined;
  /** A line below the cell, six hexadecimal digits. */
  readonly line?: string | undefined;
}

/** The size of letters in points where nothing else is said. */
export const letters = 10;
