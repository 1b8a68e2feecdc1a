import type { IsoDate } from '../../language/dates.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { positionOf } from '../../plan/facts/position.ts';
import { KeptFact } from '../../plan/kept-fact.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import {
  ActionsNotes,
  answersCell,
  committeeCell,
  directorateCell,
  ownerCell,
} from './action-cells.ts';
import { facetsOfAction } from './facets.ts';
import { itemCell, rowAbout, titleCell } from './items.ts';
import { assuranceCell, lateCell, progressCell, stateCell } from './judgements.ts';
import { actionsInOrder } from './orders.ts';
import { dateCell } from './values.ts';
import { text, type Row, type Table } from './table.ts';

/** All actions, by reference: where each stands and who answers for it. */
export function actionsTables(plan: Plan, asAt: IsoDate): Table[] {
  const actions = actionsInOrder(plan);
  return [
    {
      id: 'actions',
      title: 'All actions',
      caption: `Every action with its state at ${dayInWords(asAt)}, the SRO’s word on it and the committee’s assurance.`,
      columns: [
        { id: 'ref', heading: 'Ref' },
        { id: 'action', heading: 'Action', prose: true },
        { id: 'directorate', heading: 'Directorate' },
        { id: 'due', heading: 'Due' },
        { id: 'state', heading: 'State' },
        { id: 'late', heading: 'Late' },
        { id: 'sro', heading: 'SRO' },
        { id: 'word', heading: 'SRO’s word' },
        { id: 'assurance', heading: 'Assurance' },
        { id: 'committee', heading: 'Committee' },
        { id: 'answers', heading: 'Answers' },
      ],
      rows: actionRows.all(plan, actions, asAt),
      whenEmpty: 'The plan has no actions.',
      notes: notes.of(plan, actions),
    },
  ];
}

const notes = new ActionsNotes();

const actionRows = new KeptFact<Plan, Entity<'action'>, Row>((plan, action, asAt) => {
  const position = positionOf(plan, action, asAt);
  const { deadline } = position;
  const printed = action.item.ref?.printed.value;
  return {
    ...rowAbout(plan, action, true),
    facets: facetsOfAction(plan, position),
    cells: [
      itemCell(plan, action),
      printed === undefined
        ? titleCell(action)
        : { type: 'lines', cells: [titleCell(action), text(`Printed as “${printed}”`)] },
      directorateCell(plan, action),
      dateCell(deadline.inForce, deadline.day, 'No deadline'),
      stateCell(position),
      lateCell(position),
      ownerCell(plan, action),
      progressCell(position),
      assuranceCell(position),
      committeeCell(plan, action),
      answersCell(plan, action),
    ],
  };
});
