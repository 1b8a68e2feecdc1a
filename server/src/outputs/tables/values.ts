import type { IsoDate, PlanDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';
import { isMissingWord } from '../../language/shapes.ts';
import { dateInWords, dayInWords } from '../../plan/calendar.ts';
import { knownAt } from '../../plan/facts/history.ts';
import { missingWords } from '../../plan/missing-words.ts';
import { sentence } from '../../plan/words.ts';
import { absent, text, type Cell } from './table.ts';

/** Values of a plan in words: dates, and what stands in place of a value. */

/** What a word in place of a value means, with the reason that is given: “To be confirmed: capital”. */
export function missingInWords(value: Value<unknown>): string {
  const words = value.missing === undefined ? 'Cannot be read' : missingWords[value.missing];
  if (value.why === undefined || value.why === '') return words;
  return value.missing === 'unreadable' ? `${words}: “${value.why}”` : `${words}: ${value.why}`;
}

/** A text of a plan as it stands; what is missing in words, and `otherwise` where nothing is said at all. */
export function textCell(value: Value<string> | undefined, otherwise: string): Cell {
  if (value === undefined) return absent(otherwise);
  return value.value === undefined ? absent(missingInWords(value), value.given) : text(value.value);
}

/** The words for one of the language's words for missing; undefined for any other word. */
export const missingWordInWords = (word: string): string | undefined =>
  isMissingWord(word) ? missingWords[word] : undefined;

/**
 * A date in full, with what the plan says in its place: “31 October 2018 (given as Oct-18)”.
 * @param day the day it means as a deadline
 * @param otherwise the words for a date that is not there at all
 */
export function dateCell(
  value: Value<PlanDate> | undefined,
  day: IsoDate | undefined,
  otherwise: string,
): Cell {
  if (value === undefined) return absent(otherwise);
  const date = value.value;
  if (date === undefined) return absent(missingInWords(value), value.given);
  if (day === undefined)
    return { type: 'date', words: sentence(dateInWords(date)), given: value.given };
  const awaiting = date.awaiting === undefined ? '' : awaitingInWords(date.awaiting);
  const written = date.form === 'day' ? undefined : dateInWords({ ...date, awaiting: undefined });
  return { type: 'date', words: dayInWords(day) + awaiting, day, given: value.given ?? written };
}

const awaitingInWords = (what: string): string =>
  what === '' ? ', to be confirmed' : `, ${what} to be confirmed`;

/** The date of a record, in words: “12 June 2018”; “undated” where none is known. */
export const recordDate = (on: Value<PlanDate> | undefined): string =>
  on?.value === undefined ? 'undated' : dateInWords(on.value);

/** Something that happened, if it is known at the as-at date. */
export const known = <R extends { readonly on?: Value<PlanDate> | undefined }>(
  record: R | undefined,
  asAt: IsoDate,
): R | undefined => (record !== undefined && knownAt(record.on, asAt) ? record : undefined);
