import { addressOf, tidyText, type Cell, type Refusal, type Row, type Sheet } from '../cells.ts';
import { limits } from '../limits.ts';
import { count } from '../../plan/words.ts';
import { fillMerged, type Merge } from './merged.ts';

/** What stands between tables is a sheet of this name. */
export const textSheet = 'Text';

/** A cell as documents and web pages have it: one after the other, some over several columns and rows. */
export interface Spanning {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** Lays out rows of cells that may span several columns and rows. */
export function gridOf(name: string, lines: readonly (readonly Spanning[])[]): Sheet | Refusal {
  const taken = new Set<string>();
  const merges: Merge[] = [];
  const rows: Row[] = [];
  let places = 0;
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    const cells = new Map<number, Cell>();
    let column = 0;
    for (const spanning of line) {
      while (taken.has(`${String(number)}:${String(column)}`)) column++;
      const right = column + Math.min(Math.max(spanning.columns, 1), 1000) - 1;
      const bottom = Math.min(number + Math.max(spanning.rows, 1) - 1, lines.length);
      places += (right - column + 1) * (bottom - number + 1);
      if (places > limits.cells)
        return { wrong: `holds more than ${count(limits.cells, 'cell')}, the most that is read` };
      if (bottom > number) {
        for (let row = number + 1; row <= bottom; row++) {
          for (let at = column; at <= right; at++) taken.add(`${String(row)}:${String(at)}`);
        }
      }
      const text = tidyText(spanning.text);
      if (text !== '') cells.set(column, { text, at: addressOf(name, number, column) });
      if (right > column || bottom > number)
        merges.push({ left: column, top: number, right, bottom });
      column = right + 1;
    }
    if (cells.size > 0) rows.push({ number, cells });
  }
  return fillMerged({ name, hidden: false, rows, colours: [] }, merges, limits.cells);
}
