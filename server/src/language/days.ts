/**
 * Days of the Gregorian calendar in whole numbers: a plan has tens of thousands of dates, and reading
 * one must cost next to nothing. No clock and no time zone.
 */

/** A calendar day, `YYYY-MM-DD`; two of them compare as texts do. */
export type IsoDate = string;

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** How many days a month (1 to 12) has. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0);

const twoDigits = (number: number): string => (number < 10 ? `0${String(number)}` : String(number));

/** A day as ISO 8601 writes it; years beyond 0 to 9999 take a sign and six digits. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  const digits = String(Math.abs(year));
  const years =
    year >= 0 && year <= 9999
      ? digits.padStart(4, '0')
      : `${year < 0 ? '-' : '+'}${digits.padStart(6, '0')}`;
  return `${years}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The days of 400 years, after which the calendar begins again. */
const daysInEra = 146_097;
/** Days from 1 March of the year 0, where an era begins, to 1 January 1970. */
const untilEpoch = 719_468;

/** The number of a day, counted from 1 January 1970, which is 0 and was a Thursday. */
export function dayNumber(day: IsoDate): number {
  // Counted from 1 March, the day that a leap year adds is the last one.
  const month = Number(day.slice(-5, -3));
  const year = Number(day.slice(0, -6)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(day.slice(-2)) - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * daysInEra + yearOfEra * 365 + leapDays + dayOfYear - untilEpoch;
}

/** The day with a number. */
export function dayOfNumber(number: number): IsoDate {
  const fromMarch = number + untilEpoch;
  const era = Math.floor(fromMarch / daysInEra);
  const dayOfEra = fromMarch - era * daysInEra;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear =
    dayOfEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = ((monthFromMarch + 2) % 12) + 1;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return isoDate(year, month, day);
}
