import { readPeriod, type PlanDate } from '../../language/dates.ts';
import type { GridCell, Span } from '../../language/tree.ts';
import type { Entity, Plan } from '../plan.ts';
import { ratingChanges, ratings, type Rating, type RatingChange } from '../vocabularies.ts';

/** Ratings grids: what each cell says, with the date of its row or its table where it has none. */

export interface RatingCell {
  /** The rating as written, in lower case. */
  readonly words: string;
  /** The rating it is; undefined for words no vocabulary has. */
  readonly rating: Rating | undefined;
  readonly change: RatingChange | undefined;
  readonly date: PlanDate | undefined;
  /** Where it stands in its unit. */
  readonly span: Span;
}

export interface RatingRow {
  /** The service's id as written, and its name where it is declared. */
  readonly service: string;
  readonly name: string;
  readonly cells: readonly (RatingCell | undefined)[];
}

export interface RatingTable {
  /** The columns' headings: key questions, overall. */
  readonly columns: readonly string[];
  readonly rows: readonly RatingRow[];
}

const publishedColumn = 'published';

const textOf = (cell: GridCell | undefined): string =>
  (cell?.parts ?? []).map((part) => part.text).join(' ');

/** Reads the rows of a ratings block; the first row is the heading. */
export function ratingTable(plan: Plan, ratingsBlock: Entity<'ratings'>): RatingTable {
  const { rows, published } = ratingsBlock.item;
  const [heading, ...body] = rows;
  const headings = (heading?.cells ?? []).slice(1).map((cell) => textOf(cell).toLowerCase());
  const dateColumn = headings.indexOf(publishedColumn);
  const columns = headings.filter((_, index) => index !== dateColumn);
  return {
    columns,
    rows: body.map((row) => {
      const [first, ...cells] = row.cells;
      const service = textOf(first);
      const rowDate = dateColumn < 0 ? undefined : dateOf(cells[dateColumn]);
      const date = rowDate ?? published?.on.value;
      const rated = cells.filter((_, index) => index !== dateColumn);
      return {
        service,
        name: nameOf(plan, service),
        cells: rated.map((cell) => readCell(cell, date)),
      };
    }),
  };
}

function nameOf(plan: Plan, service: string): string {
  return plan.withId('service', service)[0]?.item.title.value ?? service;
}

function dateOf(cell: GridCell | undefined): PlanDate | undefined {
  const reading = readPeriod((cell?.parts ?? []).map((part) => part.text));
  return reading !== undefined && 'date' in reading ? reading.date : undefined;
}

/** `requires improvement down Feb 2019`: the rating's words, the change, the date. */
function readCell(cell: GridCell, inherited: PlanDate | undefined): RatingCell | undefined {
  const words = cell.parts.map((part) => part.text.toLowerCase());
  if (words.length === 0) return undefined;
  const dateAt = words.findIndex((_, index) => isDateFrom(words.slice(index)));
  const before = dateAt < 0 ? words : words.slice(0, dateAt);
  const own = dateAt < 0 ? undefined : readPeriod(words.slice(dateAt));
  const date = own !== undefined && 'date' in own ? own.date : inherited;
  const written = before.join(' ');
  const change = ratingChanges.find(({ id, words: inWords }) =>
    [id, inWords].some((ending) => written.endsWith(` ${ending}`)),
  );
  const ending = [change?.words, change?.id].find(
    (text) => text !== undefined && written.endsWith(` ${text}`),
  );
  const said = ending === undefined ? written : written.slice(0, -ending.length - 1);
  return {
    words: said,
    rating: ratings.find((rating) => rating.words === said || rating.id === said),
    change,
    date,
    span: spanOf(cell),
  };
}

/** From the first word of a cell to its last. */
const spanOf = ({ parts, span }: GridCell): Span => ({
  start: parts[0]?.span.start ?? span.start,
  end: parts.at(-1)?.span.end ?? span.end,
});

function isDateFrom(words: readonly string[]): boolean {
  const reading = readPeriod(words);
  return reading !== undefined && 'date' in reading && reading.used === words.length;
}
