import type { IsoDate } from '../../language/dates.ts';
import { dateInWords, dayInWords, daysBetween } from '../../plan/calendar.ts';
import { deadlineDay, monthMeansIn } from '../../plan/facts/deadline.ts';
import { positionOf, type Position } from '../../plan/facts/position.ts';
import { states } from '../../plan/facts/progress.ts';
import { KeptFact } from '../../plan/kept-fact.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { count } from '../../plan/words.ts';
import { ActionsNotes, committeeCell, ownerCell } from './action-cells.ts';
import { facetsOfAction } from './facets.ts';
import { itemCell, nameOf, rowAbout, titleCell } from './items.ts';
import { lateCell, stateCell } from './judgements.ts';
import { inOrderOfDeadlines, positionsInOrder } from './orders.ts';
import { dateCell } from './values.ts';
import {
  absent,
  many,
  number,
  text,
  type Cell,
  type Row,
  type Table,
  type Timeline,
} from './table.ts';

/** The deadlines of all actions and where they were moved from; none when no action has one. */
export function timelineTables(plan: Plan, asAt: IsoDate): Table[] {
  const dated = positionsInOrder(plan, asAt).filter(
    ({ state, deadline }) => state !== 'withdrawn' && deadline.day !== undefined,
  );
  if (dated.length === 0) return [];
  const inOrder = inOrderOfDeadlines(plan, dated).map(({ action }) => action);
  return [
    {
      id: 'timeline',
      title: 'Timeline of deadlines',
      caption: `Every deadline that names a day, the next to come or the longest past first, with each day it was moved to before ${dayInWords(asAt)}; without withdrawn actions.`,
      columns: [
        { id: 'ref', heading: 'Ref' },
        { id: 'action', heading: 'Action', prose: true },
        { id: 'original', heading: 'First planned for' },
        { id: 'revised', heading: 'Moved to', prose: true },
        { id: 'due', heading: 'Due now' },
        { id: 'moved', heading: 'Days moved', numeric: true },
        { id: 'state', heading: 'State' },
        { id: 'late', heading: 'Late' },
        { id: 'sro', heading: 'SRO' },
        { id: 'committee', heading: 'Committee' },
      ],
      rows: timelineRows.all(plan, inOrder, asAt),
      whenEmpty: 'No action has a deadline that names a day.',
      notes: notes.of(plan, inOrder),
      chart: { type: 'timeline', title: 'Deadlines, and where they were moved from', asAt },
    },
  ];
}

const notes = new ActionsNotes();

const timelineRows = new KeptFact<Plan, Entity<'action'>, Row>((plan, action, asAt) => {
  const position = positionOf(plan, action, asAt);
  const { deadline } = position;
  const { originalDay, day } = deadline;
  return {
    ...rowAbout(plan, action),
    facets: facetsOfAction(plan, position),
    timeline: timelineOf(plan, position),
    cells: [
      itemCell(plan, action),
      titleCell(action),
      dateCell(deadline.original, originalDay, 'Not given'),
      movesCell(plan, position),
      dateCell(deadline.inForce, day, 'No deadline'),
      originalDay === undefined || day === undefined
        ? absent('Cannot be told')
        : number(daysBetween(originalDay, day)),
      stateCell(position),
      lateCell(position),
      ownerCell(plan, action),
      committeeCell(plan, action),
    ],
  };
});

/** Each day that a deadline was moved to: when, by whom and why. */
function movesCell(plan: Plan, { deadline }: Position): Cell {
  const lines = deadline.revisions.map(({ due, on, by, because }) =>
    [
      due.value === undefined ? 'A day that is not known' : dateInWords(due.value),
      on?.value === undefined ? '' : `, set on ${dateInWords(on.value)}`,
      by?.value === undefined ? '' : ` by ${nameOf(plan, by.value)}`,
      because?.value === undefined ? '' : `: ${because.value}`,
    ].join(''),
  );
  return many('lines', lines.map(text), absent('Not moved'));
}

/** The days of an action’s deadline, to be drawn. */
export function timelineOf(plan: Plan, { deadline, state, late }: Position): Timeline {
  const means = monthMeansIn(plan);
  const moved = deadline.revisions.map(({ due }) => deadlineDay(due.value, means));
  const days = [deadline.originalDay, ...moved].filter((day) => day !== undefined);
  // The one in force stands last, whatever order the text has them in.
  const before = days.filter((day) => day !== deadline.day);
  return {
    days: deadline.day === undefined ? before : [...before, deadline.day],
    words: late === undefined ? states[state].title : `${count(late, 'day')} late`,
    tone: late === undefined ? states[state].tone : 'bad',
  };
}
