/** Text with tabs between cells, as spreadsheets put it on the clipboard. */

/**
 * The rows of a text, cells trimmed; rows without any text are left out. A cell in quotation marks may
 * hold line ends and tabs, and doubled marks.
 */
export function rowsIn(text: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  const endRow = (): void => {
    if (cells.some((cell) => cell !== '')) rows.push(cells);
    cells = [];
  };
  for (let at = 0; ;) {
    const { cell, end } = cellFrom(text, at);
    cells.push(cell);
    if (end >= text.length) break;
    if (text.charAt(end) !== '\t') endRow();
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  endRow();
  return rows;
}

const bareCell = /[^\t\r\n]*/y;
const quotedCell = /[ ]*"((?:[^"]|"")*)"[ ]*(?=[\t\r\n]|$)/y;

function cellFrom(text: string, at: number): { cell: string; end: number } {
  quotedCell.lastIndex = at;
  const inQuotes = quotedCell.exec(text);
  if (inQuotes !== null) {
    const cell = (inQuotes[1] ?? '').replaceAll('""', '"').trim();
    return { cell, end: quotedCell.lastIndex };
  }
  bareCell.lastIndex = at;
  return { cell: (bareCell.exec(text)?.[0] ?? '').trim(), end: bareCell.lastIndex };
}
