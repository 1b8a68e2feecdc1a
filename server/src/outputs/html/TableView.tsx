import type { VNode } from 'preact';
import type { Cell, Column, Row, Table } from '../tables/table.ts';
import { anchorOf } from './anchors.ts';
import { CellView, type HrefOf } from './CellView.tsx';

interface TableProps {
  readonly table: Table;
  /** The id of the heading that names it. */
  readonly labelledBy: string;
  readonly hrefOf: HrefOf;
}

/** A table with its caption and notes; on a narrow screen it scrolls, by keyboard too. */
export function TableView({ table, labelledBy, hrefOf }: TableProps): VNode {
  const { caption, columns, rows, whenEmpty, notes } = table;
  if (rows.length === 0) return <p class="empty">{whenEmpty}</p>;
  return (
    <>
      <div class="region" role="region" aria-labelledby={labelledBy} tabIndex={0}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.id} scope="col" class={classOf(column)}>
                  {column.heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RowView key={row.key} row={row} columns={columns} hrefOf={hrefOf} />
            ))}
          </tbody>
        </table>
      </div>
      {notes.map((note) => (
        <p class="note">{note}</p>
      ))}
    </>
  );
}

interface RowProps {
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly hrefOf: HrefOf;
}

function RowView({ row, columns, hrefOf }: RowProps): VNode {
  const content = (cell: Cell | undefined): VNode | undefined =>
    cell && <CellView cell={cell} hrefOf={hrefOf} />;
  return (
    <tr
      id={row.anchor === undefined ? undefined : anchorOf(row.anchor)}
      class={row.total === true ? 'total' : undefined}
    >
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.id} scope="row" class={classOf(column)}>
            {content(row.cells[index])}
          </th>
        ) : (
          <td key={column.id} class={classOf(column)}>
            {content(row.cells[index])}
          </td>
        ),
      )}
    </tr>
  );
}

function classOf({ numeric, prose }: Column): string | undefined {
  if (numeric === true) return 'numeric';
  return prose === true ? 'prose' : undefined;
}
