import type { VNode } from 'preact';
import { textOf, type Cell, type Column, type Row, type Table } from '../tables/table.ts';
import { widthsOn } from '../formats/office/column-widths.ts';
import { anchorOf } from './anchors.ts';
import { CellView, type HrefOf } from './CellView.tsx';
import { ChartView } from './charts/ChartView.tsx';

/** Attributes of a row beside those that every page gives it. */
export interface RowAttributes {
  readonly tabIndex?: number;
  readonly 'data-key'?: string;
  readonly 'aria-current'?: 'true';
  readonly 'aria-rowindex'?: number;
}

/** How rows are ordered by a column. */
export type Sort = 'ascending' | 'descending' | 'none';

/** What an editor’s preview adds, so that rows can be chosen, ordered and left out; a page by itself adds nothing. */
export interface Live {
  rowAttributes(row: Row, index: number): RowAttributes | undefined;
  sortOf(column: Column): Sort;
  onSort(column: Column): void;
  /** All rows that are shown, in their order. */
  readonly rows: readonly Row[];
  /** Those of them that are drawn now; left out: all. */
  readonly drawn?: Drawn | undefined;
  /** Words in place of the rows when none is shown. */
  readonly whenNone: string;
}

/** A stretch of rows, and the room that the others would take, in pixels. */
export interface Drawn {
  readonly first: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

interface TableProps {
  readonly table: Table;
  /** The id of the heading that names it. */
  readonly labelledBy: string;
  readonly hrefOf: HrefOf;
  readonly live?: Live | undefined;
  /** Left out where the rows are drawn. */
  readonly textOfRows?: TextOfRows | undefined;
}

/** What stands in the place of rows, where the page becomes a text: a tree of all at once would take much memory. */
export type TextOfRows = (rows: Iterable<VNode>) => string;

/** A table with its drawing, caption and notes; on a narrow screen it scrolls, by keyboard too. */
export function TableView({ table, labelledBy, hrefOf, live, textOfRows }: TableProps): VNode {
  const { caption, columns, rows: all, whenEmpty, notes, chart } = table;
  if (all.length === 0) return <p class="empty">{whenEmpty}</p>;
  const rows = live?.rows ?? all;
  const drawn = live?.drawn;
  const classes = classesOf(table);
  // A screen scrolls what is too wide; a sheet of paper cannot, and has each row as a list of its cells.
  const asLists = live === undefined && widthsOn(table, sheet) === undefined;
  const viewOf = (row: Row, index: number): VNode => (
    <RowView
      key={row.key}
      row={row}
      columns={columns}
      classes={classes}
      hrefOf={hrefOf}
      asList={asLists}
      attributes={live?.rowAttributes(row, (drawn?.first ?? 0) + index)}
    />
  );
  const views = (): Iterable<VNode> =>
    rows
      .slice(drawn?.first ?? 0, drawn?.end)
      .values()
      .map(viewOf);
  return (
    <>
      {chart !== undefined && <ChartView chart={chart} columns={columns} rows={rows} />}
      <div class="region" role="region" aria-labelledby={labelledBy} tabIndex={0}>
        <table
          class={asLists ? 'wide' : drawn && 'windowed'}
          aria-rowcount={drawn === undefined ? undefined : rows.length + 1}
        >
          <caption>
            <span>{caption}</span>
          </caption>
          {drawn !== undefined && (
            <colgroup>
              {columns.map(({ id }, index) => (
                <col key={id} class={classes[index] ?? 'short-words'} />
              ))}
            </colgroup>
          )}
          <thead>
            <tr aria-rowindex={drawn === undefined ? undefined : 1}>
              {columns.map((column, index) => (
                <HeadView key={column.id} column={column} name={classes[index]} live={live} />
              ))}
            </tr>
          </thead>
          {drawn !== undefined && <Room height={drawn.before} />}
          {textOfRows === undefined ? (
            <tbody>{[...views()]}</tbody>
          ) : (
            <tbody dangerouslySetInnerHTML={{ __html: textOfRows(views()) }} />
          )}
          {drawn !== undefined && <Room height={drawn.after} />}
        </table>
      </div>
      {rows.length === 0 && <p class="empty">{live?.whenNone}</p>}
      {notes.map((note) => (
        <p class="note">{note}</p>
      ))}
    </>
  );
}

/** The room of rows that are not drawn. */
const Room = ({ height }: { readonly height: number }): VNode => (
  <tbody aria-hidden="true" class="room">
    <tr>
      <td style={{ height: `${height}px` }} />
    </tr>
  </tbody>
);

interface HeadProps {
  readonly column: Column;
  readonly name: string | undefined;
  readonly live: Live | undefined;
}

function HeadView({ column, name, live }: HeadProps): VNode {
  if (live === undefined) {
    return (
      <th scope="col" class={name}>
        {column.heading}
      </th>
    );
  }
  const sort = live.sortOf(column);
  return (
    <th scope="col" class={name} aria-sort={sort}>
      <button type="button" class={`sort ${sort}`} onClick={() => live.onSort(column)}>
        {column.heading}
      </button>
    </th>
  );
}

interface RowProps {
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly classes: readonly (string | undefined)[];
  readonly hrefOf: HrefOf;
  /** Whether each cell names its column, for a sheet of paper on which they stand below each other. */
  readonly asList: boolean;
  readonly attributes: RowAttributes | undefined;
}

function RowView({ row, columns, classes, hrefOf, asList, attributes }: RowProps): VNode {
  const content = (cell: Cell | undefined): VNode | undefined =>
    cell && <CellView cell={cell} hrefOf={hrefOf} />;
  return (
    <tr
      id={row.anchor === undefined ? undefined : anchorOf(row.anchor)}
      class={row.total === true ? 'total' : undefined}
      {...attributes}
    >
      {columns.map((column, index) => {
        const cell = content(row.cells[index]);
        const name = asList ? column.heading : undefined;
        return index === 0 ? (
          <th key={column.id} scope="row" class={classes[index]} data-name={name}>
            {asList ? <div>{cell}</div> : cell}
          </th>
        ) : (
          <td key={column.id} class={classes[index]} data-name={name}>
            {asList ? <div>{cell}</div> : cell}
          </td>
        );
      })}
    </tr>
  );
}

/** The width of an A4 sheet on its side between its margins, in twentieths of a point. */
const sheet = 15_250;

/** So many rows tell what a column holds. */
const telling = 500;

/** The class of each column, by what it holds. */
const classesOf = ({ columns, rows }: Table): readonly (string | undefined)[] =>
  columns.map(({ numeric, prose }, index) => {
    if (numeric === true) return 'numeric';
    if (prose === true) return 'prose';
    const inColumn = rows
      .slice(0, telling)
      .map(({ cells }) => cells[index])
      .filter((cell) => cell !== undefined);
    if (inColumn.some(({ type }) => type === 'date')) return 'date';
    return inColumn.some(hasLongWord) ? 'long' : undefined;
  });

/** Whether a word would break apart in a narrow column; words may break at hyphens. */
const hasLongWord = (cell: Cell): boolean => /[^\s-]{9}/.test(textOf(cell));
