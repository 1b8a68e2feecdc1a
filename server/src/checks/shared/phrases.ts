export { quoted } from '../../language/quoted.ts';
import type { IsoDate, PlanDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';
import type { Span } from '../../language/tree.ts';
import { dateInWords, dayInWords } from '../../plan/calendar.ts';
import type { Position } from '../../plan/facts/position.ts';
import type { Unit } from '../../plan/file.ts';
import { count } from '../../plan/words.ts';

/** Pieces of sentences, and of text to insert, that several checks share. */

/** ` (12 June 2018)` after what a record says; nothing where it is not dated. */
export const dated = (date: Value<PlanDate> | undefined): string =>
  date?.value === undefined ? '' : ` (${dateInWords(date.value)})`;

/** `was due 30 June 2018, 1 day before 1 July 2018`; undefined when the action is not overdue. */
export function wasDue({ deadline, late }: Position, asAt: IsoDate): string | undefined {
  if (late === undefined || deadline.day === undefined) return undefined;
  return `was due ${dayInWords(deadline.day)}, ${count(late, 'day')} before ${dayInWords(asAt)}`;
}

/** What stands in a unit, as it stands there. */
export const textAt = ({ text }: Unit, { start, end }: Span): string => text.slice(start, end);
