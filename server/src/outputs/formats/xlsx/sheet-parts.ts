import { inXml } from '../office/core.ts';
import type { Choice, Sheet, TableRange } from './workbook-data.ts';

/** Parts of a sheet’s XML, in the order in which the schema of Office (ECMA-376, part 1, 18.3.1.99) wants them. */

/** What stands before all others: that the sheet is made to fit its pages. */
export const beforeCells = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

/** What follows the cells: protection, and filters. */
export const afterCells = ({ locked, table }: Sheet): string =>
  [
    locked === true
      ? '<sheetProtection sheet="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'
      : '',
    table === undefined ? '' : `<autoFilter ref="${rangeOf(table)}"/>`,
  ].join('');

/** What follows merged cells: drop-downs. */
export const choicesOf = ({ choices = [] }: Sheet): string =>
  choices.length === 0
    ? ''
    : `<dataValidations count="${String(choices.length)}">${choices.map(choiceOf).join('')}</dataValidations>`;

const choiceOf = ({ column, firstRow, lastRow, words, otherwise }: Choice): string => {
  const cells = `${addressOf(firstRow, column)}:${addressOf(lastRow, column)}`;
  return (
    `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" error="${inXml(otherwise)}" sqref="${cells}">` +
    `<formula1>"${inXml(words.join(','))}"</formula1></dataValidation>`
  );
};

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
function addressOf(row: number, column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return `${name}${String(row + 1)}`;
}
