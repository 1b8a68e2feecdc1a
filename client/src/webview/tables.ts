import type { PreviewSection, PreviewTable } from '../../../server/src/lsp/protocol.ts';
import type { Row, Table } from '../../../server/src/outputs/tables/table.ts';

/** A row as it is shown: whether it stands somewhere in the text says the server. */
export type ShownRow = Row & { readonly placed?: true };

export interface ShownTable extends Table {
  readonly rows: readonly ShownRow[];
}

export interface ShownSection {
  readonly id: string;
  readonly title: string;
  readonly tables: readonly ShownTable[];
}

/** The tables that the page has: of those that come again, only rows that have changed come. */
export class Tables {
  #rows = new Map<string, ReadonlyMap<string, ShownRow>>();
  #keys = new Map<string, readonly string[]>();
  #shown = new Map<string, ShownTable>();

  /** Puts what has come into what is there. Rows and tables that have not changed stay the very same. */
  take(sections: readonly PreviewSection[]): readonly ShownSection[] {
    return sections.map(({ id, title, tables }) => ({
      id,
      title,
      tables: tables.map((table) => this.#merged(table)),
    }));
  }

  /** Forgets everything: what comes next is whole. */
  clear(): void {
    this.#rows.clear();
    this.#keys.clear();
    this.#shown.clear();
  }

  #merged(table: PreviewTable): ShownTable {
    const { id, rows: changed, keys: order, ...rest } = table;
    const before = this.#rows.get(id);
    const keys = order ?? this.#keys.get(id) ?? [];
    const shown = this.#shown.get(id);
    if (shown !== undefined && changed.length === 0 && order === undefined) {
      const same = { ...shown, ...rest, id, rows: shown.rows };
      this.#shown.set(id, same);
      return same;
    }
    const known = new Map(before);
    for (const row of changed) known.set(row.key, row);
    const rows = keys.map((key) => known.get(key)).filter((row) => row !== undefined);
    const now = { ...rest, id, rows };
    this.#rows.set(id, new Map(rows.map((row) => [row.key, row])));
    this.#keys.set(id, keys);
    this.#shown.set(id, now);
    return now;
  }
}
