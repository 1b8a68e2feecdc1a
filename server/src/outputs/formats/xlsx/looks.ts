import type { CellObject } from 'write-excel-file/universal';
import type { Sheet, SheetCell } from './workbook-data.ts';

/**
 * How cells look. A workbook keeps each look once, and cells name its number. The library makes the looks from a cell of
 * each, in a row that is taken away again; the cells themselves it would write too slowly.
 */

/** What tells the look of a cell from others. */
const keyOf = (cell: SheetCell): string =>
  [
    cell.type === 'number' ? (cell.format ?? '0') : '',
    cell.bold === true,
    cell.atEnd === true,
    cell.inset === true,
    cell.size ?? '',
    cell.ink ?? '',
    cell.back ?? '',
    cell.line ?? '',
  ].join();

/** A cell of each look there is in some sheets, in the order in which they come. */
export function looksIn(sheets: readonly Sheet[]): ReadonlyMap<string, SheetCell> {
  const looks = new Map<string, SheetCell>();
  for (const { rows } of sheets) {
    for (const { cells } of rows) {
      for (const cell of cells) {
        if (cell === undefined) continue;
        const key = keyOf(cell);
        if (!looks.has(key)) looks.set(key, cell);
      }
    }
  }
  return looks;
}

/** An empty cell that looks so, as the library takes it. */
export function emptyCell(cell: SheetCell): CellObject {
  const { bold, ink, back, size, atEnd, inset, line } = cell;
  return {
    alignVertical: 'top',
    wrap: true,
    ...(bold === true ? { fontWeight: 'bold' } : {}),
    ...(ink === undefined ? {} : { textColor: `#${ink}` }),
    ...(back === undefined ? {} : { backgroundColor: `#${back}` }),
    ...(size === undefined ? {} : { fontSize: size }),
    align: atEnd === true ? 'right' : 'left',
    ...(inset === true ? { indent: 1 } : {}),
    ...(line === undefined ? {} : { bottomBorderStyle: 'thin', bottomBorderColor: `#${line}` }),
    ...(cell.type === 'number' ? { type: Number, format: cell.format ?? '0' } : { type: String }),
  };
}

/** Tells the number of a cell’s look. */
export type NumberOfLook = (cell: SheetCell) => string;

/**
 * Reads which numbers the library gave to looks.
 * @param xml of the sheet that has a cell of each, in one row
 */
export function numbersOfLooks(looks: ReadonlyMap<string, SheetCell>, xml: string): NumberOfLook {
  const given = [...xml.matchAll(/<c r="[A-Z]+1" s="(\d+)"\/>/g)].map(([, number]) => number);
  const numbers = new Map([...looks.keys()].map((key, index) => [key, given[index] ?? '0']));
  return (cell) => numbers.get(keyOf(cell)) ?? '0';
}
