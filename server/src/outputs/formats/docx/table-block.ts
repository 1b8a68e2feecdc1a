import type { Cell, Column, Row, Table } from '../../tables/table.ts';
import { oneLine } from '../../flags/plain.ts';
import { beside, widthsOn } from '../office/column-widths.ts';
import { colours } from '../office/tones.ts';
import { paragraphsOf, shadingOf } from './cells.ts';
import { styleIds, tableStyle } from './styles.ts';
import { paragraph, run } from './xml.ts';

/** The room above and below the words of a cell, in twentieths of a point. */
const above = 50;

/** What a table of Word is made of. */
type Rows = Pick<Table, 'columns' | 'rows'>;

/**
 * A table of Word, as pieces of XML; undefined where it has so many columns that words would break apart in them.
 * @param width of the page between its margins, in twentieths of a point
 */
export function tableBlock(table: Table, width: number): Iterable<string> | undefined {
  const widths = widthsOn(table, width);
  return widths && wordTable(table, widths);
}

/**
 * Rows as a table of Word: its first row stands again on each page, and no row is torn apart.
 * @param widths of its columns, in whole twentieths of a point
 */
function* wordTable({ columns, rows }: Rows, widths: readonly number[]): Generator<string> {
  yield tableStart(widths, { hasHead: true });
  yield headRow(columns, widths);
  const cells = widths.map(cellStart);
  for (const row of rows) yield bodyRow(row, columns, cells);
  yield tableEnd;
}

/** What stands before the rows of a table, as XML. */
export const tableStart = (
  widths: readonly number[],
  { hasHead }: { readonly hasHead: boolean },
): string =>
  [
    `<w:tbl><w:tblPr><w:tblStyle w:val="${tableStyle}"/>`,
    `<w:tblW ${inPoints(widths.reduce((sum, each) => sum + each, 0))}/>`,
    '<w:tblLayout w:type="fixed"/><w:tblCellMar>',
    `<w:top ${inPoints(above)}/><w:left ${inPoints(beside)}/>`,
    `<w:bottom ${inPoints(above)}/><w:right ${inPoints(beside)}/></w:tblCellMar>`,
    hasHead ? withHead : withoutHead,
    '</w:tblPr><w:tblGrid>',
    ...widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`),
    '</w:tblGrid>',
  ].join('');

/** What tables take of their style: by names, and by bits as the older form of Word says it, which some programs look for. */
const look = (bits: string, hasHead: boolean): string =>
  `<w:tblLook w:val="${bits}" w:firstRow="${String(hasHead)}" w:firstColumn="true" w:noHBand="false" w:noVBand="true"/>`;
const withHead = look('04A0', true);
const withoutHead = look('0480', false);

export const tableEnd = '</w:tbl>';

/** What a row that is not torn apart begins and ends with. */
export const rowStart = '<w:tr><w:trPr><w:cantSplit/></w:trPr>';
export const rowEnd = '</w:tr>';

function bodyRow(row: Row, columns: readonly Column[], starts: readonly string[]): string {
  const total = row.total === true;
  const cells = columns.map(({ numeric = false }, index) =>
    bodyCell(starts[index] ?? '', row.cells[index], { bold: index === 0 || total, total, numeric }),
  );
  return `${rowStart}${cells.join('')}${rowEnd}`;
}

interface BodyLook {
  readonly bold?: boolean;
  /** Whether it is of a row that adds up the others. */
  readonly total?: boolean;
  readonly numeric?: boolean;
}

/** A cell below the headings, as XML. @param start what {@link cellStart} gives */
export function bodyCell(
  start: string,
  cell: Cell | undefined,
  { bold = false, total = false, numeric = false }: BodyLook,
): string {
  const look =
    (total ? `<w:tcBorders>${line('top', colours.rule, 6)}</w:tcBorders>` : '') +
    (cell?.type === 'tag' ? shadingOf(cell.tone) : '');
  const content =
    cell === undefined
      ? paragraph(styleIds.cell, '')
      : paragraphsOf(cell, bold ? { bold } : {}, numeric);
  return `${start}${look}</w:tcPr>${content}</w:tc>`;
}

const headRow = (columns: readonly Column[], widths: readonly number[]): string =>
  `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns
    .map(
      ({ heading, numeric }, index) =>
        `${cellStart(widths[index] ?? 0)}${headLook}</w:tcPr>${paragraph(
          styleIds.cell,
          run(oneLine(heading), { bold: true }),
          `<w:keepNext/>${numeric === true ? '<w:jc w:val="right"/>' : ''}`,
        )}</w:tc>`,
    )
    .join('')}${rowEnd}`;

/** What a cell begins with, its other properties apart, which follow. */
export const cellStart = (width: number): string => `<w:tc><w:tcPr><w:tcW ${inPoints(width)}/>`;

/** A length in twentieths of a point, as attributes. */
const inPoints = (length: number): string => `w:type="dxa" w:w="${String(length)}"`;

const line = (where: string, colour: string, size: number): string =>
  `<w:${where} w:val="single" w:color="${colour}" w:sz="${String(size)}"/>`;

const headLook = '<w:vAlign w:val="bottom"/>';
