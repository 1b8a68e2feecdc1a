import { addressOf, type Cell, type Refusal, type Row, type Sheet } from '../cells.ts';
import { limits } from '../limits.ts';
import { count } from '../../plan/words.ts';

/** Cells that were merged; rows are counted from 1, columns from 0, and the last ones belong to it. */
export interface Merge {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * A sheet with merged cells filled down and to the right, each saying which cell it comes from. Only rows that
 * have other cells are filled, so that a merged column of a million empty rows costs nothing.
 */
export function fillMerged(sheet: Sheet, merges: readonly Merge[], most: number): Sheet | Refusal {
  if (merges.length === 0) return sheet;
  const filled = new Map<number, Map<number, Cell>>();
  const byNumber = new Map(sheet.rows.map((row) => [row.number, row]));
  let added = 0;
  for (const { left, top, right, bottom } of merges) {
    const first = byNumber.get(top)?.cells.get(left);
    if (first === undefined) continue;
    for (const row of rowsBetween(sheet.rows, top, bottom)) {
      const cells = filled.get(row.number) ?? new Map(row.cells);
      filled.set(row.number, cells);
      for (let column = left; column <= right; column++) {
        if (row.number === top && column === left) continue;
        if (++added > most)
          return { wrong: `holds more than ${count(limits.cells, 'cell')}, the most that is read` };
        if (!cells.has(column))
          cells.set(column, {
            ...first,
            at: addressOf(sheet.name, row.number, column),
            from: first.at,
            ...(column > left && { across: true }),
          });
      }
    }
  }
  const rows = sheet.rows.map((row): Row => {
    const cells = filled.get(row.number);
    return cells === undefined ? row : { number: row.number, cells };
  });
  return { ...sheet, rows };
}

/** The rows from one number to another; rows stand in their order. */
function rowsBetween(rows: readonly Row[], top: number, bottom: number): readonly Row[] {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) < top) low = middle + 1;
    else high = middle;
  }
  const found: Row[] = [];
  for (let index = low; index < rows.length; index++) {
    const row = rows[index];
    if (row === undefined || row.number > bottom) break;
    found.push(row);
  }
  return found;
}
