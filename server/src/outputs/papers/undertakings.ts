import type { IsoDate } from '../../language/dates.ts';
import { dayInWords, daysBetween } from '../../plan/calendar.ts';
import { evidenceOf } from '../../plan/facts/progress.ts';
import { nextDue, recurrentDuty } from '../../plan/facts/recurrence.ts';
import { requirementDate } from '../../plan/facts/regulator-dates.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { count } from '../../plan/words.ts';
import { answersTo, type Answers } from '../tables/answers.ts';
import { facetsOfRequirement } from '../tables/facets.ts';
import { itemCell, namedCell, placeOf, rowAbout, titleCell } from '../tables/items.ts';
import { lateCell, stateCell } from '../tables/judgements.ts';
import type { Section } from '../tables/paper.ts';
import { absent, many, number, tag, text, type Cell, type Table } from '../tables/table.ts';
import { byCell } from '../tables/undertakings.ts';
import { dateCell, known, recordDate } from '../tables/values.ts';
import { tableOf, type CellColumn } from './columns.ts';
import type { Papers } from './paper-spec.ts';
import { isOwed, regulatorDays, type RegulatorDay } from './regulator-days.ts';

type Requirement = Entity<'requirement'>;

/** What is owed to regulators: the dates with their countdown, and each obligation. None without any. */
export function undertakingsSections({ plan, asAt }: Papers): Section[] {
  const dates = regulatorDays(plan, asAt);
  const owed = plan.all('requirement').filter(isOwed);
  if (dates.length === 0 && owed.length === 0) return [];
  return [
    { id: 'countdown', title: 'Dates that regulators set', tables: [countdown(plan, dates, asAt)] },
    ...(owed.length === 0
      ? []
      : [{ id: 'obligations', title: 'Obligations', tables: [tracker(plan, owed, asAt)] }]),
  ];
}

const countdown = (plan: Plan, days: readonly RegulatorDay[], asAt: IsoDate): Table =>
  tableOf<RegulatorDay>(
    {
      id: 'countdown',
      title: 'Dates that regulators set',
      caption: `Each day on which something is due to a regulator, the earliest first, and how far it is from ${dayInWords(asAt)}.`,
      whenEmpty: 'No regulator has set a date that names a day.',
      notes: [
        'Days are calendar days. A recurring duty stands with the end of its present period.',
      ],
    },
    [
      { id: 'what', heading: 'What is due', prose: true, cellOf: ({ what }) => text(what) },
      {
        id: 'of',
        heading: 'Asked by',
        cellOf: ({ of }) =>
          of.kind === 'requirement' && of.parent !== undefined
            ? namedCell(plan, of.parent)
            : of.kind === 'plan'
              ? absent('Expected, not set')
              : namedCell(plan, of),
      },
      {
        id: 'day',
        heading: 'Due',
        cellOf: ({ day }) => ({ type: 'date', words: dayInWords(day), day }),
      },
      { id: 'days', heading: 'Days left', numeric: true, cellOf: ({ day }) => daysLeft(day, asAt) },
      { id: 'standing', heading: 'Where it stands', cellOf: (day) => standing(day, asAt) },
    ],
    days,
    ({ key, of }) => ({ key, place: placeOf(of) }),
  );

const daysLeft = (day: IsoDate, asAt: IsoDate): Cell =>
  day < asAt ? absent('None') : number(daysBetween(asAt, day));

function standing({ day, answered }: RegulatorDay, asAt: IsoDate): Cell {
  if (answered !== undefined) return tag(answered, 'good');
  const left = daysBetween(asAt, day);
  if (left < 0) return tag(`${count(-left, 'day')} past, nothing recorded`, 'bad');
  if (left === 0) return tag('Due today', 'caution');
  return tag(`${count(left, 'day')} to go`, left <= 30 ? 'caution' : 'none');
}

interface Duty {
  readonly requirement: Requirement;
  readonly answers: Answers;
}

function tracker(plan: Plan, owed: readonly Requirement[], asAt: IsoDate): Table {
  const columns: readonly CellColumn<Duty>[] = [
    {
      id: 'ref',
      heading: 'Ref',
      cellOf: ({ requirement }) => itemCell(plan, requirement),
    },
    {
      id: 'obligation',
      heading: 'Obligation',
      prose: true,
      cellOf: ({ requirement }) => titleCell(requirement),
    },
    {
      id: 'source',
      heading: 'From',
      cellOf: ({ requirement: { parent } }) =>
        parent === undefined ? absent('None') : namedCell(plan, parent),
    },
    { id: 'by', heading: 'By', cellOf: ({ requirement }) => byCell(plan, requirement) },
    { id: 'when', heading: 'When', cellOf: ({ requirement }) => whenCell(plan, requirement) },
    {
      id: 'actions',
      heading: 'Actions',
      cellOf: ({ answers }) => actionsCell(plan, answers),
    },
    { id: 'met', heading: 'Met?', cellOf: (duty) => metCell(duty, asAt) },
    {
      id: 'evidence',
      heading: 'Evidence',
      prose: true,
      cellOf: (duty) => evidenceCell(duty, asAt),
    },
    { id: 'next', heading: 'Next', cellOf: ({ requirement }) => nextCell(plan, requirement, asAt) },
  ];
  return tableOf(
    {
      id: 'obligations',
      title: 'Obligations',
      caption: `What was undertaken, and what notices and conditions ask for, with what is recorded of it at ${dayInWords(asAt)}.`,
      whenEmpty: 'Nothing was undertaken.',
    },
    columns,
    owed.map((requirement) => ({ requirement, answers: answersTo(plan, requirement, asAt) })),
    ({ requirement }) => ({
      ...rowAbout(plan, requirement),
      facets: facetsOfRequirement(plan, requirement, asAt),
    }),
  );
}

/** When it is due: by its own words, or by those of the notice it stands in. */
function whenCell(plan: Plan, requirement: Requirement): Cell {
  const { when } = requirement.item;
  if (when !== undefined) {
    const day =
      when.when.value?.form === 'recurring' ? undefined : requirementDate(plan, requirement)?.day;
    return dateCell(when.when, day, 'Not said');
  }
  const { parent } = requirement;
  const respond = parent?.kind === 'source' ? parent.item.respondBy?.on : undefined;
  return dateCell(respond, respond?.value?.last, 'Not said');
}

function actionsCell(plan: Plan, { live }: Answers): Cell {
  const cells = live.map((position): Cell => {
    const standing = position.late === undefined ? stateCell(position) : lateCell(position);
    return { type: 'list', cells: [itemCell(plan, position.action), standing] };
  });
  return many('lines', cells, absent('No action'));
}

/** What says that it was met; of a recurring duty, whether each period so far has been. */
function metCell({ requirement, answers }: Duty, asAt: IsoDate): Cell {
  const duty = recurrentDuty(requirement, asAt, 0);
  if (duty !== undefined) {
    const { past, missed } = duty;
    if (past === 0) return many('lines', answers.recorded, absent('First period still runs'));
    return missed.length === 0
      ? tag(
          `Met in ${past === 1 ? 'the one period' : `all ${count(past, 'period')}`} so far`,
          'good',
        )
      : tag(
          `Nothing recorded for ${String(missed.length)} of the ${count(past, 'period')} so far`,
          'bad',
        );
  }
  return many('lines', answers.recorded, absent('Not recorded as met'));
}

/** The evidence of its actions, each with its action, and the minutes of the days on which it was met. */
function evidenceCell({ requirement, answers }: Duty, asAt: IsoDate): Cell {
  const minuted = requirement.item.met.flatMap(({ on, minute }) =>
    minute?.value === undefined || !known({ on }, asAt)
      ? []
      : [text(`${minute.value}, ${recordDate(on)}`)],
  );
  const shown = answers.live.flatMap(({ action }) =>
    evidenceOf(action, asAt).map(({ text: words, on }) =>
      text(`${action.id}: ${words.value ?? ''}, ${recordDate(on)}`),
    ),
  );
  return many('lines', [...minuted, ...shown], absent('None recorded'));
}

function nextCell(plan: Plan, requirement: Requirement, asAt: IsoDate): Cell {
  const day = nextDue(requirement, asAt) ?? requirementDate(plan, requirement)?.day;
  if (day === undefined) return absent('No day can be named');
  if (day < asAt) return absent(`${count(daysBetween(day, asAt), 'day')} past`);
  return { type: 'date', words: dayInWords(day), day };
}
