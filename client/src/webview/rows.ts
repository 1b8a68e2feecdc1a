import { placeKey } from '../../../server/src/lsp/protocol.ts';
import type {
  RowAttributes,
  RowAttributesOf,
} from '../../../server/src/outputs/html/TableView.tsx';

/** Which row of each table the Tab key leads to; the arrow keys lead from there to its other rows. */
export type Stops = Readonly<Record<string, string>>;

/** Makes the rows that stand somewhere in the text ones that can be reached and chosen. */
export function choosableRows(rows: readonly string[], stops: Stops): RowAttributesOf {
  const choosable = new Set(rows);
  return (table, row): RowAttributes | undefined => {
    const key = placeKey(table.id, row.key);
    if (!choosable.has(key)) return undefined;
    const keys = table.rows.map((each) => placeKey(table.id, each.key));
    const kept = stops[table.id];
    const stop =
      kept !== undefined && keys.includes(kept) ? kept : keys.find((each) => choosable.has(each));
    return { 'data-key': key, 'data-table': table.id, tabIndex: key === stop ? 0 : -1 };
  };
}

/** The row that an arrow key leads to from another; undefined for any other key, and at the end. */
export function nextRow(row: HTMLElement, key: string): HTMLElement | undefined {
  const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>(':scope > [data-key]') ?? [])];
  const index = rows.indexOf(row);
  switch (key) {
    case 'ArrowDown':
      return rows[index + 1];
    case 'ArrowUp':
      return rows[index - 1];
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    default:
      return undefined;
  }
}

/** The row that an event happened in, unless it happened to a link. */
export function rowOf(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof Element) || target.closest('a') !== null) return undefined;
  return target.closest<HTMLElement>('[data-key]') ?? undefined;
}
