import type { IsoDate, PlanDate } from '../../language/dates.ts';
import type { ItemOf } from '../../language/items.ts';
import { addDays } from '../calendar.ts';

/** Figures of an indicator that are the sum of others: a year and its quarters, a quarter and its months. */

type Actual = ItemOf<'indicator'>['actual'][number];

/** A figure that should be the sum of its parts, with those that are known. */
export interface Total {
  readonly record: Actual;
  readonly stated: number;
  readonly parts: readonly Actual[];
  readonly sum: number;
  /** Whether the figures of all its parts are known. */
  readonly isWhole: boolean;
}

/** What the sum may differ by, as binary fractions do. */
export const tolerance = 1e-6;

/** How long a period is. */
export type Length = 'month' | 'quarter' | 'year';

const months: Readonly<Record<Length, number>> = { month: 1, quarter: 3, year: 12 };

/** The parts that the figure of a period is the sum of, and how many there are. */
const parts: Readonly<Record<Length, readonly (readonly [Length, number])[]>> = {
  year: [
    ['quarter', 4],
    ['month', 12],
  ],
  quarter: [['month', 3]],
  month: [],
};

/** The totals among an indicator’s figures, each with the parts it is said with. */
export function totalsOf(item: ItemOf<'indicator'>): Total[] {
  const dated = item.actual.flatMap((record) => {
    const size = sizeOf(record.period.value);
    return size === undefined ? [] : [{ record, size }];
  });
  const byStart = Map.groupBy(dated, ({ record, size }) =>
    startOf(size, record.period.value?.first),
  );
  return dated.flatMap(({ record, size }) => {
    const stated = record.figure.value?.amount;
    const first = record.period.value?.first;
    if (stated === undefined || first === undefined) return [];
    return parts[size].flatMap(([length, amount]) => {
      const known = Array.from({ length: amount }, (_, index) => {
        const start = monthsAfter(first, index * months[length]);
        // Of a period that is said twice, the first counts.
        return byStart.get(startOf(length, start))?.[0]?.record;
      }).filter((part) => part?.figure.value !== undefined) as Actual[];
      if (known.length === 0) return [];
      const sum = known.reduce((total, { figure }) => total + (figure.value?.amount ?? 0), 0);
      return { record, stated, parts: known, sum, isWhole: known.length === amount };
    });
  });
}

const startOf = (length: Length, first: IsoDate | undefined): string => `${length} ${first ?? ''}`;

function monthsAfter(day: IsoDate, amount: number): IsoDate {
  const [year = '', month = '', date = ''] = day.split('-');
  const count = Number(year) * 12 + Number(month) - 1 + amount;
  const pad = (number: number, width: number): string => String(number).padStart(width, '0');
  return `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}-${date}`;
}

/** Whether a period is a month, a quarter or a year; undefined for a single day. */
export function sizeOf(date: PlanDate | undefined): Length | undefined {
  const { first, last } = date ?? {};
  if (first === undefined || last === undefined) return undefined;
  const end = addDays(last, 1);
  return (Object.keys(months) as Length[]).find(
    (length) => monthsAfter(first, months[length]) === end,
  );
}
