import { shown } from '../shown.ts';

/**
 * A row as spreadsheets and documents take it from the clipboard. What begins like a formula gets an
 * apostrophe before it: a plan is text from anywhere, and no cell of it may calculate.
 */
export const rowOf = (...cells: readonly string[]): string => cells.map(cellOf).join('\t');

function cellOf(text: string): string {
  const line = shown(text).replaceAll(/\s+/g, ' ').trim();
  return /^[=+\-@＝＋－＠]/.test(line) ? `'${line}` : line;
}
