import { daysInMonth, isoDate, type IsoDate } from './days.ts';

/**
 * Dates as people write them in plans, and the first and last calendar day each of them means.
 * No clock and no time zone: what a date means depends on its words alone.
 */

export type { IsoDate };

/** The forms a date can take; which of them count as a deadline is for the plan to say. */
export type DateForm =
  | 'day'
  | 'month'
  | 'quarter'
  | 'financial-year'
  | 'rolling'
  | 'recurring'
  | 'immediate'
  | 'ongoing'
  | 'on-request'
  | 'to-be-agreed'
  | 'per-plan';

export interface PlanDate {
  readonly form: DateForm;
  /** As the plan's text has it, single-spaced. */
  readonly written: string;
  /** First and last day it means; absent where the words name no day. */
  readonly first?: IsoDate | undefined;
  readonly last?: IsoDate | undefined;
  /** How often a recurring duty falls due: `monthly`. */
  readonly every?: Recurrence | undefined;
  /** The plan whose timescales apply: `per LPT-CQC-2019`. */
  readonly per?: string | undefined;
  /** What the date still waits for: `2018-04 tbc "capital"`. */
  readonly awaiting?: string | undefined;
}

/** How many calendar months, or days, lie between two occurrences. */
export const recurrences = {
  daily: { days: 1 },
  weekly: { days: 7 },
  fortnightly: { days: 14 },
  monthly: { months: 1 },
  'two-monthly': { months: 2 },
  quarterly: { months: 3 },
  'six-monthly': { months: 6 },
  yearly: { months: 12 },
} as const;

export type Recurrence = keyof typeof recurrences;

const isRecurrence = (word: string): word is Recurrence => Object.hasOwn(recurrences, word);

/** What reading a date from words gives: a date and how many words it took, or why it is none. */
export type DateReading =
  | { readonly date: PlanDate; readonly used: number }
  | { readonly impossible: string; readonly used: number };

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const monthNumbers: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((name, index) => {
    const lower = name.toLowerCase();
    const short = lower.slice(0, 3);
    const names = lower === 'september' ? [lower, short, 'sept'] : [lower, short];
    return names.map((spelling): [string, number] => [spelling, index + 1]);
  }),
);

const bareForms: ReadonlySet<string> = new Set<DateForm>([
  'immediate',
  'ongoing',
  'on-request',
  'to-be-agreed',
]);

const isBareForm = (word: string): word is DateForm => bareForms.has(word);

/**
 * Reads the longest date that the words begin with.
 * @param words bare words of one line, in order; words after the date are left alone
 * @returns the date, or why it cannot be one; undefined when the words do not look like a date
 */
export function readDate(words: readonly string[]): DateReading | undefined {
  const [first = '', second = ''] = words;
  const iso = readIsoDate(first);
  if (iso !== undefined) return iso;
  if (isBareForm(first)) return { date: { form: first, written: first }, used: 1 };
  if (first === 'per' && second !== '') {
    return { date: { form: 'per-plan', written: `per ${second}`, per: second }, used: 2 };
  }
  if (isRecurrence(first)) return readRecurring(first, words);
  if (first === 'rolling') {
    const period = readPeriod(words.slice(1));
    if (period === undefined)
      return { impossible: 'rolling takes a period such as 2017/18', used: 1 };
    if ('impossible' in period) return { ...period, used: period.used + 1 };
    const date = {
      ...period.date,
      form: 'rolling',
      written: `rolling ${period.date.written}`,
    } as const;
    return { date, used: period.used + 1 };
  }
  return readPeriod(words);
}

function readRecurring(every: Recurrence, words: readonly string[]): DateReading {
  if (words[1] !== 'from') return { date: { form: 'recurring', written: every, every }, used: 1 };
  const from = readPeriod(words.slice(2));
  if (from === undefined) return { impossible: 'after from a date is missing', used: 2 };
  if ('impossible' in from) return { ...from, used: from.used + 2 };
  const written = `${every} from ${from.date.written}`;
  return {
    date: { form: 'recurring', written, every, first: from.date.first },
    used: from.used + 2,
  };
}

/** Reads a day, a month, a quarter or a financial year: what a series of figures may be dated by. */
export function readPeriod(words: readonly string[]): DateReading | undefined {
  const [first = '', second = '', third = ''] = words;
  const iso = readIsoDate(first);
  if (iso !== undefined) return iso;
  const quarter = /^Q(\d)$/i.exec(first);
  if (quarter !== null && second !== '') return quarterOf(Number(quarter[1]), second);
  const years = readFinancialYear(first);
  if (years !== undefined) return years;
  const monthFirst = monthNumbers.get(first.toLowerCase());
  if (monthFirst !== undefined && /^\d{4}$/.test(second)) {
    return monthOf(Number(second), monthFirst, `${first} ${second}`, 2);
  }
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(first);
  const monthSecond = monthNumbers.get(second.toLowerCase());
  if (ordinal !== null && monthSecond !== undefined && /^\d{4}$/.test(third)) {
    const written = `${first} ${second} ${third}`;
    return dayOf(Number(third), monthSecond, Number(ordinal[1]), written, 3);
  }
  return almostADate(words);
}

/** Days and months that were read before: a plan names the same few hundred over and over. */
const knownDates = new Map<string, DateReading>();

/** More than the days of ten years; what comes later is read each time. */
const mostKnown = 4096;

/** `2018-10-31` or `2018-10`: by far the commonest forms, so they are read without a pattern, and once. */
export function readIsoDate(word: string): DateReading | undefined {
  const { length } = word;
  if ((length !== 10 && length !== 7) || word[4] !== '-') return undefined;
  const known = knownDates.get(word);
  if (known !== undefined) return known;
  const reading = isoDateOf(word);
  if (reading !== undefined && knownDates.size < mostKnown) knownDates.set(word, reading);
  return reading;
}

function isoDateOf(word: string): DateReading | undefined {
  const year = digitsOf(word, 0, 4);
  const month = digitsOf(word, 5, 7);
  if (year === undefined || month === undefined) return undefined;
  if (word.length === 7) return monthOf(year, month, word, 1);
  const day = word[7] === '-' ? digitsOf(word, 8, 10) : undefined;
  return day === undefined ? undefined : dayOf(year, month, day, word, 1);
}

/** The number that the digits of a word make; undefined where one of them is no digit. */
function digitsOf(word: string, start: number, end: number): number | undefined {
  let number = 0;
  for (let index = start; index < end; index++) {
    const digit = word.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    number = number * 10 + digit;
  }
  return number;
}

/** `2017/18`, `2017/8`, `2019/2020`: April to March, as the NHS counts its years. */
function readFinancialYear(word: string): DateReading | undefined {
  const match = /^(\d{4})\/(\d{1,2}|\d{4})$/.exec(word);
  if (match === null) return undefined;
  const [, from = '', to = ''] = match;
  const year = Number(from);
  const next = String(year + 1);
  if (!next.endsWith(to)) return { impossible: `${word} is not two years in a row`, used: 1 };
  return range('financial-year', word, { year, month: 4 }, { year: year + 1, month: 3 }, 1);
}

function quarterOf(number: number, yearWord: string): DateReading | undefined {
  const year = readFinancialYear(yearWord);
  if (year === undefined)
    return { impossible: 'a quarter takes its financial year: Q4 2019/20', used: 1 };
  if ('impossible' in year) return { ...year, used: 2 };
  const written = `Q${String(number)} ${yearWord}`;
  if (number < 1 || number > 4) return { impossible: 'quarters are Q1 to Q4', used: 2 };
  const startYear = Number(yearWord.slice(0, 4)) + (number === 4 ? 1 : 0);
  const month = number === 4 ? 1 : number * 3 + 1;
  return range(
    'quarter',
    written,
    { year: startYear, month },
    { year: startYear, month: month + 2 },
    2,
  );
}

function monthOf(year: number, month: number, written: string, used: number): DateReading {
  if (month < 1 || month > 12) return { impossible: 'months go from 01 to 12', used };
  return range('month', written, { year, month }, { year, month }, used);
}

function dayOf(
  year: number,
  month: number,
  day: number,
  written: string,
  used: number,
): DateReading {
  if (month < 1 || month > 12) return { impossible: 'months go from 01 to 12', used };
  const days = daysInMonth(year, month);
  if (day < 1 || day > days) {
    const name = monthNames[month - 1] ?? '';
    return { impossible: `${name} ${String(year)} has ${String(days)} days`, used };
  }
  // Most days are written as they are kept: one text then serves for all three.
  const iso = used === 1 ? written : isoDate(year, month, day);
  return { date: { form: 'day', written, first: iso, last: iso }, used };
}

interface MonthOfYear {
  readonly year: number;
  readonly month: number;
}

function range(
  form: DateForm,
  written: string,
  from: MonthOfYear,
  to: MonthOfYear,
  used: number,
): DateReading {
  const first = isoDate(from.year, from.month, 1);
  const last = isoDate(to.year, to.month, daysInMonth(to.year, to.month));
  return { date: { form, written, first, last }, used };
}

/** Forms that plans on paper use and that would be guesses here: said, with how to write them. */
function almostADate(words: readonly string[]): DateReading | undefined {
  const [first = ''] = words;
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(first)) {
    return { impossible: 'day and month could be taken either way round', used: 1 };
  }
  const monthYear = /^([A-Za-z]{3,9})-(\d{2}|\d{4})$/.exec(first);
  if (monthYear !== null && monthNumbers.has((monthYear[1] ?? '').toLowerCase())) {
    return { impossible: 'write the month and the whole year: Oct 2018 given "Oct-18"', used: 1 };
  }
  if (monthNumbers.has(first.toLowerCase())) return withoutYear(words, 1);
  const second = words[1]?.toLowerCase() ?? '';
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(first) && monthNumbers.has(second)) {
    return withoutYear(words, 2);
  }
  return undefined;
}

/** A month, or a day and a month, after which no whole year stands. */
const withoutYear = (words: readonly string[], used: number): DateReading =>
  /^\d{2}$/.test(words[used] ?? '')
    ? { impossible: 'the year takes four digits', used: used + 1 }
    : { impossible: 'the year is missing', used };
