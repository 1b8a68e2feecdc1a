import type { Row, Table } from '../../tables/table.ts';

/** The number that a row has in a column; undefined where it has none. */
export function valueIn(row: Row, columns: Table['columns'], column: string): number | undefined {
  const cell = row.cells[columns.findIndex(({ id }) => id === column)];
  return cell?.type === 'number' ? cell.value : undefined;
}
