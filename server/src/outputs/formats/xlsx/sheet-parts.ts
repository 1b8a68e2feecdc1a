import { inXml } from '../office/core.ts';
import type { Sheet, TableRange } from './workbook-data.ts';

/** Parts of a sheet’s XML, in the order in which the schema of Office (ECMA-376, part 1, 18.3.1.99) wants them. */

/** What stands before all others: that the sheet is made to fit its pages. */
export const beforeCells = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

/** What follows the cells: filters, and which cells go over several columns. */
export function afterCells({ rows, table }: Sheet): string {
  const merged = rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) =>
      cell?.span === undefined || cell.span < 2
        ? []
        : [
            `<mergeCell ref="${addressOf(row, column)}:${addressOf(row, column + cell.span - 1)}"/>`,
          ],
    ),
  );
  return [
    table === undefined ? '' : `<autoFilter ref="${rangeOf(table)}"/>`,
    merged.length === 0
      ? ''
      : `<mergeCells count="${String(merged.length)}">${merged.join('')}</mergeCells>`,
  ].join('');
}

/** Excel takes no more for a footer, its own signs counted. */
const longestFooter = 220;

/** What stands at the foot of each printed sheet, and its number. An ampersand gives commands there; two are one. */
export const footerOf = (words: string): string =>
  `<headerFooter><oddFooter>${inXml(`&L&8 ${cut(words).replaceAll('&', '&&')}&R&8 Page &P of &N`)}</oddFooter></headerFooter>`;

function cut(words: string): string {
  let kept = '';
  let length = 0;
  for (const letter of words) {
    length += letter === '&' ? 2 : letter.length;
    if (length > longestFooter) return `${kept}…`;
    kept += letter;
  }
  return kept;
}

/** The rows that are printed again on each page, and where filters are: names that Excel looks for. */
export function printedNames(sheets: readonly Sheet[], names: readonly string[]): string {
  const found = sheets.flatMap(({ table }, index) => {
    const name = names[index];
    if (table === undefined || name === undefined) return [];
    const sheet = inXml(`'${name.replaceAll("'", "''")}'`);
    const at = String(index);
    const head = `$${String(table.head + 1)}`;
    const [from = '', to = ''] = rangeOf(table)
      .split(':')
      .map((address) => address.replace(/([A-Z]+)(\d+)/, '$$$1$$$2'));
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${sheet}!${from}:${to}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${sheet}!${head}:${head}</definedName>`,
    ];
  });
  return found.length === 0 ? '' : `<definedNames>${found.join('')}</definedNames>`;
}

const rangeOf = ({ head, lastRow, lastColumn }: TableRange): string =>
  `${addressOf(head, 0)}:${addressOf(lastRow, lastColumn)}`;

/** `A1` of row 0 and column 0. */
const addressOf = (row: number, column: number): string =>
  `${columnName(column)}${String(row + 1)}`;

/** `A` of column 0. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
