import { oneLine } from '../../flags/plain.ts';
import { textOf, type Column, type Row, type Table } from '../../tables/table.ts';
import { styleIds } from './styles.ts';
import { bodyRow, cellStart, tableEnd, tableStart } from './table-block.ts';
import { paragraph, run } from './xml.ts';

/** How much of the page the names of what a row says take. */
const names = 0.28;

/** What a card’s table has: names, and what is said under them. */
const cardColumns: readonly Column[] = [
  { id: 'name', heading: '' },
  { id: 'value', heading: '', prose: true },
];

/**
 * The rows of a table that is too wide for a page, each by itself, as XML: what stands in the first column as its title,
 * and below it a line a column.
 * @param width of the page between its margins, in twentieths of a point
 */
export function* cardBlocks(table: Table, width: number): Generator<string> {
  const first = Math.floor(width * names);
  const widths = [first, width - first];
  const start = tableStart(widths, { hasHead: false });
  const starts = widths.map(cellStart);
  for (const row of table.rows) {
    yield titleOf(table, row);
    yield start;
    for (const line of linesOf(table, row)) yield bodyRow(line, cardColumns, starts);
    yield tableEnd;
    // Two tables that touch are one table for Word.
    yield paragraph(styleIds.note, '');
  }
}

const titleOf = ({ columns: [column] }: Table, { cells: [cell] }: Row): string => {
  const words = cell === undefined ? '' : textOf(cell);
  const heading = column === undefined ? words : `${column.heading}: ${words}`;
  return paragraph('Heading3', run(oneLine(heading), {}));
};

/** The lines of a row’s own table: the name of each column but the first, and what the row says under it. */
const linesOf = ({ columns }: Table, { cells }: Row): Row[] =>
  columns.slice(1).flatMap(({ id, heading }, index) => {
    const cell = cells[index + 1];
    return cell === undefined
      ? []
      : [{ key: id, cells: [{ type: 'text', text: heading }, cell] as const }];
  });
