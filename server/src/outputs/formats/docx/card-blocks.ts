import { oneLine } from '../../flags/plain.ts';
import { textOf, type Row, type Table } from '../../tables/table.ts';
import { styleIds } from './styles.ts';
import { bodyCell, cellStart, rowEnd, rowStart, tableEnd, tableStart } from './table-block.ts';
import { paragraph, run } from './xml.ts';

/** How much of the page the names of what a row says take. */
const names = 0.28;

/**
 * The rows of a table that is too wide for a page, each by itself, as XML: what stands in the first column as its title,
 * and below it a line a column.
 * @param width of the page between its margins, in twentieths of a point
 */
export function* cardBlocks(table: Table, width: number): Generator<string> {
  const first = Math.floor(width * names);
  const widths = [first, width - first];
  const start = tableStart(widths, { hasHead: false });
  const [beforeName = '', beforeValue = ''] = widths.map(cellStart);
  // Each name stands in every card: its cell is written once.
  const named = table.columns.map(({ heading }) =>
    bodyCell(beforeName, { type: 'text', text: heading }, { bold: true }),
  );
  for (const row of table.rows) {
    yield titleOf(table, row);
    yield start;
    for (const [index, cell] of row.cells.entries())
      if (index > 0)
        yield rowStart + (named[index] ?? '') + bodyCell(beforeValue, cell, {}) + rowEnd;
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
