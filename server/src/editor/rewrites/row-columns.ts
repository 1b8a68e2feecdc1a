import { fieldById, type FieldId } from '../../imports/recognise/fields.ts';
import { columnsUnder } from '../../imports/recognise/columns.ts';
import { dateInText } from '../../imports/recognise/dates.ts';
import { noMapping } from '../../imports/recognise/mapping.ts';

/** Which column of pasted rows is which. */

export type Column = 'id' | 'title' | 'owner' | 'due' | 'requirement' | 'committee';

export interface Columns {
  readonly hasHeading: boolean;
  /** The headings as printed. */
  readonly headings: readonly string[];
  /** Where each known column stands, counted from 0. */
  readonly places: ReadonlyMap<Column, number>;
}

/** The fields of an imported plan that pasted rows can fill; of two for one column the first counts. */
const fieldsOf: Readonly<Record<Column, readonly FieldId[]>> = {
  id: ['ref'],
  title: ['action'],
  owner: ['sro', 'lead'],
  due: ['due'],
  requirement: ['requirement', 'requirement-ref'],
  committee: ['committee'],
};

const columns = Object.keys(fieldsOf) as Column[];

/** Without headings, the order that plans most often have. */
const byPlace: readonly Column[] = ['id', 'title', 'owner', 'due', 'requirement'];

/** The columns by the words above them; where there are none, by their place. */
export function columnsOf(rows: readonly (readonly string[])[]): Columns {
  const [first = []] = rows;
  const places = placesUnder(first);
  const isHeading =
    places.size > 1 && rows.length > 1 && !first.some((cell) => dateInText(cell) !== undefined);
  if (isHeading) return { hasHeading: true, headings: first, places };
  const order = hasIds(rows) ? byPlace : byPlace.slice(1);
  return {
    hasHeading: false,
    headings: [],
    places: new Map(order.map((column, index) => [column, index])),
  };
}

function placesUnder(headings: readonly string[]): ReadonlyMap<Column, number> {
  const cells = new Map(headings.map((text, index) => [index, { text, at: '' }] as const));
  const found = new Map(
    columnsUnder(cells, noMapping).columns.flatMap(({ field, index }) =>
      field === undefined ? [] : [[field, index] as const],
    ),
  );
  const places = columns.flatMap((column): [Column, number][] => {
    const place = fieldsOf[column].map((field) => found.get(field)).find((at) => at !== undefined);
    return place === undefined ? [] : [[column, place]];
  });
  return new Map(places.sort(([, a], [, b]) => a - b));
}

/** Whether the first column holds references: short, each without a blank or with a digit. */
const hasIds = (rows: readonly (readonly string[])[]): boolean =>
  rows.every(([first = '']) => first.length <= 16 && (/^\S*$/.test(first) || /\d/.test(first)));

/** What people call the field of a column. */
export const columnTitle = (column: Column): string =>
  column === 'owner' ? 'owner' : (fieldById.get(fieldsOf[column][0] ?? '')?.title ?? column);
