import { HeadingLevel, Paragraph, TextRun, type FileChild } from 'docx';
import { oneLine } from '../../flags/plain.ts';
import { textOf, type Row, type Table } from '../../tables/table.ts';
import { styleIds } from './styles.ts';
import { wordTable } from './table-block.ts';

/** How much of the page the names of what a row says take. */
const names = 0.28;

/**
 * The rows of a table that is too wide for a page, each by itself: what stands in the first column as its title, and below
 * it a line a column.
 * @param width of the page between its margins, in twentieths of a point
 */
export function cardBlocks(table: Table, width: number): FileChild[] {
  const first = Math.floor(width * names);
  const widths = [first, width - first];
  return table.rows.flatMap((row) => [
    titleOf(table, row),
    wordTable(cardOf(table, row), widths, { hasHead: false }),
    // Two tables that touch are one table for Word.
    new Paragraph({ style: styleIds.note }),
  ]);
}

const titleOf = ({ columns: [column] }: Table, { cells: [cell] }: Row): Paragraph => {
  const words = cell === undefined ? '' : textOf(cell);
  const heading = column === undefined ? words : `${column.heading}: ${words}`;
  return new Paragraph({
    heading: HeadingLevel.HEADING_3,
    children: [new TextRun(oneLine(heading))],
  });
};

/** A row as a table of its own: the name of each column but the first, and what the row says under it. */
const cardOf = ({ columns }: Table, { cells }: Row): Pick<Table, 'columns' | 'rows'> => ({
  columns: [
    { id: 'name', heading: '' },
    { id: 'value', heading: '', prose: true },
  ],
  rows: columns.slice(1).flatMap(({ id, heading }, index) => {
    const cell = cells[index + 1];
    return cell === undefined
      ? []
      : [{ key: id, cells: [{ type: 'text', text: heading }, cell] as const }];
  }),
});
