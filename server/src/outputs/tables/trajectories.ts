import type { IsoDate, PlanDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';
import type { Figure } from '../../language/slots.ts';
import { aimInWords } from '../../checks/shared/figures.ts';
import { dateInWords } from '../../plan/calendar.ts';
import { hasEnded } from '../../plan/facts/history.ts';
import {
  aimsToReach,
  latestActual,
  meets,
  plannedFor,
  type Aim,
} from '../../plan/facts/indicators.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { sentence } from '../../plan/words.ts';
import { controlTables } from './control.ts';
import { aimWithDate, figureCell, figureOr, goalsOf } from './indicator-cells.ts';
import { itemCell, rowAbout, titleCell } from './items.ts';
import { variationTable } from './variation.ts';
import { absent, many, tag, text, type Cell, type Row, type Series, type Table } from './table.ts';

/** What is measured over time: where each indicator stands, and its way there; none without indicators. */
export function trajectoriesTables(plan: Plan, asAt: IsoDate): Table[] {
  const indicators = plan.all('indicator');
  if (indicators.length === 0) return [];
  return [
    variationTable(plan, indicators, asAt),
    summary(plan, indicators, asAt),
    ...indicators.flatMap((each) => {
      const control = controlTables(plan, each, asAt);
      // What was measured stands in the control chart already; beside it only a plan for it is news.
      const isNews = control.length === 0 || each.item.planned.length > 0;
      return [...control, ...(isNews ? course(plan, each, asAt) : [])];
    }),
  ];
}

type Indicator = Entity<'indicator'>;

function summary(plan: Plan, indicators: readonly Indicator[], asAt: IsoDate): Table {
  return {
    id: 'indicators',
    title: 'Where each indicator stands',
    caption:
      'The latest figure of each indicator beside what was planned for its period, and beside what is to be reached.',
    columns: [
      { id: 'id', heading: 'Indicator' },
      { id: 'what', heading: 'What it counts', prose: true },
      { id: 'latest', heading: 'Latest figure', numeric: true },
      { id: 'period', heading: 'For' },
      { id: 'planned', heading: 'Planned for then', numeric: true },
      { id: 'trajectory', heading: 'Against the plan' },
      { id: 'aims', heading: 'To be reached' },
    ],
    rows: indicators.map((indicator) => summaryRow(plan, indicator, asAt)),
    whenEmpty: 'The plan has no indicators.',
    notes: [],
  };
}

function summaryRow(plan: Plan, indicator: Indicator, asAt: IsoDate): Row {
  const latest = latestActual(indicator, asAt);
  const planned = latest && plannedFor(indicator, latest.period)?.figure;
  const about = rowAbout(plan, indicator, true);
  return {
    ...about,
    cells: [
      itemCell(plan, indicator),
      titleCell(indicator),
      latest === undefined ? absent('None yet') : figureCell(indicator, latest.figure),
      latest === undefined
        ? absent('None yet')
        : { type: 'date', words: sentence(dateInWords(latest.period)), day: latest.period.last },
      figureOr(indicator, planned, 'Nothing planned'),
      againstPlan(indicator, latest?.figure, planned?.value),
      many(
        'lines',
        aimsToReach(indicator).map((aim) => aimCell(indicator, aim, latest?.figure)),
        absent('Not said'),
      ),
    ],
  };
}

/** How a figure does beside the one that was planned, by what is better; said only where that is known. */
function againstPlan(
  { item }: Indicator,
  actual: Figure | undefined,
  planned: Figure | undefined,
): Cell {
  const better = item.better?.direction.value;
  if (actual === undefined || planned === undefined || better === undefined) {
    return absent('Cannot be told');
  }
  const ahead =
    better === 'higher' ? actual.amount - planned.amount : planned.amount - actual.amount;
  if (ahead === 0) return tag('As planned', 'good');
  return ahead > 0 ? tag('Better than planned', 'good') : tag('Behind the plan', 'bad');
}

function aimCell(indicator: Indicator, aim: Aim, latest: Figure | undefined): Cell {
  const words = aimWithDate(indicator, aim);
  const isMet = latest && meets(indicator, aim, latest);
  if (isMet === undefined) return text(words);
  return isMet ? tag('Reached', 'good', words) : tag('Not reached', 'caution', words);
}

const series: readonly Series[] = [
  { column: 'planned', title: 'Planned', role: 'planned' },
  { column: 'actual', title: 'Measured', role: 'actual' },
];

/** The figures of one indicator period by period, where there are enough to look at. */
function course(plan: Plan, indicator: Indicator, asAt: IsoDate): Table[] {
  const { item } = indicator;
  const periods = new Map<string, PlanDate>();
  const measured = item.actual.filter(
    ({ period: { value } }) => value !== undefined && hasEnded(value, asAt),
  );
  for (const { value } of [
    item.baseline?.at,
    ...[...item.planned, ...measured].map(({ period }) => period),
  ].filter((period) => period !== undefined)) {
    if (value?.last !== undefined) periods.set(`${value.last} ${value.first ?? ''}`, value);
  }
  const keys = [...periods.keys()].sort();
  if (keys.length < 2) return [];
  const { key, place } = rowAbout(plan, indicator);
  const title = item.title.value ?? indicator.id;
  const aims = aimsToReach(indicator);
  return [
    {
      id: `course-${key}`,
      title,
      caption: `What was planned and what was measured${item.unit?.unit.value === undefined ? '' : `, in ${item.unit.unit.value}`}, period by period, as known at the date of this paper.`,
      columns: [
        { id: 'period', heading: 'Period' },
        { id: 'planned', heading: 'Planned', numeric: true },
        { id: 'actual', heading: 'Measured', numeric: true },
        { id: 'against', heading: 'Against the plan' },
      ],
      rows: keys.map((period): Row => ({
        key: period,
        place,
        ...(holdsAnother(periods.get(period), [...periods.values()]) ? { undrawn: true } : {}),
        cells: courseCells(indicator, periods.get(period), measured),
      })),
      whenEmpty: 'Nothing was planned or measured.',
      notes: aims.map((aim) => {
        const by = aim.by?.value === undefined ? '' : ` by ${dateInWords(aim.by.value)}`;
        return `To be reached: ${aimInWords(indicator, aim)}${by}.`;
      }),
      chart: {
        type: 'lines',
        title: `${title}: planned, measured and to be reached`,
        series,
        goals: goalsOf(indicator, aims),
      },
    },
  ];
}

/** Whether a period has another within it: a line from a quarter to its year and back means nothing. */
const holdsAnother = (period: PlanDate | undefined, all: readonly PlanDate[]): boolean =>
  period?.first !== undefined &&
  period.last !== undefined &&
  all.some(
    ({ first = '', last = '' }) =>
      first >= (period.first ?? '') &&
      last <= (period.last ?? '') &&
      (first !== period.first || last !== period.last),
  );

function courseCells(
  indicator: Indicator,
  period: PlanDate | undefined,
  measured: Indicator['item']['actual'],
): Cell[] {
  if (period === undefined) return [];
  const { item } = indicator;
  const isThat = ({ value }: Value<PlanDate>): boolean =>
    value?.first === period.first && value?.last === period.last;
  const baseline =
    item.baseline?.at !== undefined && isThat(item.baseline.at) ? item.baseline : undefined;
  const planned = plannedFor(indicator, period)?.figure;
  const actual = measured.findLast((record) => isThat(record.period))?.figure ?? baseline?.figure;
  const known = typeof actual?.value === 'object' ? actual.value : undefined;
  return [
    {
      type: 'date',
      words: sentence(dateInWords(period)) + (baseline === undefined ? '' : ', the start'),
      day: period.last,
    },
    figureOr(indicator, planned, 'Nothing planned'),
    figureOr(indicator, actual, 'Not measured yet'),
    againstPlan(indicator, known, planned?.value),
  ];
}
