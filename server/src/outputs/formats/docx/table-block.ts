import {
  BorderStyle,
  Paragraph,
  ShadingType,
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
import { styleIds } from './styles.ts';

/** Lengths in twentieths of a point, as Word counts them. */
const letter = 88;
const beside = 100;
const above = 50;

/**
 * A table of Word: its first row stands again on each page, and no row is torn apart.
 * @param width of the page between its margins, in twentieths of a point
 */
export function tableBlock(table: Table, width: number): WordTable {
  const { columns, rows } = table;
  const widths = columnWidths(table, width);
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
    borders: {
      ...nowhere,
      top: line(colours.rule, 8),
      bottom: line(colours.rule, 4),
      insideHorizontal: line(colours.line, 4),
    },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(headCell) }),
      ...rows.map((row) => bodyRow(row, columns)),
    ],
  });
}

/** Widths of columns by what they hold, in whole twentieths of a point. */
function columnWidths(table: Table, width: number): number[] {
  const needs = needsOf(table);
  const padding = needs.length * beside * 2;
  return shared(needs, (width - padding) / letter).map(
    (letters) => Math.floor(letters * letter) + beside * 2,
  );
}

const none: IBorderOptions = { style: BorderStyle.NONE };
const nowhere = { left: none, right: none, insideVertical: none };
const line = (color: string, size: number): IBorderOptions => ({
  style: BorderStyle.SINGLE,
  color,
  size,
});

const headCell = ({ heading, numeric }: Column): TableCell =>
  new TableCell({
    verticalAlign: VerticalAlignTable.BOTTOM,
    shading: { type: ShadingType.CLEAR, fill: colours.band },
    borders: { bottom: line(colours.rule, 8) },
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
