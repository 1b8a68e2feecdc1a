import { columnName, type Cell } from '../cells.ts';
import type { FieldId } from './fields.ts';
import { fieldById } from './fields.ts';
import { fitsOf, type Fit } from './headings.ts';
import { mappingKey, type Mapping } from './mapping.ts';

/** A column of a table: its heading, and what it was taken for. */
export interface Column {
  readonly index: number;
  /** As printed; its letters where it has none. */
  readonly heading: string;
  readonly field: FieldId | undefined;
  /** How well the heading fits; 1 where it is known or somebody said it. */
  readonly score: number;
  readonly at: string;
}

export interface Columns {
  readonly columns: readonly Column[];
  /** How many fields were found, each counted by how well it fits. */
  readonly score: number;
}

/** What the columns under some headings hold: the best fit first, each field once unless it may be in several. */
export function columnsUnder(
  headings: ReadonlyMap<number, Pick<Cell, 'text' | 'at'>>,
  mapping: Mapping,
): Columns {
  const fields = new Map<number, Fit | null>();
  const taken = new Set<FieldId>();
  for (const [index, { text }] of headings) {
    const key = [columnName(index), mappingKey(text)].find((one) => mapping.columns.has(one));
    if (key === undefined) continue;
    const said = mapping.columns.get(key) ?? null;
    fields.set(index, said && { field: said, score: 1 });
    if (said !== null) taken.add(said);
  }
  const wishes = [...headings]
    .filter(([index]) => !fields.has(index))
    .flatMap(([index, { text }]) => fitsOf(text).map((fit) => ({ index, ...fit })))
    .sort((a, b) => b.score - a.score || a.index - b.index);
  for (const { index, field, score } of wishes) {
    if (fields.has(index) || (taken.has(field) && fieldById.get(field)?.many !== true)) continue;
    fields.set(index, { field, score });
    taken.add(field);
  }
  const columns = [...headings].map(([index, { text, at }]): Column => {
    const fit = fields.get(index) ?? undefined;
    return { index, heading: text, at, field: fit?.field, score: fit?.score ?? 0 };
  });
  return { columns, score: [...fields.values()].reduce((sum, fit) => sum + (fit?.score ?? 0), 0) };
}
