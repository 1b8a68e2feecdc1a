import { asJson } from '../flags/plain.ts';
import type { Paper } from '../tables/paper.ts';
import { textOf, type Cell, type Row, type Table } from '../tables/table.ts';

/** A paper as data: what it says in words, and what its cells mean where that is a date or a number. */
export const paperAsJson = ({ heading, sections }: Paper): string =>
  `${asJson(
    {
      version: 1,
      ...heading,
      sections: sections.map(({ tables, ...section }) => ({
        ...section,
        tables: tables.map(tableAsData),
      })),
    },
    2,
  )}\n`;

const tableAsData = ({ id, title, caption, columns, rows, notes }: Table) => ({
  id,
  title,
  caption,
  columns: columns.map(({ id, heading }) => ({ id, heading })),
  rows: rows.map((row) => rowAsData(row, columns)),
  notes,
});

const rowAsData = ({ cells }: Row, columns: Table['columns']) =>
  Object.fromEntries(
    columns.flatMap(({ id }, index) => {
      const cell = cells[index];
      return cell === undefined ? [] : [[id, cellAsData(cell)]];
    }),
  );

/** The words of a cell, and beside them what a program can calculate with. */
export function cellAsData(cell: Cell) {
  const words = textOf(cell);
  switch (cell.type) {
    case 'number':
      return { words, value: cell.value };
    case 'date':
      return cell.day === undefined ? { words } : { words, date: cell.day };
    case 'absent':
      return { words, missing: true };
    default:
      return { words };
  }
}
