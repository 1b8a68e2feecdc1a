import type { IsoDate } from '../../language/dates.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { completedOn } from '../../plan/facts/completion.ts';
import type { Position } from '../../plan/facts/position.ts';
import { isDelivered } from '../../plan/facts/progress.ts';
import type { Plan } from '../../plan/plan.ts';
import { monthCell, monthOf, monthsBetween } from './months.ts';
import { number, text, type Row, type Series, type Table } from './table.ts';

/** What a month was to bring, what it brought, and what of it was late. */
interface Month {
  planned: number;
  done: number;
  late: number;
}

const series: readonly Series[] = [
  { column: 'planned', title: 'Planned', role: 'planned' },
  { column: 'done', title: 'Done', role: 'actual' },
  { column: 'late', title: 'Late', role: 'late' },
];

/** How many actions each month was to see done, saw done, and missed; none without actions. */
export function progressTables(plan: Plan, asAt: IsoDate, positions: readonly Position[]): Table[] {
  if (positions.length === 0) return [];
  const months = new Map<string, Month>();
  const undated: Month = { planned: 0, done: 0, late: 0 };
  const inMonthOf = (day: IsoDate | undefined): Month => {
    if (day === undefined) return undated;
    const key = monthOf(day);
    const month = months.get(key) ?? { planned: 0, done: 0, late: 0 };
    months.set(key, month);
    return month;
  };
  for (const { action, state, deadline } of positions) {
    if (state === 'withdrawn') continue;
    const planned = inMonthOf(deadline.day);
    planned.planned++;
    const done = isDelivered(state) ? completedOn(plan, action, asAt) : undefined;
    if (isDelivered(state)) inMonthOf(done).done++;
    const by = isDelivered(state) ? done : asAt;
    if (deadline.day !== undefined && by !== undefined && by > deadline.day) planned.late++;
  }
  const isEmpty = undated.planned === 0 && undated.done === 0;
  const noDay: Row = { key: 'undated', cells: [text('No day named'), ...cellsOf(undated)] };
  return [
    {
      id: 'progress',
      title: 'Progress by month',
      caption: `How many actions each month was to see done by the deadlines in force at ${dayInWords(asAt)}, how many it saw done, and how many of those planned for it were not done by their deadline; without withdrawn actions.`,
      columns: [
        { id: 'month', heading: 'Month' },
        ...series.map(({ column, title }) => ({
          id: column,
          heading: title,
          numeric: true as const,
        })),
      ],
      rows: [
        ...monthsBetween(months.keys()).map((key) => monthRow(key, months.get(key))),
        ...(isEmpty ? [] : [noDay]),
      ],
      whenEmpty: 'No action has a deadline.',
      notes: isEmpty
        ? []
        : ['Under “No day named” stand open dates, and what is done without a word on when.'],
      chart: { type: 'columns', title: 'Actions planned, done and late by month', series },
    },
  ];
}

const cellsOf = ({ planned, done, late }: Month) =>
  [planned, done, late].map((value) => number(value));

function monthRow(key: string, month: Month = { planned: 0, done: 0, late: 0 }): Row {
  return { key, cells: [monthCell(key), ...cellsOf(month)] };
}
