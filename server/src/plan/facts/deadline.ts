import type { IsoDate, PlanDate } from '../../language/dates.ts';
import type { ItemOf, Value } from '../../language/items.ts';
import { daysBetween } from '../calendar.ts';
import type { Entity, Fact, Plan } from '../plan.ts';
import { knownAt, latestKnown } from './history.ts';

/** Deadlines: the one in force at a date, the original beside it, and how late it is. */

/** Which day a date means when it is a deadline. */
export type MonthMeans = 'last-day' | 'first-day';

type Revision = ItemOf<'action'>['dueRevised'][number];

export interface Deadline {
  /** The date in force at the as-at date, as the plan has it. */
  readonly inForce: Value<PlanDate> | undefined;
  /** The day that it means; undefined when it names none. */
  readonly day: IsoDate | undefined;
  /** What was first planned. */
  readonly original: Value<PlanDate> | undefined;
  readonly originalDay: IsoDate | undefined;
  /** The revisions known at the as-at date, in the order of the text. */
  readonly revisions: readonly Revision[];
}

const monthMeans: Fact<MonthMeans> = {
  of: (plan) => plan.heading?.item.monthMeans?.day.value ?? 'last-day',
  isWide: true,
};

/** What a month means as a deadline: the plan's own convention, or its last day. */
export const monthMeansIn = (plan: Plan): MonthMeans => plan.fact(monthMeans);

/**
 * The day a date means as a deadline. A month, quarter, year or rolling programme ends with its last
 * day unless the plan says `month-means first-day`; a recurring or undated one has none.
 */
export function deadlineDay(
  date: PlanDate | undefined,
  monthMeans: MonthMeans,
): IsoDate | undefined {
  if (date === undefined || date.form === 'recurring') return undefined;
  return date.form === 'month' && monthMeans === 'first-day' ? date.first : date.last;
}

/** The deadline of an action at the as-at date; revisions set later are not yet known. */
export function deadlineOf(plan: Plan, action: Entity<'action'>, asAt: IsoDate): Deadline {
  const { due, dueRevised } = action.item;
  const means = monthMeansIn(plan);
  const revision = latestKnown(dueRevised, (record) => record.on, asAt);
  const inForce = revision?.due ?? due?.date;
  return {
    inForce,
    day: deadlineDay(inForce?.value, means),
    original: due?.date,
    originalDay: deadlineDay(due?.date.value, means),
    revisions: dueRevised.filter((record) => knownAt(record.on, asAt)),
  };
}

/** How many days ahead counts as due soon. */
export const dueSoonDays = 30;

/** Calendar days by which a deadline is past at the as-at date: 1 on the day after it; undefined when not past. */
export function daysLate(day: IsoDate | undefined, asAt: IsoDate): number | undefined {
  if (day === undefined || day >= asAt) return undefined;
  return daysBetween(day, asAt);
}
