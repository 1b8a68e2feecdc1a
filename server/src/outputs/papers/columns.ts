import type { Cell, Column, Row, Table } from '../tables/table.ts';

/** A column as a row of a paper’s description: its heading, and what stands under it. */
export interface CellColumn<T> extends Column {
  readonly cellOf: (thing: T) => Cell;
}

/** What there is to say of a table beside its columns and rows. */
type About = Pick<Table, 'id' | 'title' | 'caption' | 'whenEmpty'> & Partial<Table>;

/**
 * A table from the description of its columns, a row a thing, in the order of both.
 * @param rowOf the key of a thing’s row, and whatever else a row carries beside its cells
 */
export function tableOf<T>(
  about: About,
  columns: readonly CellColumn<T>[],
  things: readonly T[],
  rowOf: (thing: T) => Omit<Row, 'cells'>,
): Table {
  return {
    notes: [],
    ...about,
    columns: columns.map(({ id, heading, numeric, prose }) => ({
      id,
      heading,
      ...(numeric && { numeric }),
      ...(prose && { prose }),
    })),
    rows: things.map((thing) => ({
      ...rowOf(thing),
      cells: columns.map(({ cellOf }) => cellOf(thing)),
    })),
  };
}
