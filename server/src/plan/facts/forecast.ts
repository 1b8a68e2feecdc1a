import type { IsoDate } from '../../language/dates.ts';
import { addDays, addMonths } from '../calendar.ts';

/** When the rest of a plan will be done if it goes on as of late. */

/** Whole months that the pace is taken from. */
const monthsOfPace = 3;
/** Nobody can see further ahead than these months. */
const mostMonths = 24;

export interface Pace {
  /** How many were done in the whole months from the first day to the last. */
  readonly done: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The months after that of the as-at date, `2026-10`, each with how many will be done by its end. */
  readonly months: readonly { readonly month: string; readonly done: number }[];
  /** The month by whose end all are done; undefined where that is too far ahead. */
  readonly finished: string | undefined;
}

/** A forecast, or why there is none. */
export type Forecast = Pace | 'all-done' | 'no-pace';

/**
 * Goes on from what is done at the as-at date by as many a month as were done, on average, in the last three
 * months that had ended by then. Parts of an action are none: it rounds down.
 * @param all how many there are, done or not
 * @param doneOn the days on which those that are done were done
 */
export function forecastFrom(asAt: IsoDate, all: number, doneOn: readonly IsoDate[]): Forecast {
  const done = doneOn.length;
  if (done >= all) return 'all-done';
  // A month that ends on the as-at date has ended.
  const firstOpen = firstOfMonth(addDays(asAt, 1));
  const from = addMonths(firstOpen, -monthsOfPace);
  const to = addDays(firstOpen, -1);
  const lately = doneOn.filter((day) => day >= from && day <= to).length;
  if (lately === 0) return 'no-pace';
  const thisMonth = firstOfMonth(asAt);
  const needed = Math.ceil(((all - done) * monthsOfPace) / lately);
  const months = Array.from({ length: Math.min(needed, mostMonths) }, (_, index) => ({
    month: addMonths(thisMonth, index + 1).slice(0, -3),
    done: Math.min(all, done + Math.floor(((index + 1) * lately) / monthsOfPace)),
  }));
  return {
    done: lately,
    from,
    to,
    months,
    finished: needed > mostMonths ? undefined : months.at(-1)?.month,
  };
}

const firstOfMonth = (day: IsoDate): IsoDate => `${day.slice(0, -2)}01`;
