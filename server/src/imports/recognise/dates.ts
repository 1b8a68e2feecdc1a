import { monthNames, readDate } from '../../language/dates.ts';
import { dayOfNumber, daysInMonth } from '../../language/days.ts';
import type { Cell } from '../cells.ts';

/** Dates as people and spreadsheets write them. */

export interface DateFound {
  /** As the language writes it: `2018-10`, `2018-04 tbc "capital"`. */
  readonly date: string;
  /** Whether it stands in the plan just as it was written. */
  readonly asWritten: boolean;
  /** Why it is a guess; undefined where it can be nothing else. */
  readonly guess?: string | undefined;
}

const monthNumber: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((name, index) => {
    const lower = name.toLowerCase();
    return [lower, lower.slice(0, 3), lower.slice(0, 4)].map((short): [string, number] => [
      short,
      index + 1,
    ]);
  }),
);

/** What scanners make of “Jul”. */
const scanned: ReadonlyMap<string, number> = new Map([
  ['iul', 7],
  ['lul', 7],
]);

const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|[il]ul)[a-z]{0,6}';
const year = "'?(?:\\d{4}|\\d{2})(?![\\d])";
const day = '\\d{1,2}(?:\\s?(?:st|nd|rd|th))?';

const forms = {
  inNumbers: /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/,
  yearFirst: /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?Z?)?$/,
  dayAndMonth: new RegExp(
    `^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\\s)?(${day})(?:\\s?of)?[\\s-/.]{0,3}(${month})[\\s,.\\-/]{0,3}(${year})$`,
    'i',
  ),
  month: new RegExp(`^(${month})([\\s,.\\-/]{0,3})(${year})$`, 'i'),
  quarter:
    /^q(?:tr|uarter)?\s?([1-4])[\s,-]{0,3}(?:of\s)?(?:fy\s?)?(\d{4}|\d{2})[/-](\d{1,2}|\d{4})$/i,
  years: /^(?:(fy|financial year)\s?)?(\d{4}|\d{2})\/(\d{1,2}|\d{4})(?:\s?(fy|financial year))?$/i,
} as const;

/** Where a date may stand within other words. */
const anywhere = new RegExp(
  [
    `${day}(?:\\sof)?[\\s\\-/.]{0,3}${month}[\\s,.\\-/]{0,3}${year}`,
    `\\b${month}[\\s,.\\-/]{0,3}${year}`,
    '\\b\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})(?!\\d)',
    '\\b\\d{4}-\\d{2}-\\d{2}(?!\\d)',
    '\\bq(?:uarter)?\\s?[1-4][\\s,-]{0,3}(?:fy\\s?)?(?:\\d{4}|\\d{2})/(?:\\d{4}|\\d{1,2})(?!\\d)',
    '\\b20\\d{2}/(?:\\d{4}|\\d{1,2})(?![\\d/])',
  ].join('|'),
  'gi',
);

const lasting: ReadonlyMap<string, string> = new Map(
  Object.entries({
    immediate: 'immediate',
    immediately: 'immediate',
    'with immediate effect': 'immediate',
    ongoing: 'ongoing',
    'on-going': 'ongoing',
    'on going': 'ongoing',
    continuous: 'ongoing',
    'on request': 'on-request',
    'as required': 'on-request',
    'to be agreed': 'to-be-agreed',
    daily: 'daily',
    weekly: 'weekly',
    fortnightly: 'fortnightly',
    monthly: 'monthly',
    quarterly: 'quarterly',
    'six monthly': 'six-monthly',
    'six-monthly': 'six-monthly',
    '6 monthly': 'six-monthly',
    yearly: 'yearly',
    annually: 'yearly',
    annual: 'yearly',
  }),
);

/** What a cell says when. Undefined for what is no date, or may be one of several. */
export function dateIn(cell: Pick<Cell, 'text' | 'date' | 'means'>): DateFound | undefined {
  if (cell.means !== undefined) return { date: cell.means, asWritten: cell.means === cell.text };
  return cell.date === undefined ? dateInText(cell.text) : kept(cell.date.day, cell.date.shown);
}

/** A date that a spreadsheet keeps as a day, of which it may show less. */
function kept(number: number, shown: NonNullable<Cell['date']>['shown']): DateFound {
  const iso = dayOfNumber(number);
  if (shown === 'whole') return { date: iso, asWritten: false };
  if (shown === 'year')
    return { date: iso, asWritten: false, guess: `only the year is shown; the file keeps ${iso}` };
  if (shown === 'without-year') {
    return {
      date: iso,
      asWritten: false,
      guess: `no year is shown; the file keeps ${iso}, which a spreadsheet also makes of a month and a year, such as Oct-18`,
    };
  }
  const isFirst = iso.endsWith('-01');
  return {
    date: iso.slice(0, 7),
    asWritten: false,
    guess: isFirst ? undefined : `the file keeps ${iso} and shows the month alone`,
  };
}

/** A date in a text: the whole of it, or the only one among other words. */
export function dateInText(raw: string): DateFound | undefined {
  const text = raw.replaceAll(/[\s\u00a0]+/g, ' ').trim();
  if (text === '' || text.length > 300) return undefined;
  if (isDate(text)) return { date: text, asWritten: text === raw };
  const bare = text.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '');
  return wholeDate(bare) ?? numberedOne(bare) ?? withOtherWords(bare);
}

/** Every date of a text, in its order. */
export const datesWithin = (text: string): string[] =>
  (text.match(anywhere) ?? []).map((found) => found.trim());

function isDate(text: string): boolean {
  const words = text.split(' ');
  const reading = words[0] === 'per' ? undefined : readDate(words);
  return reading !== undefined && 'date' in reading && reading.used === words.length;
}

/** @returns undefined where the text is not one date, and nothing else */
function wholeDate(text: string): DateFound | undefined {
  const lower = text.toLowerCase();
  const word = lasting.get(lower);
  if (word !== undefined) return made(word, text);
  return inNumbers(text) ?? byName(text) ?? byPeriod(text) ?? dayNumberOf(text);
}

function inNumbers(text: string): DateFound | undefined {
  const [, year0 = '', month0 = '', day0 = ''] = forms.yearFirst.exec(text) ?? [];
  if (year0 !== '') return dayOf(year0, Number(month0), Number(day0), text);
  const match = forms.inNumbers.exec(text);
  if (match === null) {
    const [, alone = '', of = ''] = /^(\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
    return Number(alone) >= 1 && Number(alone) <= 12
      ? made(`${of}-${two(Number(alone))}`, text)
      : undefined;
  }
  const [, first = '', second = '', given = ''] = match;
  if (Number(second) > 12)
    return dayOf(
      given,
      Number(first),
      Number(second),
      text,
      'the month comes first, as in America',
    );
  const isClear = Number(first) > 12 || Number(first) === Number(second);
  return dayOf(
    given,
    Number(second),
    Number(first),
    text,
    isClear
      ? undefined
      : 'day and month could be taken either way round; the day first, as in Britain',
  );
}

function byName(text: string): DateFound | undefined {
  const whole = forms.dayAndMonth.exec(text);
  if (whole !== null) {
    const [, ofMonth = '', name = '', given = ''] = whole;
    const found = monthOf(name);
    return found === undefined
      ? undefined
      : dayOf(given, found.number, Number.parseInt(ofMonth, 10), text, found.guess);
  }
  const [, name = '', between = '', given = ''] = forms.month.exec(text) ?? [];
  const found = monthOf(name);
  if (found === undefined) return undefined;
  const digits = given.replace("'", '');
  const mayBeDay =
    digits.length === 2 &&
    /^[\s,]*$/.test(between) &&
    !given.startsWith("'") &&
    Number(digits) <= 31;
  const guess = found.guess ?? (mayBeDay ? `${digits} is taken for the year` : undefined);
  return made(`${fullYear(given)}-${two(found.number)}`, text, guess);
}

function byPeriod(text: string): DateFound | undefined {
  const quarter = forms.quarter.exec(text);
  if (quarter !== null) {
    const years = yearsOf(quarter[2] ?? '', quarter[3] ?? '');
    return years === undefined ? undefined : made(`Q${quarter[1] ?? ''} ${years}`, text);
  }
  const [, before, from = '', to = '', after] = forms.years.exec(text) ?? [];
  const said = before ?? after;
  const years = from.length === 4 || said !== undefined ? yearsOf(from, to) : undefined;
  return years === undefined ? undefined : made(years, text);
}

/** Days from 1983 to 2064, as a spreadsheet counts them: what is left of a date that has lost its format. */
function dayNumberOf(text: string): DateFound | undefined {
  if (!/^\d{5}$/.test(text) || Number(text) < 30_500 || Number(text) > 60_000) return undefined;
  return made(
    dayOfNumber(Number(text) - 25_569),
    text,
    'a number by which spreadsheets count days',
  );
}

/** `1) Immediate`: one date with a step's number before it. */
function numberedOne(text: string): DateFound | undefined {
  const rest = /^\d{1,2}[.)][\s-]{0,4}(\D.*)$/.exec(text)?.[1];
  return rest === undefined ? undefined : wholeDate(rest);
}

const ending =
  /^(?:(?:by|before|at|on|due|from|for|completed?|complete by|no later than|target(?: date)?|the|end|end of|of|in)[\s:-]{1,3}){1,4}/i;

/** One date among other words; undefined where there are none or several that differ. */
function withOtherWords(text: string): DateFound | undefined {
  const bare = text.replace(ending, '');
  const alone = bare === text ? undefined : wholeDate(bare);
  if (alone !== undefined) return { ...alone, asWritten: false };
  const rolling = /\b(?:rolling|ongoing|throughout|through)\b/i.test(text);
  const found = [
    ...new Set(
      datesWithin(text).flatMap(
        (part) => wholeDate(part.replaceAll(/^[^\p{L}\p{N}]+/gu, ''))?.date ?? [],
      ),
    ),
  ];
  const [only] = found;
  if (only === undefined || found.length > 1) return undefined;
  if (rolling && /^\d{4}\/\d{2}$/.test(only)) return made(`rolling ${only}`, text);
  const waits = /\b(?:tbc|subject to|pending|awaiting|dependent on)\b/i.test(text);
  return waits
    ? made(`${only} tbc`, text, 'the cell says that it waits for something')
    : made(only, text, 'other words stand beside the date');
}

function monthOf(name: string): { number: number; guess?: string } | undefined {
  const lower = name.toLowerCase();
  const number = monthNumber.get(lower);
  if (number !== undefined) return { number };
  const read = scanned.get(lower);
  return read === undefined ? undefined : { number: read, guess: `“${name}” is read as Jul` };
}

function dayOf(
  given: string,
  monthOfYear: number,
  ofMonth: number,
  text: string,
  guess?: string,
): DateFound | undefined {
  const full = fullYear(given);
  const isDay =
    monthOfYear >= 1 &&
    monthOfYear <= 12 &&
    ofMonth >= 1 &&
    ofMonth <= daysInMonth(Number(full), monthOfYear);
  return isDay ? made(`${full}-${two(monthOfYear)}-${two(ofMonth)}`, text, guess) : undefined;
}

/** `2017/18` of 2017/8, 17/18 and 2017/2018; undefined where the years do not follow one another. */
function yearsOf(from: string, to: string): string | undefined {
  const first = Number(fullYear(from));
  const next = String(first + 1);
  return next.endsWith(to) ? `${String(first)}/${next.slice(-2)}` : undefined;
}

const made = (date: string, text: string, guess?: string): DateFound => ({
  date,
  asWritten: date === text,
  guess,
});
const two = (number: number): string => String(number).padStart(2, '0');
const fullYear = (given: string): string => {
  const digits = given.replace("'", '');
  return digits.length === 2 ? `20${digits}` : digits;
};
