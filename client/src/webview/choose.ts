import {
  facets,
  textOf,
  type Cell,
  type FacetId,
  type Table,
} from '../../../server/src/outputs/tables/table.ts';
import type { View } from '../preview/messages.ts';
import type { ShownRow, ShownSection, ShownTable } from './tables.ts';

// Which rows of a table are shown, and in which order.

export const emptyView: View = { search: '', filters: {}, sorts: {}, scroll: 0 };

/** A facet that rows of a tab have, with the words it can be picked by. */
export interface Choice {
  readonly id: FacetId;
  readonly title: string;
  readonly words: readonly string[];
}

const collator = new Intl.Collator('en-GB', { numeric: true });

/** By what the rows of a tab can be picked out: what has more than one word among them. */
export function choicesIn(sections: readonly ShownSection[]): Choice[] {
  const found = new Map<FacetId, Set<string>>();
  for (const row of sections.flatMap(({ tables }) => tables).flatMap(({ rows }) => rows)) {
    if (row.facets === undefined) continue;
    for (const { id } of facets) {
      const words = row.facets[id];
      if (words === undefined) continue;
      let known = found.get(id);
      if (known === undefined) found.set(id, (known = new Set()));
      for (const word of words) known.add(word);
    }
  }
  return facets.flatMap(({ id, title }) => {
    const words = [...(found.get(id) ?? [])].sort(collator.compare);
    return words.length > 1 ? [{ id, title, words }] : [];
  });
}

const texts = new WeakMap<ShownRow, string>();

/** What a row says, for searching. */
function textIn(row: ShownRow): string {
  let text = texts.get(row);
  if (text === undefined) {
    text = row.cells.map(textOf).join('\n').toLowerCase();
    texts.set(row, text);
  }
  return text;
}

/** Whether a view leaves any row out. */
export const isNarrow = ({ search, filters }: View): boolean =>
  search.trim() !== '' || Object.keys(filters).length > 0;

/** More rows than these nobody finds one in at a glance. */
const manyRows = 10;

/**
 * The tables of a tab whose rows can be picked out: those about actions and requirements; without any,
 * those that are long enough to search in.
 */
export function pickableIn(sections: readonly ShownSection[]): ReadonlySet<string> {
  const tables = sections.flatMap((section) => section.tables);
  const faceted = tables.filter(({ rows }) => rows.some((row) => row.facets !== undefined));
  const long = tables.filter(({ rows, chart }) => rows.length > manyRows && chart === undefined);
  return new Set((faceted.length > 0 ? faceted : long).map(({ id }) => id));
}

/** The rows of a table that a view shows, in its order. */
export function rowsOf(table: ShownTable, view: View): readonly ShownRow[] {
  return isNarrow(view) ? ordered(table, view).filter(matches(view)) : ordered(table, view);
}

function matches({ search, filters }: View): (row: ShownRow) => boolean {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const wanted = Object.entries(filters) as [FacetId, string][];
  return (row) =>
    wanted.every(
      ([facet, word]) => row.facets === undefined || row.facets[facet]?.includes(word) === true,
    ) &&
    (words.length === 0 || words.every((word) => textIn(row).includes(word)));
}

/** The rows of a table in an order are asked for at every key: they are kept until either changes. */
const orders = new WeakMap<readonly ShownRow[], { by: string; rows: readonly ShownRow[] }>();

function ordered({ id, columns, rows }: ShownTable, { sorts }: View): readonly ShownRow[] {
  const sort = sorts[id];
  const index = sort === undefined ? -1 : columns.findIndex((column) => column.id === sort.column);
  if (sort === undefined || index < 0) return rows;
  const by = `${String(index)} ${String(sort.descending)}`;
  const kept = orders.get(rows);
  if (kept?.by === by) return kept.rows;
  const sign = sort.descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, value: valueOf(row.cells[index]) }));
  keyed.sort((a, b) => compare(a.value, b.value, sign));
  // A row that adds up the others stays below them.
  const isTotal = ({ row }: { row: ShownRow }): boolean => row.total === true;
  const inOrder = [...keyed.filter((one) => !isTotal(one)), ...keyed.filter(isTotal)];
  const now = inOrder.map(({ row }) => row);
  orders.set(rows, { by, rows: now });
  return now;
}

type Value = number | string | undefined;

/** What a cell is ordered by; undefined for one that has nothing to order by. */
function valueOf(cell: Cell | undefined): Value {
  if (cell === undefined || cell.type === 'absent') return undefined;
  if (cell.type === 'number') return cell.value;
  if (cell.type === 'date') return cell.day;
  return textOf(cell);
}

/** What has nothing to order by stands last, whichever way round. */
function compare(a: Value, b: Value, sign: number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * collator.compare(String(a), String(b));
}

/** The next way to order by a column: up, down, and as the plan has it. */
export function nextSort(table: Table, view: View, column: string): View['sorts'] {
  const { [table.id]: sort, ...others } = view.sorts;
  if (sort?.column !== column) return { ...others, [table.id]: { column, descending: false } };
  return sort.descending ? others : { ...others, [table.id]: { column, descending: true } };
}
