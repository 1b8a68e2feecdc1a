import type { IsoDate } from '../../language/dates.ts';
import { dateInWords, dayInWords, daysBetween } from '../../plan/calendar.ts';
import type { Deadline } from '../../plan/facts/deadline.ts';
import type { Position } from '../../plan/facts/position.ts';
import type { Plan } from '../../plan/plan.ts';
import { count, inNaturalOrder, listed, sentence } from '../../plan/words.ts';
import { committeeCell, ownerCell } from '../tables/action-cells.ts';
import { facetsOfAction } from '../tables/facets.ts';
import { itemCell, nameOf, rowAbout, shortNamesNote, titleCell } from '../tables/items.ts';
import { lateCell, stateCell } from '../tables/judgements.ts';
import type { Section } from '../tables/paper.ts';
import { absent, many, number, text, type Cell } from '../tables/table.ts';
import { timelineOf } from '../tables/timeline.ts';
import { dateCell, missingInWords } from '../tables/values.ts';
import { tableOf, type CellColumn } from './columns.ts';
import type { Papers } from './paper-spec.ts';

type Revision = Deadline['revisions'][number];

/** From how many new dates on a committee asks why. */
const oftenMoved = 3;

const columns = (plan: Plan): readonly CellColumn<Position>[] => [
  { id: 'ref', heading: 'Ref', cellOf: ({ action }) => itemCell(plan, action) },
  { id: 'action', heading: 'Action', prose: true, cellOf: ({ action }) => titleCell(action) },
  {
    id: 'original',
    heading: 'First planned for',
    cellOf: ({ deadline }) => dateCell(deadline.original, deadline.originalDay, 'Not given'),
  },
  {
    id: 'revisions',
    heading: 'New dates',
    cellOf: (position) => {
      const { revisions, day } = position.deadline;
      const [only] = revisions;
      // One date stays a date, for formats that can calculate with it.
      if (only !== undefined && revisions.length === 1) return dateCell(only.due, day, 'Not given');
      return eachNewDate(position);
    },
  },
  {
    id: 'days',
    heading: 'Days moved',
    numeric: true,
    cellOf: ({ deadline }) => {
      const days = daysMoved(deadline);
      return days === undefined ? absent('Cannot be told') : number(days);
    },
  },
  {
    id: 'by',
    heading: 'Agreed by',
    cellOf: eachRevision(({ by, on }) => {
      const who = by?.value === undefined ? 'Nobody named' : sentence(nameOf(plan, by.value));
      return on?.value === undefined ? who : `${who}, ${dateInWords(on.value)}`;
    }),
  },
  {
    id: 'reason',
    heading: 'Reason',
    prose: true,
    cellOf: eachRevision(({ because }) =>
      because === undefined ? 'None given' : (because.value ?? missingInWords(because)),
    ),
  },
  { id: 'state', heading: 'State', cellOf: stateCell },
  { id: 'late', heading: 'Late', cellOf: lateCell },
  { id: 'sro', heading: 'SRO', cellOf: ({ action }) => ownerCell(plan, action) },
  { id: 'committee', heading: 'Committee', cellOf: ({ action }) => committeeCell(plan, action) },
];

const eachNewDate = eachRevision(({ due }) =>
  due.value === undefined ? missingInWords(due) : sentence(dateInWords(due.value)),
);

/** Every deadline that was moved, the furthest first, with who agreed and why. None without actions. */
export function slippageSections({ plan, asAt, positions }: Papers): Section[] {
  if (positions.length === 0) return [];
  const moved = inNaturalOrder(
    positions.filter(({ state, deadline }) => state !== 'withdrawn' && isMoved(deadline)),
    ({ action }) => action.id,
  ).sort((a, b) => (daysMoved(b.deadline) ?? -1) - (daysMoved(a.deadline) ?? -1));
  const title = 'Slippage log';
  const table = tableOf(
    {
      id: 'slippage',
      title,
      caption: `Every deadline that had been moved by ${dayInWords(asAt)}, from the one moved furthest: each new date, who agreed to it, and why. Without withdrawn actions.`,
      whenEmpty: `No deadline had been moved by ${dayInWords(asAt)}.`,
      notes: shortNamesNote(
        moved.map(({ action }) => plan.find('committee', action.item.committee?.committee.value)),
      ),
      chart: { type: 'timeline', title: 'Deadlines, and where they were moved from', asAt },
    },
    columns(plan),
    moved,
    (position) => ({
      ...rowAbout(plan, position.action),
      facets: facetsOfAction(plan, position),
      timeline: timelineOf(plan, position),
    }),
  );
  return [
    { id: 'slippage', title, paragraphs: summary(moved, asAt, positions.length), tables: [table] },
  ];
}

const isMoved = ({ revisions }: Deadline): boolean => revisions.length > 0;

/** Calendar days from the first deadline to the one in force; undefined where one of them names no day. */
const daysMoved = ({ originalDay, day }: Deadline): number | undefined =>
  originalDay === undefined || day === undefined ? undefined : daysBetween(originalDay, day);

/** A line a new date, in the order of the plan; numbered where there are several, so that columns can be read across. */
function eachRevision(words: (revision: Revision) => string): (position: Position) => Cell {
  return ({ deadline: { revisions } }) =>
    many(
      'lines',
      revisions.map((revision, index) =>
        text(revisions.length > 1 ? `${String(index + 1)}. ${words(revision)}` : words(revision)),
      ),
      absent('Not moved'),
    );
}

function summary(moved: readonly Position[], asAt: IsoDate, all: number): string[] {
  if (moved.length === 0) return [];
  const often = moved.filter(({ deadline }) => deadline.revisions.length >= oftenMoved);
  const days = moved.map(({ deadline }) => daysMoved(deadline) ?? 0);
  const total = days.reduce((sum, each) => sum + each, 0);
  const unexplained = moved.filter(({ deadline }) =>
    deadline.revisions.some(({ because, by }) => (because ?? by) === undefined),
  );
  const third =
    often.length === 0
      ? 'None has moved three times or more.'
      : `${count(often.length, 'action has', 'actions have')} moved three times or more: ${refs(often)}.`;
  return [
    `${count(moved.length, 'deadline')} of ${count(all, 'action')} had moved by ${dayInWords(asAt)}, by ${count(total, 'day')} in all. ${third}`,
    ...(unexplained.length === 0
      ? []
      : [`A new date has neither a reason nor a name for ${refs(unexplained)}.`]),
  ];
}

const refs = (positions: readonly Position[]): string =>
  listed(positions.map(({ action }) => action.id));
