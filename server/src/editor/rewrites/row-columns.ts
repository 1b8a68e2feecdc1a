import { dateOfCell } from './row-dates.ts';

/** Which column of pasted rows is which. */

export type Column = 'id' | 'title' | 'owner' | 'due' | 'requirement' | 'committee';

export interface Columns {
  readonly hasHeading: boolean;
  /** The headings as printed. */
  readonly headings: readonly string[];
  /** Where each known column stands, counted from 0. */
  readonly places: ReadonlyMap<Column, number>;
}

/** Words that action plans print above their columns; the first that fits counts. */
const headingWords: readonly (readonly [Column, RegExp])[] = [
  ['requirement', /\b(must|should)\b|requirement|recommendation|regulation|finding|breach|\bfor\b/],
  ['committee', /committee|governance|oversight|assur/],
  ['due', /due|deadline|target date|completion date|by when|timescale|timeframe|\bwhen\b|^date$/],
  ['owner', /owner|\bsro\b|lead|responsib|accountab|\bwho\b/],
  ['id', /^(action )?(id|ref|reference|no|number|#)\b\.?|^action (no|ref)|^#$/],
  ['title', /action|title|what|task|description/],
];

/** Without headings, the order that plans most often have. */
const byPlace: readonly Column[] = ['id', 'title', 'owner', 'due', 'requirement'];

/** The columns by the words above them; where there are none, by their place. */
export function columnsOf(rows: readonly (readonly string[])[]): Columns {
  const [first = []] = rows;
  const places = new Map<Column, number>();
  for (const [index, cell] of first.entries()) {
    const column = columnOf(cell, places);
    if (column !== undefined) places.set(column, index);
  }
  const isHeading =
    places.size > 1 && rows.length > 1 && !first.some((cell) => dateOfCell(cell) !== undefined);
  if (isHeading) return { hasHeading: true, headings: first, places };
  const order = hasIds(rows) ? byPlace : byPlace.slice(1);
  return {
    hasHeading: false,
    headings: [],
    places: new Map(order.map((column, index) => [column, index])),
  };
}

function columnOf(cell: string, known: ReadonlyMap<Column, number>): Column | undefined {
  const words = cell.toLowerCase();
  if (words.length > 40) return undefined;
  return headingWords.find(([column, fits]) => !known.has(column) && fits.test(words))?.[0];
}

/** Whether the first column holds references: short, each without a blank or with a digit. */
const hasIds = (rows: readonly (readonly string[])[]): boolean =>
  rows.every(([first = '']) => first.length <= 16 && (/^\S*$/.test(first) || /\d/.test(first)));
