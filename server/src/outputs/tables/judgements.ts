import { dueSoonDays } from '../../plan/facts/deadline.ts';
import { type Position } from '../../plan/facts/position.ts';
import { states } from '../../plan/facts/progress.ts';
import { addDays } from '../../plan/calendar.ts';
import { count, sentence } from '../../plan/words.ts';
import type { IsoDate } from '../../language/dates.ts';
import { missingInWords, recordDate } from './values.ts';
import { absent, tag, type Cell } from './table.ts';

/** The three judgements on an action as cells, never merged: progress, assurance and the calendar. */

export const stateCell = ({ state }: Position): Cell =>
  tag(states[state].title, states[state].tone);

/** Whether and how late it is; says so where no day can be named. */
export function lateCell(position: Position): Cell {
  const { late } = position;
  if (late !== undefined) return tag(`${count(late, 'day')} late`, 'bad');
  return absent(isUndated(position) ? 'Cannot be told' : 'No');
}

/** The SRO's latest word, as the plan's own scale calls it, with its date. */
export function progressCell({ progress }: Position): Cell {
  if (progress === undefined) return absent('No word');
  const { level, update } = progress;
  return tag(sentence(level.label), level.meaning?.tone ?? 'none', recordDate(update.on));
}

/** The committee's latest judgement, as the plan's own scale calls it, with its date. */
export function assuranceCell({ assurance }: Position): Cell {
  if (assurance === undefined) return absent('Not rated');
  const { level, record } = assurance;
  if (level === undefined) return absent(missingInWords(record.level), record.level.given);
  return tag(sentence(level.label), level.meaning?.tone ?? 'none', recordDate(record.on));
}

export const isOverdue = ({ late }: Position): boolean => late !== undefined;

/** Tells of open actions whether they fall due so many days after the as-at date: both ends included. */
export function dueBetween(
  asAt: IsoDate,
  from: number,
  to: number,
): (position: Position) => boolean {
  const [first, last] = [addDays(asAt, from), addDays(asAt, to)];
  return ({ state, deadline: { day } }) =>
    state === 'open' && day !== undefined && day >= first && day <= last;
}

/** Tells of open actions whether they fall due within 30 days of the as-at date, that day included. */
export const dueSoonAt = (asAt: IsoDate): ((position: Position) => boolean) =>
  dueBetween(asAt, 0, dueSoonDays);

/** Whether an open action has no deadline that names a day, so that nobody can say it is late. */
export const isUndated = ({ state, deadline }: Position): boolean =>
  state === 'open' && deadline.day === undefined;

/** Longest late first. */
export const byLateness = (a: Position, b: Position): number => (b.late ?? -1) - (a.late ?? -1);

/** The next deadline, or the longest past, first; what has none comes last. */
export const byDeadline = (a: Position, b: Position): number =>
  byDay(a.deadline.day, b.deadline.day);

/** The earlier day first; what names none comes last. */
export const byDay = (a: IsoDate = '9999-12-31', b: IsoDate = '9999-12-31'): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};
