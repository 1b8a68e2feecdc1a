import type { IsoDate } from '../../language/dates.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { dueSoonDays } from '../../plan/facts/deadline.ts';
import { positionOf, type Position } from '../../plan/facts/position.ts';
import { KeptFact } from '../../plan/kept-fact.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import type { Tone } from '../../plan/vocabularies.ts';
import { count } from '../../plan/words.ts';
import { ActionsNotes, committeeCell, directorateCell, ownerCell } from './action-cells.ts';
import { facetsOfAction } from './facets.ts';
import { itemCell, rowAbout, titleCell } from './items.ts';
import {
  assuranceCell,
  byDeadline,
  dueSoonAt,
  isOverdue,
  isUndated,
  progressCell,
} from './judgements.ts';
import { positionsInOrder } from './orders.ts';
import { dateCell } from './values.ts';
import { many, text, type Row, type Table } from './table.ts';

/** The open actions that are not late yet and may become so; none when the plan has no actions. */
export function atRiskTables(plan: Plan, asAt: IsoDate): Table[] {
  if (plan.all('action').length === 0) return [];
  const isDueSoon = dueSoonAt(asAt);
  const atRisk = positionsInOrder(plan, asAt)
    .filter((position) => reasonsOf(position, isDueSoon).length > 0)
    .sort(byDeadline)
    .map(({ action }) => action);
  return [
    {
      id: 'at-risk',
      title: 'Actions at risk',
      caption: `Open actions that are not late at ${dayInWords(asAt)}, with what speaks for their becoming so; the next deadline first.`,
      columns: [
        { id: 'ref', heading: 'Ref' },
        { id: 'action', heading: 'Action', prose: true },
        { id: 'why', heading: 'Why it is here' },
        { id: 'due', heading: 'Due' },
        { id: 'directorate', heading: 'Directorate' },
        { id: 'sro', heading: 'SRO' },
        { id: 'word', heading: 'SRO’s word' },
        { id: 'committee', heading: 'Committee' },
        { id: 'assurance', heading: 'Assurance' },
      ],
      rows: atRiskRows.all(plan, atRisk, asAt),
      whenEmpty: `No other open action is at risk at ${dayInWords(asAt)}.`,
      notes: notes.of(plan, atRisk),
    },
  ];
}

const notes = new ActionsNotes();

const atRiskRows = new KeptFact<Plan, Entity<'action'>, Row>((plan, action, asAt) => {
  const position = positionOf(plan, action, asAt);
  const { deadline } = position;
  return {
    ...rowAbout(plan, action),
    facets: facetsOfAction(plan, position),
    cells: [
      itemCell(plan, action),
      titleCell(action),
      many('lines', reasonsOf(position, dueSoonAt(asAt)).map(text), text('')),
      dateCell(deadline.inForce, deadline.day, 'No deadline'),
      directorateCell(plan, action),
      ownerCell(plan, action),
      progressCell(position),
      committeeCell(plan, action),
      assuranceCell(position),
    ],
  };
});

const worrying: ReadonlySet<Tone | undefined> = new Set(['caution', 'bad']);

/** How often a deadline has to have moved for that to tell something. */
const often = 2;

/** What speaks for an open action’s becoming late, in words; nothing for one that is late already. */
function reasonsOf(position: Position, isDueSoon: (position: Position) => boolean): string[] {
  const { state, deadline, progress, assurance } = position;
  if (state !== 'open' || isOverdue(position)) return [];
  const moved = deadline.revisions.length;
  const reasons: readonly (readonly [boolean, string])[] = [
    [isDueSoon(position), `Due in ${count(dueSoonDays, 'day')} or less`],
    [isUndated(position), 'No day can be named'],
    [worrying.has(progress?.level.meaning?.tone), 'The SRO’s word'],
    [assurance?.level?.meaning?.tone === 'bad', 'The committee is not assured'],
    [moved >= often, `Moved ${count(moved, 'time')}`],
  ];
  return reasons.filter(([holds]) => holds).map(([, words]) => words);
}
