import type { IsoDate, PlanDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';

/** What was known at a date: records dated after it are not yet known, undated ones are. */

/** The first day a record's date can mean; undefined when it is not dated. */
const dayOf = (date: Value<PlanDate> | undefined): IsoDate | undefined => date?.value?.first;

/** Whether a record so dated is known at the as-at date. */
export function knownAt(date: Value<PlanDate> | undefined, asAt: IsoDate): boolean {
  const day = dayOf(date);
  return day === undefined || day <= asAt;
}

/** Whether a period has ended at the as-at date: what was measured over it is known from then on. */
export const hasEnded = ({ last }: PlanDate, asAt: IsoDate): boolean =>
  last !== undefined && last <= asAt;

/**
 * The latest of the records that are known at the as-at date. A dated record wins over undated ones;
 * of two on the same day, and of undated ones, the later in the text.
 */
export function latestKnown<R>(
  records: readonly R[],
  dateOf: (record: R) => Value<PlanDate> | undefined,
  asAt: IsoDate,
): R | undefined {
  let best: R | undefined;
  let bestDay = '';
  for (const record of records) {
    if (!knownAt(dateOf(record), asAt)) continue;
    const day = dayOf(dateOf(record)) ?? '';
    if (day >= bestDay) {
      best = record;
      bestDay = day;
    }
  }
  return best;
}
