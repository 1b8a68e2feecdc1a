import type { Feature } from 'write-excel-file/universal';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings as insertInOrder,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import {
  askedColumns,
  givenColumns,
  identitySheet,
  returnSheet,
  type Takes,
} from '../../imports/returns/layout.ts';
import { dayNumber } from '../../language/days.ts';
import { answerFill, filledInRow, headingRow } from './sheet-form.ts';
import type { SroReturn } from './sro-returns.ts';

/**
 * What keeps a return in its form: all but the answers is locked (without a password, so that nobody is
 * locked out), a drop-down for the status, dates that are dates, and a sheet that nobody sees. Elements and
 * their order are those of ECMA-376, part 1, chapter 18.
 */
export const guard = ({ choices, rows, footer }: SroReturn): Feature<Blob> => ({
  files: {
    transform: {
      'xl/styles.xml': { transform: unlockAnswers },
      'xl/workbook.xml': {
        transform: guardWorkbook,
        transformElementAttributes: (tagName, attributes) =>
          tagName === 'sheet' && attributes.name === identitySheet
            ? { ...attributes, state: 'veryHidden' }
            : attributes,
      },
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _, { sheetIndex }) =>
          sheetIndex === 0 ? guardSheet(xml, rows.length, choices.length, footer) : lockSheet(xml),
      },
    },
  },
});

/** Cells of the answers’ colour can be written in. */
function unlockAnswers(xml: string): string {
  const colour = answerFill.slice(1);
  const fills = [...xml.matchAll(/<fill>.*?<\/fill>/gs)].map(([fill]) => fill);
  const fill = fills.findIndex((each) => each.includes(colour));
  return xml.replaceAll(
    new RegExp(`(<xf [^>]*fillId="${String(fill)}"[^>]*)>(.*?)</xf>`, 'gs'),
    '$1 applyProtection="1">$2<protection locked="0"/></xf>',
  );
}

/** Sheets cannot be taken out or renamed, and the headings stand on every printed page. */
function guardWorkbook(xml: string): string {
  const name = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${returnSheet}!$${String(headingRow)}:$${String(headingRow)}</definedName></definedNames>`;
  return xml
    .replace(/<definedNames\s*\/>|<definedNames>\s*<\/definedNames>/, '')
    .replace(/<bookViews/, '<workbookProtection lockStructure="1"/>$&')
    .replace(/<\/sheets>/, `$&${name}`);
}

const inSheet = (xml: string, element: string): string =>
  insertInOrder(
    xml,
    element,
    getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [],
    'worksheet',
  );

/** Columns and rows can still be made wider and higher; that is what 0 says here. */
const lockSheet = (xml: string): string =>
  inSheet(
    xml,
    '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>',
  );

function guardSheet(xml: string, rows: number, choices: number, footer: string): string {
  const first = headingRow + 1;
  const validations = [
    validation('day', '', `B${String(filledInRow)}`, 0),
    ...askedColumns.flatMap(({ takes, heading }, index) => {
      const column = getCellAddress(0, givenColumns.length + index).replace(/\d+$/, '');
      const cells = `${column}${String(first)}:${column}${String(first + rows - 1)}`;
      return takes === 'text' ? [] : [validation(takes, heading, cells, choices)];
    }),
  ];
  const all = `<dataValidations count="${String(validations.length)}">${validations.join('')}</dataValidations>`;
  const foot = `<headerFooter><oddFooter>${footerText(footer)}</oddFooter></headerFooter>`;
  const fits = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  const guarded = [all, foot, fits].reduce(inSheet, lockSheet(xml));
  return guarded
    .replace(
      /<pageSetup [^>]*?(?=\/?>)/,
      '<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"',
    )
    .replace(hiddenColumn, '<col hidden="1" $1');
}

/** The column of the marks, the last. */
const hiddenColumn = new RegExp(
  `<col ((?:[a-z]+="[^"]*" )*min="${String(givenColumns.length + askedColumns.length + 1)}")`,
);

/** What a footer may have: `&` gives it commands, and it has 255 characters at most. */
function footerText(footer: string): string {
  const text = footer.slice(0, 200).toWellFormed().replaceAll('&', '&&');
  return sanitizeTextContent(`&L${text}&RPage &P of &N`);
}

const between = (from: string, to: string): string =>
  `<formula1>${String(dayNumber(from) + 25_569)}</formula1><formula2>${String(dayNumber(to) + 25_569)}</formula2>`;

const dates = between('2000-01-01', '2099-12-31');

/** What a cell takes: its kind, what it is asked, and what is said of anything else. */
const kinds: Readonly<
  Record<Exclude<Takes, 'text'>, { readonly prompt: string; readonly error: string }>
> = {
  status: {
    prompt: 'Choose one of the list; leave it empty where nothing is to be said.',
    error: 'Please choose one of the list.',
  },
  day: {
    prompt: 'A day, such as 30 September 2026.',
    error: 'Please write a day, such as 30 September 2026.',
  },
  date: {
    prompt: 'The day you propose. A committee decides; until then the deadline in force stays.',
    error: 'Please write a day, such as 30 September 2026.',
  },
};

function validation(
  takes: Exclude<Takes, 'text'>,
  heading: string,
  cells: string,
  choices: number,
): string {
  const { prompt, error } = kinds[takes];
  const words = [
    ['errorTitle', 'This cell'],
    ['error', error],
    ['promptTitle', heading.slice(0, 32)],
    ['prompt', prompt],
  ]
    .filter(([, text]) => text !== '')
    .map(([name, text]) => ` ${name ?? ''}="${sanitizeAttributeValue(text ?? '')}"`)
    .join('');
  const form =
    takes === 'status'
      ? ['type="list"', `<formula1>${identitySheet}!$C$1:$C$${String(choices)}</formula1>`]
      : ['type="date" operator="between"', dates];
  return `<dataValidation ${form[0] ?? ''} allowBlank="1" showInputMessage="1" showErrorMessage="1"${words} sqref="${cells}">${form[1] ?? ''}</dataValidation>`;
}
