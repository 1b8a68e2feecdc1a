import type { VNode } from 'preact';
import { textOf, type Cell, type Column, type Row, type Table } from '../tables/table.ts';
import { anchorOf } from './anchors.ts';
import { CellView, type HrefOf } from './CellView.tsx';

/** Attributes of a row beside those that every page gives it. */
export interface RowAttributes {
  readonly tabIndex: number;
  readonly 'data-key': string;
  readonly 'data-table': string;
}

/** What an editor’s preview adds to rows, so that they can be chosen; a page by itself adds nothing. */
export type RowAttributesOf = (table: Table, row: Row) => RowAttributes | undefined;

interface TableProps {
  readonly table: Table;
  /** The id of the heading that names it. */
  readonly labelledBy: string;
  readonly hrefOf: HrefOf;
  readonly rowAttributes?: RowAttributesOf | undefined;
}

/** A table with its caption and notes; on a narrow screen it scrolls, by keyboard too. */
export function TableView({ table, labelledBy, hrefOf, rowAttributes }: TableProps): VNode {
  const { caption, columns, rows, whenEmpty, notes } = table;
  if (rows.length === 0) return <p class="empty">{whenEmpty}</p>;
  const classes = classesOf(table);
  return (
    <>
      <div class="region" role="region" aria-labelledby={labelledBy} tabIndex={0}>
        <table>
          <caption>
            <span>{caption}</span>
          </caption>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={column.id} scope="col" class={classes[index]}>
                  {column.heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RowView
                key={row.key}
                row={row}
                columns={columns}
                classes={classes}
                hrefOf={hrefOf}
                attributes={rowAttributes?.(table, row)}
              />
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
  readonly classes: readonly (string | undefined)[];
  readonly hrefOf: HrefOf;
  readonly attributes: RowAttributes | undefined;
}

function RowView({ row, columns, classes, hrefOf, attributes }: RowProps): VNode {
  const content = (cell: Cell | undefined): VNode | undefined =>
    cell && <CellView cell={cell} hrefOf={hrefOf} />;
  return (
    <tr
      id={row.anchor === undefined ? undefined : anchorOf(row.anchor)}
      class={row.total === true ? 'total' : undefined}
      {...attributes}
    >
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.id} scope="row" class={classes[index]}>
            {content(row.cells[index])}
          </th>
        ) : (
          <td key={column.id} class={classes[index]}>
            {content(row.cells[index])}
          </td>
        ),
      )}
    </tr>
  );
}

/** The class of each column, by what it holds. */
const classesOf = ({ columns, rows }: Table): readonly (string | undefined)[] =>
  columns.map(({ numeric, prose }, index) => {
    if (numeric === true) return 'numeric';
    if (prose === true) return 'prose';
    const inColumn = rows.map(({ cells }) => cells[index]).filter((cell) => cell !== undefined);
    if (inColumn.some(({ type }) => type === 'date')) return 'date';
    return inColumn.some(hasLongWord) ? 'long' : undefined;
  });

/** Whether a word would break apart in a narrow column; words may break at hyphens. */
const hasLongWord = (cell: Cell): boolean => /[^\s-]{10}/.test(textOf(cell));
