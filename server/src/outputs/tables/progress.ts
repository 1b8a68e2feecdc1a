import type { IsoDate } from '../../language/dates.ts';
import { dayInWords } from '../../plan/calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import { monthCounts, noMonth, type Month } from './counts.ts';
import { monthRows, monthsBetween } from './months.ts';
import { number, text, type Row, type Series, type Table } from './table.ts';

const series: readonly Series[] = [
  { column: 'planned', title: 'Planned', role: 'planned' },
  { column: 'done', title: 'Done', role: 'actual' },
  { column: 'late', title: 'Late', role: 'late' },
];

/** How many actions each month was to see done, saw done, and missed; none without actions. */
export function progressTables(plan: Plan, asAt: IsoDate): Table[] {
  if (plan.all('action').length === 0) return [];
  const months = new Map(monthCounts(plan, asAt));
  const undated = months.get(noMonth) ?? nothing;
  months.delete(noMonth);
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
        ...monthRows(
          monthsBetween(months.keys()),
          (month) => !months.has(month),
          (month) => cellsOf(months.get(month)),
        ),
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

const nothing: Month = { planned: 0, done: 0, late: 0 };

const cellsOf = ({ planned, done, late }: Month = nothing) =>
  [planned, done, late].map((value) => number(value));
