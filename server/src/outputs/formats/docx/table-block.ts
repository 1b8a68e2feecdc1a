import {
  BorderStyle,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  AlignmentType,
  type IBorderOptions,
} from 'docx';
import type { Cell, Column, Row, Table } from '../../tables/table.ts';
import { oneLine } from '../../flags/plain.ts';
import { needsOf, shared } from '../office/column-widths.ts';
import { colours } from '../office/tones.ts';
import { paragraphsOf, run, shadingOf } from './cells.ts';
import { styleIds, tableStyle } from './styles.ts';

/** Lengths in twentieths of a point, as Word counts them. */
const letter = 88;
const beside = 100;
const above = 50;

/**
 * A table of Word; undefined where it has so many columns that words would break apart in them.
 * @param width of the page between its margins, in twentieths of a point
 */
export function tableBlock(table: Table, width: number): WordTable | undefined {
  const needs = needsOf(table);
  const room = (width - needs.length * beside * 2) / letter;
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  if (least > room) return undefined;
  const widths = shared(needs, room).map((letters) => Math.floor(letters * letter) + beside * 2);
  return wordTable(table, widths, { hasHead: true });
}

/**
 * Rows as a table of Word: its first row stands again on each page, and no row is torn apart.
 * @param widths of its columns, in whole twentieths of a point
 */
export function wordTable(
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  widths: readonly number[],
  { hasHead }: { readonly hasHead: boolean },
): WordTable {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(headCell),
  });
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: {
      top: above,
      bottom: above,
      left: beside,
      right: beside,
      marginUnitType: WidthType.DXA,
    },
    style: tableStyle,
    tableLook: { firstRow: hasHead, firstColumn: true, noHBand: false, noVBand: true },
    rows: [...(hasHead ? [head] : []), ...rows.map((row) => bodyRow(row, columns))],
  });
}

const line = (color: string, size: number): IBorderOptions => ({
  style: BorderStyle.SINGLE,
  color,
  size,
});

const headCell = ({ heading, numeric }: Column): TableCell =>
  new TableCell({
    verticalAlign: VerticalAlignTable.BOTTOM,
    children: [
      new Paragraph({
        style: styleIds.cell,
        keepNext: true,
        ...(numeric === true ? { alignment: AlignmentType.RIGHT } : {}),
        children: [run({ text: oneLine(heading), bold: true })],
      }),
    ],
  });

const bodyRow = ({ cells, total }: Row, columns: readonly Column[]): TableRow =>
  new TableRow({
    cantSplit: true,
    children: columns.map(({ numeric }, index) =>
      bodyCell(cells[index], {
        bold: index === 0 || total === true,
        atEnd: numeric === true,
        total: total === true,
      }),
    ),
  });

interface Place {
  readonly bold: boolean;
  readonly atEnd: boolean;
  readonly total: boolean;
}

function bodyCell(cell: Cell | undefined, { bold, atEnd, total }: Place): TableCell {
  return new TableCell({
    ...(cell?.type === 'tag' ? { shading: shadingOf(cell.tone) } : {}),
    ...(total ? { borders: { top: line(colours.rule, 6) } } : {}),
    children:
      cell === undefined
        ? [new Paragraph({ style: styleIds.cell })]
        : paragraphsOf(cell, bold ? { bold } : {}, atEnd),
  });
}
