import { ratingTable, type RatingCell } from '../plan/facts/ratings.ts';
import { isWorse } from '../plan/facts/worse.ts';
import type { Entity } from '../plan/plan.ts';
import type { Change, Standing } from './change.ts';

type Grid = Entity<'ratings'>;

interface Rated {
  /** Whose rating for which question: “Acute wards, safe”. */
  readonly part: string;
  readonly cell: RatingCell | undefined;
}

/** Which ratings of a table are others: by service and question, wherever they stand in it. */
export function* ratingChanges(
  before: Grid,
  after: Grid,
  then: Standing,
  now: Standing,
): Generator<Change> {
  if (before.item === after.item) return;
  const was = cellsOf(before, then);
  const is = cellsOf(after, now);
  for (const [key, { part, cell }] of is) {
    const old = was.get(key)?.cell;
    if (old?.words !== cell?.words) yield changed(after, part, old, cell);
  }
  for (const [key, { part, cell }] of was) {
    if (cell !== undefined && !is.has(key)) yield changed(after, part, cell, undefined);
  }
}

function changed(
  item: Grid,
  part: string,
  was: RatingCell | undefined,
  is: RatingCell | undefined,
): Change {
  const turn = isWorse(is?.rating, was?.rating)
    ? 'worse'
    : isWorse(was?.rating, is?.rating)
      ? 'better'
      : 'other';
  return {
    kind: `rating-${turn}`,
    item,
    part,
    before: { of: 'rating', cell: was },
    after: { of: 'rating', cell: is },
    place: { unit: item.unit, span: is?.span ?? item.item.headerSpan },
  };
}

function cellsOf(grid: Grid, { plan }: Standing): ReadonlyMap<string, Rated> {
  const { columns, rows } = ratingTable(plan, grid);
  const cells = new Map<string, Rated>();
  for (const { service, name, cells: row } of rows) {
    for (const [index, question] of columns.entries()) {
      const key = JSON.stringify([service, question]);
      cells.set(key, { part: `${name}, ${question}`, cell: row[index] });
    }
  }
  return cells;
}
