import type { IsoDate } from '../../language/dates.ts';
import { dayInWords } from '../../plan/calendar.ts';
import {
  explanationInWords,
  explanationOf,
  type Explanation,
} from '../../plan/facts/explanation.ts';
import { positionOf, type Position } from '../../plan/facts/position.ts';
import { KeptFact } from '../../plan/kept-fact.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { count } from '../../plan/words.ts';
import {
  answersCell,
  committeeCell,
  directorateCell,
  ActionsNotes,
  ownerCell,
} from './action-cells.ts';
import { facetsOfAction } from './facets.ts';
import { itemCell, nameOf, rowAbout, titleCell } from './items.ts';
import { assuranceCell, byLateness, isOverdue, progressCell } from './judgements.ts';
import { positionsInOrder } from './orders.ts';
import { dateCell } from './values.ts';
import { absent, number, text, type Cell, type Row, type Table } from './table.ts';

/** The actions past the deadline in force, longest late first; none when the plan has no actions. */
export function overdueTables(plan: Plan, asAt: IsoDate): Table[] {
  if (plan.all('action').length === 0) return [];
  const overdue = positionsInOrder(plan, asAt).filter(isOverdue).sort(byLateness);
  const actions = overdue.map(({ action }) => action);
  const someExplained = actions.some((action) => explanation(action, asAt) !== undefined);
  const rows = someExplained ? explainedRows : overdueRows;
  return [
    {
      id: 'overdue',
      title: 'Overdue actions',
      caption: `Actions whose deadline is before ${dayInWords(asAt)} and which nothing says are complete, longest late first.`,
      columns: [
        { id: 'ref', heading: 'Ref' },
        { id: 'action', heading: 'Action', prose: true },
        { id: 'answers', heading: 'Answers' },
        { id: 'directorate', heading: 'Directorate' },
        { id: 'sro', heading: 'SRO' },
        { id: 'original-due', heading: 'Original due date' },
        { id: 'due', heading: 'Due now' },
        { id: 'days-late', heading: 'Days late', numeric: true },
        { id: 'word', heading: 'SRO’s word' },
        { id: 'committee', heading: 'Committee' },
        { id: 'assurance', heading: 'Assurance' },
        ...(someExplained ? [{ id: 'explained', heading: 'Explained', prose: true as const }] : []),
      ],
      rows: rows.all(plan, actions, asAt),
      whenEmpty: `No action is overdue at ${dayInWords(asAt)}.`,
      notes: notes.of(plan, actions),
    },
  ];
}

const notes = new ActionsNotes();

const overdueRows = new KeptFact<Plan, Entity<'action'>, Row>(overdueRow);

const explainedRows = new KeptFact<Plan, Entity<'action'>, Row>((plan, action, asAt) => {
  const row = overdueRow(plan, action, asAt);
  return { ...row, cells: [...row.cells, explainedCell(plan, action, asAt)] };
});

function overdueRow(plan: Plan, action: Entity<'action'>, asAt: IsoDate): Row {
  const position = positionOf(plan, action, asAt);
  const { deadline, late } = position;
  return {
    ...rowAbout(plan, action),
    facets: facetsOfAction(plan, position),
    cells: [
      itemCell(plan, action),
      titleCell(action),
      answersCell(plan, action),
      directorateCell(plan, action),
      ownerCell(plan, action),
      dateCell(deadline.original, deadline.originalDay, 'Not given'),
      dueNow(position),
      number(late ?? 0),
      progressCell(position),
      committeeCell(plan, action),
      assuranceCell(position),
    ],
  };
}

/** The deadline in force, where it is not the original one. */
function dueNow({ deadline }: Position): Cell {
  const { inForce, day, revisions } = deadline;
  if (revisions.length === 0) return absent('Not revised');
  const times = absent(count(revisions.length, 'new date'));
  return { type: 'lines', cells: [dateCell(inForce, day, 'Not given'), times] };
}

/** What the plan says where someone answers for the delay, while it holds. */
const explanation = (action: Entity<'action'>, asAt: IsoDate): Explanation | undefined =>
  explanationOf(action, 'overdue', asAt);

function explainedCell(plan: Plan, action: Entity<'action'>, asAt: IsoDate): Cell {
  const explained = explanation(action, asAt);
  if (explained === undefined) return absent('No');
  const by = explained.by?.value;
  return text(explanationInWords(explained, by === undefined ? by : nameOf(plan, by)));
}
