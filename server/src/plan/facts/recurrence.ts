import { recurrences, type IsoDate, type PlanDate } from '../../language/dates.ts';
import type { ItemOf } from '../../language/items.ts';
import { addDays, addMonths, daysBetween } from '../calendar.ts';
import type { Entity } from '../plan.ts';
import { knownAt } from './history.ts';

/** Duties that recur: in which of their periods they were met. */

export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export interface Recurrent {
  /** How many periods are over. */
  readonly past: number;
  /** Those of them in which nothing says that the duty was met, in their order. */
  readonly missed: readonly Period[];
}

/** So many periods are looked back on: what was missed years ago is no longer news. */
const mostPeriods = 60;

/**
 * The past periods of a requirement whose `when` recurs, and which of them have no `met`. The first
 * begins on the date after `from`; or where it has none, when its source was signed, served or
 * published; or when it was first met. Undefined where it does not recur or nothing says from when.
 * @param grace how many days after a period its `met` may still come
 */
export function recurrentDuty(
  requirement: Entity<'requirement'>,
  asAt: IsoDate,
  grace: number,
): Recurrent | undefined {
  const when = requirement.item.when?.when.value;
  if (when?.form !== 'recurring') return undefined;
  const met = metDates(requirement.item, asAt);
  const start = startOf(when, requirement, met, asAt);
  if (start === undefined) return undefined;
  const past = pastPeriods(when, start, addDays(asAt, -grace));
  const missed: Period[] = [];
  let next = 0;
  for (const period of past) {
    while ((met[next]?.last ?? '9999-12-31') < period.from) next++;
    const one = met[next];
    if (one !== undefined && one.first <= addDays(period.to, grace)) next++;
    else missed.push(period);
  }
  return { past: past.length, missed };
}

/** When the first period begins, as far as anything says so. */
const startOf = (
  when: PlanDate,
  requirement: Entity<'requirement'>,
  met: readonly Days[],
  asAt: IsoDate,
): IsoDate | undefined => when.first ?? beginningOf(requirement, asAt) ?? met[0]?.first;

interface Days {
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** The days on which it was met, as far as they are known, in their order. */
const metDates = ({ met }: ItemOf<'requirement'>, asAt: IsoDate): Days[] =>
  met
    .flatMap(({ on }) => {
      const { first, last } = on.value ?? {};
      return first === undefined || last === undefined || !knownAt(on, asAt)
        ? []
        : [{ first, last }];
    })
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));

/** When the source of a requirement began to bind. */
function beginningOf({ parent }: Entity<'requirement'>, asAt: IsoDate): IsoDate | undefined {
  if (parent?.kind !== 'source') return undefined;
  const { signed, served, published, reported } = parent.item;
  const known = (dates: readonly ({ on: { value: PlanDate | undefined } } | undefined)[]) =>
    dates
      .map((said) => said?.on.value?.last)
      .filter((day) => day !== undefined && day <= asAt)
      .sort()
      .at(-1);
  // It binds from the last signature on.
  return known(signed) ?? known([served]) ?? known([published]) ?? known([reported]);
}

/**
 * By when a requirement whose `when` recurs is next to be met: the end of the period that runs at the
 * as-at date, or of the one after it where it was met in that one already. Undefined as above.
 */
export function nextDue(requirement: Entity<'requirement'>, asAt: IsoDate): IsoDate | undefined {
  const when = requirement.item.when?.when.value;
  if (when?.form !== 'recurring') return undefined;
  const met = metDates(requirement.item, asAt);
  const start = startOf(when, requirement, met, asAt);
  if (start === undefined) return undefined;
  const { begin, end } = periodsBefore(when, start, asAt);
  const from = begin(end);
  const isMet = met.some(({ first }) => first >= from);
  return addDays(begin(end + (isMet ? 2 : 1)), -1);
}

/** How many periods have begun after the first and not later than a day, and when each begins. */
function periodsBefore(
  when: PlanDate,
  start: IsoDate,
  before: IsoDate,
): { begin: (index: number) => IsoDate; end: number } {
  const step: { days?: number; months?: number } = recurrences[when.every ?? 'yearly'];
  const { days, months = 0 } = step;
  const begin = (index: number): IsoDate =>
    days === undefined ? addMonths(start, index * months) : addDays(start, index * days);
  const about = Math.floor(daysBetween(start, before) / (days ?? months * 30)) + 1;
  let end = Math.max(0, about);
  while (end > 0 && begin(end) > before) end--;
  return { begin, end };
}

/** The last periods that ended before a day. */
function pastPeriods(when: PlanDate, start: IsoDate, before: IsoDate): Period[] {
  const { begin, end } = periodsBefore(when, start, before);
  const periods: Period[] = [];
  for (let index = Math.max(0, end - mostPeriods); index < end; index++) {
    periods.push({ from: begin(index), to: addDays(begin(index + 1), -1) });
  }
  return periods;
}
