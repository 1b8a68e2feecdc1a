import type { IsoDate } from '../../language/dates.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { forecastFrom, type Forecast } from '../../plan/facts/forecast.ts';
import { completedOn } from '../../plan/facts/completion.ts';
import { positionsOf, type Position } from '../../plan/facts/position.ts';
import { isDelivered } from '../../plan/facts/progress.ts';
import type { Plan } from '../../plan/plan.ts';
import { count } from '../../plan/words.ts';
import { monthCell, monthOf, monthsBetween } from './months.ts';
import { absent, number, textOf, type Cell, type Row, type Series, type Table } from './table.ts';

const series: readonly Series[] = [
  { column: 'planned', title: 'First planned', role: 'planned' },
  { column: 'done', title: 'Done', role: 'actual' },
  { column: 'forecast', title: 'Forecast', role: 'forecast' },
];

/** What is counted month by month: the actions that each month is to see done, or saw done. */
interface Counts {
  readonly planned: ReadonlyMap<string, number>;
  readonly due: ReadonlyMap<string, number>;
  readonly done: ReadonlyMap<string, number>;
}

/**
 * How many actions were to be done by the end of each month, how many were, and how many will be at the pace of
 * late; none where no action names a day.
 */
export function burnUpTables(plan: Plan, asAt: IsoDate): Table[] {
  const live = positionsOf(plan, asAt).filter(({ state }) => state !== 'withdrawn');
  const doneOn = new Map(
    live.flatMap(({ action, state }) => {
      const day = isDelivered(state) ? completedOn(plan, action, asAt) : undefined;
      return day === undefined ? [] : [[action, day] as const];
    }),
  );
  // Nobody can say in which month of the drawing these were done.
  const counted = live.filter(({ action, state }) => !isDelivered(state) || doneOn.has(action));
  const counts: Counts = {
    planned: perMonth(counted.map(({ deadline }) => deadline.originalDay)),
    due: perMonth(counted.map(({ deadline }) => deadline.day)),
    done: perMonth([...doneOn.values()]),
  };
  if (counts.planned.size + counts.due.size + counts.done.size === 0) return [];
  const forecast = forecastFrom(asAt, counted.length, [...doneOn.values()]);
  return [
    {
      id: 'burn-up',
      title: 'Burn-up of actions',
      caption: `How many actions were to be done by the end of each month as first planned and by the deadlines in force, how many were done at ${dayInWords(asAt)}, and how many will be at the pace of the last three months; without withdrawn actions.`,
      columns: [
        { id: 'month', heading: 'By the end of' },
        { id: 'planned', heading: 'First planned', numeric: true },
        { id: 'due', heading: 'Due now', numeric: true },
        { id: 'done', heading: 'Done', numeric: true },
        { id: 'forecast', heading: 'Forecast', numeric: true },
      ],
      rows: rowsOf(counts, asAt, forecast),
      whenEmpty: 'No action names a day.',
      notes: notesOn(counted, live.length - counted.length, asAt, forecast),
      chart: {
        type: 'lines',
        title: 'Actions first planned, done and forecast, added up',
        series,
        goals: [{ value: counted.length, words: `All ${count(counted.length, 'action')}` }],
      },
    },
  ];
}

function perMonth(days: readonly (IsoDate | undefined)[]): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const day of days) {
    if (day === undefined) continue;
    const month = monthOf(day);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  return months;
}

function rowsOf({ planned, due, done }: Counts, asAt: IsoDate, forecast: Forecast): Row[] {
  const now = monthOf(asAt);
  const ahead = typeof forecast === 'string' ? [] : forecast.months;
  const named = [
    now,
    ...planned.keys(),
    ...due.keys(),
    ...done.keys(),
    ...ahead.map(({ month }) => month),
  ];
  const expected = new Map(ahead.map(({ month, done }) => [month, done]));
  const so = { planned: 0, due: 0, done: 0 };
  const rows = monthsBetween(named).map((month) => {
    so.planned += planned.get(month) ?? 0;
    so.due += due.get(month) ?? 0;
    so.done += done.get(month) ?? 0;
    const isPast = month <= now;
    const cells: Cell[] = [
      monthCell(month),
      number(so.planned),
      number(so.due),
      isPast ? number(so.done) : absent('Still to come'),
      forecastCell(month, now, so.done, ahead.length > 0, expected.get(month)),
    ];
    return { key: month, cells };
  });
  return rows.filter(
    (row, index) => !isSame(rows[index - 1], row) || !isSame(row, rows[index + 1]),
  );
}

/** Whether nothing changes from one month to another. */
const isSame = (row: Row | undefined, other: Row | undefined): boolean =>
  figuresOf(row) === figuresOf(other);

const figuresOf = (row: Row | undefined): string | undefined =>
  row?.cells.slice(1).map(textOf).join();

/** The forecast begins with what is done at the as-at date. */
function forecastCell(
  month: string,
  now: string,
  done: number,
  isThere: boolean,
  expected: number | undefined,
): Cell {
  if (month < now) return absent('Past');
  if (month === now && isThere) return number(done);
  return expected === undefined ? absent('None') : number(expected);
}

function notesOn(
  counted: readonly Position[],
  undated: number,
  asAt: IsoDate,
  forecast: Forecast,
): string[] {
  const quiet = 'Months in which nothing changes are left out.';
  const noDay = counted.filter(({ deadline }) => deadline.originalDay === undefined).length;
  return [
    quiet,
    ...forecastInWords(forecast, asAt),
    ...(noDay === 0
      ? []
      : [
          `${count(noDay, 'action')} with no day named at first ${noDay === 1 ? 'is' : 'are'} not in “First planned”.`,
        ]),
    ...(undated === 0
      ? []
      : [
          `${count(undated, 'action')} done without a word on when ${undated === 1 ? 'is' : 'are'} left out.`,
        ]),
  ];
}

function forecastInWords(forecast: Forecast, asAt: IsoDate): string[] {
  if (forecast === 'all-done') return [];
  if (forecast === 'no-pace') {
    return [
      `There is no forecast: no action was done in the three whole months before ${dayInWords(asAt)}, and nobody knows the pace of the next.`,
    ];
  }
  const { done, from, to, finished } = forecast;
  const method = `The forecast goes on at the pace of the three whole months from ${dayInWords(from)} to ${dayInWords(to)}, in which ${count(done, 'action')} ${done === 1 ? 'was' : 'were'} done.`;
  return [
    finished === undefined
      ? `${method} At that pace some are still open in two years; it is not drawn further.`
      : `${method} At that pace all are done by the end of ${monthCell(finished).words}. It says nothing of how hard the rest is.`,
  ];
}
