import writeXlsxFile, {
  type Cell,
  type CellObject,
  type SheetData,
} from 'write-excel-file/universal';
import {
  askedColumns,
  cellText,
  filledInLabel,
  givenColumns,
  identityFields,
  identitySheet,
  layoutVersion,
  markHeading,
  returnSheet,
  type GivenCell,
  type Takes,
} from '../../imports/returns/layout.ts';
import { dayNumber } from '../../language/days.ts';
import type { PaperFile } from '../formats/format.ts';
import { guard } from './guard.ts';
import { withFixedTimes } from './fixed-times.ts';
import type { SroReturn } from './sro-returns.ts';
import { answerFill, dateFormat, headingRow } from './sheet-form.ts';

/** An SRO’s return as an Excel workbook. */

const howTo =
  'Please fill in the yellow cells of each of your actions, and send this workbook back. Leave a cell empty where there is ' +
  'nothing new: nothing is changed then. Choose from the list how an action is going. Write a date as 30 September 2026. ' +
  '“Complete since” is your own word; a committee signs an action off later. A new deadline is a proposal until a ' +
  'committee agrees to it. All other cells are locked: if one of them is wrong, tell whoever sent you this. Please name ' +
  'no patient.';

const columns = [...givenColumns, ...askedColumns];

/** Writes a return; the same return gives the same bytes. */
export async function returnFile(sroReturn: SroReturn): Promise<PaperFile> {
  const { file, title, about, rows } = sroReturn;
  const data: SheetData = [
    across({ value: asCell(title), fontSize: 14, fontWeight: 'bold', height: 24 }),
    across({ value: asCell(about), height: 16 }),
    across({ value: howTo, wrap: true, alignVertical: 'top', height: 70 }),
    [
      { value: filledInLabel, fontWeight: 'bold', alignVertical: 'center', height: 20 },
      answerCell('day'),
    ],
    [
      ...columns.map(({ heading }): Cell => ({ ...headingStyle, value: heading })),
      { ...headingStyle, value: markHeading },
    ],
    ...rows.map(({ given, mark }) => rowOf(given, mark)),
  ];
  const blob = await writeXlsxFile(
    [
      {
        data,
        sheet: returnSheet,
        orientation: 'landscape',
        columns: [...columns.map(({ width }) => ({ width })), { width: 18 }],
        stickyRowsCount: headingRow,
        stickyColumnsCount: 2,
        showGridLines: false,
      },
      { data: identityRows(sroReturn), sheet: identitySheet },
    ],
    { fontFamily: 'Arial', fontSize: 10, features: [guard(sroReturn)] },
  ).toBlob();
  return { name: file, content: withFixedTimes(new Uint8Array(await blob.arrayBuffer())) };
}

/** A cell over the columns that a screen shows at once. */
const across = (cell: CellObject): Cell[] => [
  { ...cell, columnSpan: givenColumns.length },
  ...givenColumns.slice(1).map(() => null),
];

const border = { borderStyle: 'thin', borderColor: '#8A8A8A' } as const;

const headingStyle: CellObject = {
  ...border,
  fontWeight: 'bold',
  backgroundColor: '#E3E6EA',
  wrap: true,
  alignVertical: 'top',
  height: 30,
};

function rowOf(given: SroReturn['rows'][number]['given'], mark: string): Cell[] {
  const height = heightOf(given);
  return [
    ...givenColumns.map(({ id }): Cell => ({
      ...border,
      ...valueOf(given[id]),
      wrap: true,
      alignVertical: 'top',
      align: 'left',
      height,
    })),
    ...askedColumns.map(({ takes }) => answerCell(takes)),
    { value: mark },
  ];
}

const valueOf = (cell: GivenCell): CellObject =>
  'day' in cell
    ? // Days are counted from 30 December 1899.
      { value: dayNumber(cell.day) + 25_569, type: Number, format: dateFormat }
    : { value: asCell(cellText(cell.words)), type: String };

/** An empty cell to fill in. Text stays what was typed: a date or a formula there is not made of it. */
const answerCell = (takes: Takes): CellObject => ({
  ...border,
  ...(takes === 'day' || takes === 'date'
    ? { type: Number, format: dateFormat }
    : { type: String, format: '@' }),
  backgroundColor: answerFill,
  wrap: true,
  alignVertical: 'top',
  align: 'left',
});

/** How high a row has to be for its longest text, in points; programs do not work it out for themselves. */
function heightOf(given: SroReturn['rows'][number]['given']): number {
  const lines = givenColumns.map(({ id, width }) => {
    const cell = given[id];
    return 'day' in cell ? 1 : Math.ceil((cellText(cell.words).length * 1.15) / width);
  });
  return Math.min(Math.max(3, ...lines) * 13 + 4, 400);
}

/** What is read again: which return it is, its rows, and in the third column the words to choose from. */
function identityRows({ identity, rows, choices }: SroReturn): SheetData {
  const lines = [
    ['layout', String(layoutVersion)],
    ...identityFields.map((field) => [field, identity[field]]),
    ...rows.map(({ given }) => ['action', 'words' in given.action ? given.action.words : '']),
  ];
  const length = Math.max(lines.length, choices.length);
  return Array.from({ length }, (_, index) =>
    [...(lines[index] ?? ['', '']), choices[index] ?? ''].map((words) => ({
      value: asCell(cellText(words)),
      type: String,
    })),
  );
}

/** In a workbook `_x0041_` stands for a letter; a text that has it is written so that it keeps it. */
const asCell = (text: string): string => text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
