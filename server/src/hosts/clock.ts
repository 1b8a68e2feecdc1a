import { dayNumber, type IsoDate } from '../language/days.ts';

/**
 * Today where the regulators and the trusts are.
 * @param now milliseconds since 1970 in UTC; the moment it is when left out
 */
export const today = (now = Date.now()): IsoDate =>
  new Date(now + (isSummer(now) ? hour : 0)).toISOString().slice(0, 10);

const hour = 3_600_000;

/**
 * Whether British Summer Time is in force: from the last Sunday of March to the last of October, at one
 * o’clock in UTC, as the Summer Time Order 2002 has it. Asking the system what time it is in London takes longer than all else
 * that a check of a small plan does.
 */
function isSummer(now: number): boolean {
  const year = new Date(now).getUTCFullYear();
  return lastSunday(year, '03') <= now && now < lastSunday(year, '10');
}

/** One o’clock on the last Sunday of a month that has 31 days. Day 3 of the count since 1970 was a Sunday. */
function lastSunday(year: number, month: string): number {
  const last = dayNumber(`${String(year)}-${month}-31`);
  return (last - ((last - 3) % 7)) * 24 * hour + hour;
}
