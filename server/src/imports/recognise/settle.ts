import type { Findings } from '../findings.ts';
import type { Table } from './tables.ts';
import type { Column } from './columns.ts';

/**
 * A table in which “Ref” is the same in rows that follow one another, or is merged over several rows, numbers what is asked, not what is done:
 * its column is the requirement's reference. Without a column of actions, what is asked is all there is.
 */
export function settledTable(table: Table, findings: Findings): Table {
  const of = (field: Column['field']): Column | undefined =>
    table.columns.find((column) => column.field === field);
  const ref = of('ref');
  if (ref === undefined || of('requirement') === undefined || of('requirement-ref') !== undefined)
    return table;
  const cells = table.rows.flatMap(({ row }) => row.cells.get(ref.index) ?? []);
  const isMerged = cells.some(({ from }) => from !== undefined);
  const isRepeated = cells.some(({ text }, index) => text === cells[index + 1]?.text);
  const isAsked = /^(?:md|sd)\s?\d/i.test(cells[0]?.text ?? '');
  if (!isMerged && !isRepeated && !isAsked) return table;
  const settle = (columns: readonly Column[]): readonly Column[] =>
    columns.map((column) =>
      column.field === 'ref' ? { ...column, field: 'requirement-ref' } : column,
    );
  findings.guesses.push({
    at: ref.at,
    text: ref.heading,
    words: 'numbers what is asked, as it repeats, so it is the requirement’s reference',
  });
  return {
    ...table,
    columns: settle(table.columns),
    rows: table.rows.map(({ row, columns }) => ({ row, columns: settle(columns) })),
  };
}
