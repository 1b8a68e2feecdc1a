import type { IsoDate } from '../../language/dates.ts';
import { dayInWords } from '../../plan/calendar.ts';
import type { Position } from '../../plan/facts/position.ts';
import type { Plan } from '../../plan/plan.ts';
import { naturalOrder } from '../../plan/words.ts';
import {
  actionsNotes,
  answersCell,
  committeeCell,
  directorateCell,
  ownerCell,
} from './action-cells.ts';
import { itemCell, rowAbout, titleCell } from './items.ts';
import { assuranceCell, lateCell, progressCell, stateCell } from './judgements.ts';
import { dateCell } from './values.ts';
import { text, type Row, type Table } from './table.ts';

/** All actions, by reference: where each stands and who answers for it. */
export function actionsTables(plan: Plan, asAt: IsoDate, positions: readonly Position[]): Table[] {
  const inOrder = [...positions].sort((a, b) => naturalOrder(a.action.id, b.action.id));
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
      rows: inOrder.map((position) => actionRow(plan, position)),
      whenEmpty: 'The plan has no actions.',
      notes: actionsNotes(plan, positions),
    },
  ];
}

function actionRow(plan: Plan, position: Position): Row {
  const { action, deadline } = position;
  const printed = action.item.ref?.printed.value;
  return {
    ...rowAbout(plan, action, true),
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
}
