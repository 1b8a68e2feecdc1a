import type { IsoDate } from '../../language/dates.ts';
import { dateInWords, dayInWords } from '../../plan/calendar.ts';
import { nextMeetingOf } from '../../plan/facts/meetings.ts';
import { assuranceMeanings } from '../../plan/vocabularies.ts';
import { positionsOf, type Position } from '../../plan/facts/position.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { sentence } from '../../plan/words.ts';
import { groupBy, groupRow } from './groups.ts';
import { itemCell } from './items.ts';
import { isOverdue } from './judgements.ts';
import { missingWordInWords } from './values.ts';
import { absent, number, type Cell, type Table } from './table.ts';

const notRated = 'Not rated';

/** What each committee oversees and how it rates it, in the plan's own words. None without actions. */
export function committeesTables(plan: Plan, asAt: IsoDate): Table[] {
  const positions = positionsOf(plan, asAt);
  const groups = groupBy(
    plan,
    positions,
    'committee',
    ({ action }) => action.item.committee?.committee.value,
  );
  if (groups.length === 0) return [];
  const words = [
    ...new Set([
      ...scaleWords(plan),
      ...positions.map(ratingOf).filter((word) => word !== notRated),
    ]),
    notRated,
  ];
  return [
    {
      id: 'committees',
      title: 'Actions by committee',
      caption:
        'How many actions each committee oversees, how many it has rated in each word of the assurance scale, and how many are overdue; the oldest rating that still stands on an action not signed off, and when the committee meets next. Without withdrawn actions.',
      columns: [
        { id: 'committee', heading: 'Committee' },
        { id: 'actions', heading: 'Actions', numeric: true },
        ...words.map((word) => ({ id: `rated ${word}`, heading: word, numeric: true as const })),
        { id: 'overdue', heading: 'Overdue', numeric: true },
        { id: 'oldest', heading: 'Oldest rating' },
        { id: 'next', heading: 'Next meeting' },
      ],
      rows: groups.map((group) =>
        groupRow(plan, group, 'No committee named', [
          number(group.positions.length),
          ...words.map((word) =>
            number(group.positions.filter((position) => ratingOf(position) === word).length),
          ),
          number(group.positions.filter(isOverdue).length),
          oldestRating(plan, group.positions),
          nextMeeting(plan, group.entity, asAt),
        ]),
      ),
      whenEmpty: 'The plan has no actions.',
      notes: [],
    },
  ];
}

/** Of the ratings that stand on actions not yet signed off, the one that was given first. */
function oldestRating(plan: Plan, positions: readonly Position[]): Cell {
  const rated = positions.filter(
    ({ state, assurance }) =>
      assurance !== undefined && state !== 'closed' && state !== 'sustained',
  );
  if (rated.length === 0) return absent('None');
  const dated = rated.flatMap(({ action, assurance }) => {
    const on = assurance?.record.on?.value;
    return on?.first === undefined ? [] : [{ action, on, day: on.first }];
  });
  const [oldest] = dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  if (oldest === undefined) return absent('Undated');
  const { action, on, day } = oldest;
  return {
    type: 'list',
    cells: [itemCell(plan, action), { type: 'date', words: dateInWords(on), day }],
  };
}

/** When it meets next, as far as the plan knows; else how often. */
function nextMeeting(plan: Plan, entity: Entity | undefined, asAt: IsoDate): Cell {
  if (entity?.kind !== 'committee') return absent('Cannot be told');
  const next = nextMeetingOf(plan, entity, asAt);
  if (next !== undefined) return { type: 'date', words: dayInWords(next.day), day: next.day };
  const rhythm = entity.item.meets?.rhythm.value;
  return absent(rhythm === undefined ? 'Not given' : `Meets ${dateInWords(rhythm)}, no day given`);
}

/** The words of the plan's own scale, in its order; without one, what assurance is called in general. */
function scaleWords(plan: Plan): string[] {
  const levels = plan.withId('scale', 'assurance').flatMap((scale) => scale.item.levels);
  const isRating = (meaning: string | undefined): boolean =>
    assuranceMeanings.get(meaning ?? '')?.rank !== null;
  const own = levels
    .filter(({ means }) => isRating(means?.value))
    .map(({ label, keyword }) => sentence(label.value ?? keyword));
  if (own.length > 0) return own;
  return [...assuranceMeanings.values()]
    .filter(({ rank }) => rank !== null)
    .map(({ title }) => title);
}

/** The heading under which an action's rating counts. */
function ratingOf({ assurance }: Position): string {
  if (assurance === undefined) return notRated;
  const { level, record } = assurance;
  if (level === undefined)
    return missingWordInWords(record.level.missing ?? '') ?? 'Cannot be read';
  return level.meaning?.rank === null ? notRated : sentence(level.label);
}
