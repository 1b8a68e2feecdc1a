import { monthNames, type PlanDate } from '../language/dates.ts';
import { dayNumber, dayOfNumber, daysInMonth, isoDate, type IsoDate } from '../language/days.ts';
import { bankHolidays } from './vocabularies.ts';

/** Calendar arithmetic over days without time or zone, and dates in words. */

/** Calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** The day a number of calendar days after (or, negative, before) another. */
export const addDays = (day: IsoDate, days: number): IsoDate => dayOfNumber(dayNumber(day) + days);

/** The same day of the month a number of months after another, or the last there is: 31 January and one is 28 February. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const number = Number(day.slice(0, -6)) * 12 + Number(day.slice(-5, -3)) - 1 + months;
  const year = Math.floor(number / 12);
  const month = number - year * 12 + 1;
  return isoDate(year, month, Math.min(Number(day.slice(-2)), daysInMonth(year, month)));
}

/** 0 on a Monday, 6 on a Sunday; day 0 of the count was a Thursday. */
const weekday = (day: IsoDate): number => (((dayNumber(day) + 3) % 7) + 7) % 7;

const isWeekday = (day: IsoDate): boolean => weekday(day) < 5;

/** Saturdays, Sundays and England's bank holidays are no working days. */
export const isWorkingDay = (day: IsoDate): boolean => isWeekday(day) && !bankHolidays.has(day);

/**
 * Working days from one day to another: those after `from` up to and with `to`; negative when `to` is
 * earlier. Years without a list of bank holidays have none.
 */
export function workingDaysBetween(from: IsoDate, to: IsoDate): number {
  if (to < from) return -workingDaysBetween(to, from);
  const days = daysBetween(from, to);
  let working = Math.floor(days / 7) * 5;
  for (let day = 1; day <= days % 7; day++) if ((weekday(from) + day) % 7 < 5) working++;
  for (const holiday of bankHolidays.keys()) {
    if (holiday > from && holiday <= to && isWeekday(holiday)) working--;
  }
  return working;
}

/** Whether a text is a calendar day in the form YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const date = Number(day);
  return date >= 1 && date <= daysInMonth(Number(year), Number(month));
}

/** `30 June 2018`. Months in full: screen readers misread short ones (NHS service manual). */
export function dayInWords(day: IsoDate): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${String(Number(date))} ${monthNames[Number(month) - 1] ?? ''} ${year}`;
}

/** What a date says, in words for people: `June 2018`, `the financial year 2017/18`, `monthly`. */
export function dateInWords(date: PlanDate): string {
  const [year = '', month = ''] = date.first?.split('-') ?? [];
  const words: Record<PlanDate['form'], () => string> = {
    day: () => dayInWords(date.first ?? ''),
    month: () => `${monthNames[Number(month) - 1] ?? ''} ${year}`,
    quarter: () => `quarter ${date.written.slice(1)}`,
    'financial-year': () => `the financial year ${date.written}`,
    rolling: () => `rolling through ${date.written.replace(/^rolling /, '')}`,
    recurring: () =>
      date.first === undefined
        ? date.written
        : `${date.every ?? ''} from ${dayInWords(date.first)}`,
    immediate: () => 'immediately',
    ongoing: () => 'ongoing',
    'on-request': () => 'on request',
    'to-be-agreed': () => 'on a date to be agreed',
    'per-plan': () => `to the timescales of ${date.per ?? 'a plan'}`,
  };
  const said = words[date.form]();
  if (date.awaiting === undefined) return said;
  return `${said}, ${date.awaiting === '' ? 'to be confirmed' : `${date.awaiting} to be confirmed`}`;
}
