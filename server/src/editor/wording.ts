import type { IsoDate, PlanDate } from '../language/dates.ts';
import type { Value } from '../language/items.ts';
import type { MissingWord } from '../language/shapes.ts';
import type { RegulationReference } from '../language/slots.ts';
import { dateInWords, dayInWords, daysBetween, workingDaysBetween } from '../plan/calendar.ts';
import { findRegulation, regulationNumber } from '../plan/vocabularies.ts';
import { count, sentence } from '../plan/words.ts';

/** Words for people that several answers share. */

/** What each word in place of a value says; docs/language.md has the same. */
export const missingDocs: Readonly<Record<MissingWord | 'suspended', string>> = {
  none: 'We asked. There is none.',
  'n/a': 'It does not apply here.',
  tbc: 'It is to be confirmed.',
  unknown: 'Nobody knows, or nobody wrote it down.',
  unreadable: 'The paper says something that cannot be made out.',
  withheld: 'It is known, and is not shown here.',
  suspended: 'The collection of the figure was suspended.',
};

/** What may stand after a value. */
export const markDocs = {
  given: 'The paper’s own words for the value before it.',
  inferred: 'Why we believe the value before it though the paper does not say it.',
  'not-in-plan': 'We know that this thing has no row in the plan.',
} as const;

/** Whether a word is one of the keys of a table of words. */
export const isIn = <T extends object>(table: T, word: string): word is keyof T & string =>
  Object.hasOwn(table, word);

/** `in 122 days`, `today`, `12 days ago`, seen from the as-at date. */
export function daysAway(day: IsoDate, asAt: IsoDate): string {
  const days = daysBetween(asAt, day);
  if (days === 0) return 'today';
  return days > 0 ? `in ${count(days, 'day')}` : `${count(-days, 'day')} ago`;
}

/** `in 12 days (8 working days)`, `3 days late (1 working day)`: a deadline seen from the as-at date. */
export function deadlineAway(day: IsoDate, asAt: IsoDate): string {
  const days = daysBetween(asAt, day);
  if (days === 0) return 'today';
  const working = count(Math.abs(workingDaysBetween(asAt, day)), 'working day');
  return days > 0
    ? `in ${count(days, 'day')} (${working})`
    : `${count(-days, 'day')} late (${working})`;
}

/** A date in words; what stands in its place where there is none. */
export function dateOr(value: Value<PlanDate> | undefined, otherwise: string): string {
  if (value === undefined) return otherwise;
  return value.value === undefined ? missingSaid(value) : sentence(dateInWords(value.value));
}

/** What a word in place of a value says, with the reason it gives. */
export function missingSaid({ missing, why }: Value<unknown>): string {
  if (missing === undefined) return 'cannot be read';
  return why === undefined ? missing : `${missing}: ${why}`;
}

/** ` (12 June 2018)`; nothing where there is no date. */
export const inBrackets = (date: Value<PlanDate> | undefined): string =>
  date?.value === undefined ? '' : ` (${dateInWords(date.value)})`;

/** `as at 1 July 2018`. */
export const asAtInWords = (asAt: IsoDate): string => `as at ${dayInWords(asAt)}`;

/** `18(2)(a), Staffing`. */
export function regulationInWords({ instrument, paragraph }: RegulationReference): string {
  const title = findRegulation(instrument, regulationNumber(paragraph))?.title;
  return title === undefined ? paragraph : `${paragraph}, ${title}`;
}
