import type { NumberOfLook } from './looks.ts';
import { columnName } from './sheet-parts.ts';
import type { Strings } from './strings.ts';
import type { SheetCell, SheetRow } from './workbook-data.ts';

/**
 * The rows of a sheet as XML (ECMA-376, part 1, 18.3.1.80), a piece a row.
 * @param strings takes the texts that are in them
 */
export function* rowsAsXml(
  rows: readonly SheetRow[],
  numberOfLook: NumberOfLook,
  strings: Strings,
): Generator<string> {
  const names: string[] = [];
  const nameOf = (column: number): string => (names[column] ??= columnName(column));
  for (const [index, { cells, height }] of rows.entries()) {
    const row = String(index + 1);
    let column = 0;
    let written = '';
    for (const cell of cells) {
      if (cell === undefined) {
        column += 1;
        continue;
      }
      const look = numberOfLook(cell);
      const start = (): string => `<c r="${nameOf(column++)}${row}" s="${look}"`;
      written += start() + contentOf(cell, strings);
      for (let beside = 1; beside < (cell.span ?? 1); beside++) written += `${start()}/>`;
    }
    const high = height === undefined ? '' : ` ht="${String(height)}" customHeight="1"`;
    yield written === '' ? `<row r="${row}"/>` : `<row r="${row}"${high}>${written}</row>`;
  }
}

/** The end of a cell’s tag, and what is in it. */
function contentOf(cell: SheetCell, strings: Strings): string {
  if (cell.type === 'number') return `><v>${String(cell.value)}</v></c>`;
  const number = strings.numberOf(cell.text);
  return number === undefined ? '/>' : ` t="s"><v>${String(number)}</v></c>`;
}
