import { linesIn } from '../office/column-widths.ts';
import { letters, type SheetCell, type SheetRow } from './workbook-data.ts';

/** A line takes so many times the size of its letters. */
const lineHeight = 1.32;
/** Words are set a little wider in some programs than in others. */
const closeness = 0.92;
/** Points above and below the lines of a row. */
const beside = 4;
/** No row of Excel is higher. */
const highest = 409;

/**
 * A row as high as its highest cell. Programs do not agree on how high a row is that nobody measured: one lays the next
 * over it.
 * @param widths of the columns, in letters
 */
export function rowOf(
  cells: readonly (SheetCell | undefined)[],
  widths: readonly number[],
): SheetRow {
  const heights = cells.map((cell, index) =>
    cell === undefined ? 0 : heightOf(cell, widths.slice(index, index + (cell.span ?? 1))),
  );
  return { cells, height: Math.min(highest, Math.max(letters * lineHeight, ...heights) + beside) };
}

/** A row with one cell over all columns. */
export const rowAcross = (cell: SheetCell, widths: readonly number[]): SheetRow =>
  rowOf([{ ...cell, ...(widths.length > 1 ? { span: widths.length } : {}) }], widths);

function heightOf(cell: SheetCell, widths: readonly number[]): number {
  const size = cell.size ?? letters;
  if (cell.type === 'number') return size * lineHeight;
  const inset = cell.inset === true ? 2 : 0;
  const bold = cell.bold === true ? 1.12 : 1;
  const room = widths.reduce((sum, width) => sum + width, 0) - inset;
  return linesIn(cell.text, ((room * letters) / size / bold) * closeness) * size * lineHeight;
}
