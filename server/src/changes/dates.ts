import { date, same } from '../plan/facts/comparable.ts';
import type { Deadline } from '../plan/facts/deadline.ts';
import type { Position } from '../plan/facts/position.ts';
import type { Change, Known } from './change.ts';

/**
 * How the deadline of an action changed: by a new date on record, with which one it is; or by a date that
 * was written over, which leaves no trace in the plan itself. Another way of writing the same day is none.
 */
export function* deadlineChanges(before: Position, after: Position): Generator<Change> {
  const item = after.action;
  const was = before.deadline;
  const is = after.deadline;
  const change = { item, before: inForce(was), after: inForce(is) };
  const header = item.item.headerSpan;
  const revision = is.revisions.find(({ due }) => due === is.inForce);
  const isLater = is.revisions.length > was.revisions.length;
  if (!isSameDeadline(was, is)) {
    const place = { unit: item.unit, span: revision?.span ?? item.item.due?.span ?? header };
    if (isLater && revision !== undefined) {
      yield { ...change, kind: 're-dated', record: revision, time: is.revisions.length, place };
    } else {
      yield { ...change, kind: was.day === undefined ? 'first-date' : 'rewritten', place };
    }
  }
  // What was first planned is what was approved: writing over it hides how far an action has slipped.
  if (revision !== undefined && was.originalDay !== undefined && !isSameOriginal(was, is)) {
    yield {
      kind: 'rewritten',
      item,
      part: 'first deadline',
      before: { of: 'date', value: was.original, day: was.originalDay },
      after: { of: 'date', value: is.original, day: is.originalDay },
      place: { unit: item.unit, span: item.item.due?.span ?? header },
    };
  }
}

const inForce = ({ inForce: value, day }: Deadline): Known => ({ of: 'date', value, day });

const isSameDeadline = (was: Deadline, is: Deadline): boolean =>
  (was.day !== undefined && was.day === is.day) || same(date(was.inForce), date(is.inForce));

const isSameOriginal = (was: Deadline, is: Deadline): boolean =>
  was.originalDay === is.originalDay || same(date(was.original), date(is.original));

/** Whether an action has become overdue. */
export function* lateness(before: Position, after: Position): Generator<Change> {
  const { action, late } = after;
  if (late === undefined || before.late !== undefined) return;
  yield {
    kind: 'overdue',
    item: action,
    before: { of: 'lateness', position: before },
    after: { of: 'lateness', position: after },
    place: { unit: action.unit, span: after.deadline.inForce?.span ?? action.item.headerSpan },
  };
}
