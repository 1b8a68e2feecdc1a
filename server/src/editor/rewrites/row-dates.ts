import { quoted } from '../../checks/shared/phrases.ts';
import { monthNames, readDate } from '../../language/dates.ts';

/** Dates as spreadsheets print them. */

/**
 * A cell as a date of the language, with what was printed beside it where that had another form.
 * @returns undefined for what is no date, and for 03/04/2018, which may be March or April
 */
export function dateOfCell(cell: string): string | undefined {
  const text = cell.trim().replaceAll(/\s+/g, ' ');
  if (reads(text)) return text;
  const other = inNumbers(text) ?? withMonthName(text);
  return other !== undefined && reads(other) ? `${other} given ${quoted(text)}` : undefined;
}

function reads(text: string): boolean {
  const words = text.split(' ');
  const reading = words[0] === 'per' ? undefined : readDate(words);
  return reading !== undefined && 'date' in reading && reading.used === words.length;
}

/** `31/10/2018` and `31.10.18`; the day comes first, and only where it can be nothing else. */
function inNumbers(text: string): string | undefined {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [, day = '', month = '', year = ''] = match;
  if (Number(day) <= 12 && day !== month) return undefined;
  return `${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `30-Sep-18`, `30 Sept 18`, `Sep-18`: a month by its name, and a year of two digits or four. */
function withMonthName(text: string): string | undefined {
  const match = /^(?:(\d{1,2})(?:st|nd|rd|th)?[- /])?([A-Za-z]{3,9})[- /]'?(\d{4}|\d{2})$/.exec(
    text,
  );
  if (match === null) return undefined;
  const [, day, name = '', year = ''] = match;
  const short = name.toLowerCase();
  const month = monthNames.findIndex((known) => known.toLowerCase().startsWith(short));
  const found = short === 'sept' ? 8 : month;
  if (found < 0) return undefined;
  const iso = `${fullYear(year)}-${String(found + 1).padStart(2, '0')}`;
  return day === undefined ? iso : `${iso}-${day.padStart(2, '0')}`;
}

const fullYear = (year: string): string => (year.length === 2 ? `20${year}` : year);
