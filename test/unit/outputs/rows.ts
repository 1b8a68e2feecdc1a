import assert from 'node:assert/strict';
import { paperOf } from '../../../server/src/outputs/tables/index.ts';
import { textOf } from '../../../server/src/outputs/tables/table.ts';
import { planOf } from '../../support/plans.ts';

/** The rows of one table of a plan's text as texts: what each column's heading has under it. */
export function rowsIn(
  text: string,
  tableId: string,
  asAt = '2018-07-01',
): Record<string, string>[] {
  const tables = paperOf(planOf(text), asAt).sections.flatMap((section) => section.tables);
  const table = tables.find(({ id }) => id === tableId);
  assert.ok(table, `there is a table ${tableId}`);
  return table.rows.map(({ cells }) =>
    Object.fromEntries(
      table.columns.map(({ heading }, index) => {
        const cell = cells[index];
        assert.ok(cell, `${heading} has a cell`);
        return [heading, textOf(cell)];
      }),
    ),
  );
}
