import type { IsoDate } from '../../language/dates.ts';
import { aimInWords } from '../../checks/shared/figures.ts';
import { dateInWords, dayInWords } from '../../plan/calendar.ts';
import { aimsToReach } from '../../plan/facts/indicators.ts';
import { fewestForFirmLimits, signalOf, type Limits, type Special } from '../../plan/facts/spc.ts';
import { variationOf, type Point } from '../../plan/facts/variation.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { count, sentence } from '../../plan/words.ts';
import { figureOr, goalsOf, workedOut } from './indicator-cells.ts';
import { rowAbout } from './items.ts';
import { absent, tag, text, type Cell, type Row, type Signal, type Table } from './table.ts';

type Indicator = Entity<'indicator'>;

/** What each signal is called, and how it looks; blue and amber rather than green and red, as the method has it. */
const signals = {
  improvement: { title: 'Improvement', tone: 'info' },
  concern: { title: 'Concern', tone: 'caution' },
  high: { title: 'Special cause, high', tone: 'none' },
  low: { title: 'Special cause, low', tone: 'none' },
} as const satisfies Record<Signal, { title: string; tone: string }>;

const rules: Readonly<Record<Special['rule'], Readonly<Record<Special['side'], string>>>> = {
  outside: { high: 'above the upper limit', low: 'below the lower limit' },
  trend: { high: 'in a rise of seven or more', low: 'in a fall of seven or more' },
  'outer-third': {
    high: 'near the upper limit, as two of three in a row',
    low: 'near the lower limit, as two of three in a row',
  },
  run: {
    high: 'one of seven or more in a row above the mean',
    low: 'one of seven or more in a row below the mean',
  },
};

/** What a figure says of the process, in words: “Concern, below the lower limit”. */
export function specialCell({ item }: Indicator, special: Special | undefined): Cell {
  if (special === undefined) return text('Common cause');
  const { title, tone } = signals[signalOf(special, item.better?.direction.value)];
  return tag(title, tone, rules[special.rule][special.side]);
}

/** The control chart of an indicator, as its table; none without limits. */
export function controlTables(plan: Plan, indicator: Indicator, asAt: IsoDate): Table[] {
  const { points, limits, leftOut } = variationOf(indicator, asAt);
  if (typeof limits === 'string') return [];
  const { item } = indicator;
  const { key, place } = rowAbout(plan, indicator);
  const title = item.title.value ?? indicator.id;
  const aims = aimsToReach(indicator);
  const decimals = decimalsOf(points);
  const edges = [limits.mean, limits.lower, limits.upper].map((value) =>
    workedOut(indicator, value, decimals),
  );
  const unit = item.unit?.unit.value;
  return [
    {
      id: `control-${key}`,
      title: `${title}: control chart`,
      caption: `What was measured${unit === undefined ? '' : `, in ${unit}`}, the limits within which chance alone keeps it, and what is more than chance, as known at ${dayInWords(asAt)}.`,
      columns: [
        { id: 'period', heading: 'Period' },
        { id: 'value', heading: 'Measured', numeric: true },
        { id: 'mean', heading: 'Mean', numeric: true },
        { id: 'lower', heading: 'Lower limit', numeric: true },
        { id: 'upper', heading: 'Upper limit', numeric: true },
        { id: 'special', heading: 'What is special about it', prose: true },
      ],
      rows: points.map((point): Row => ({
        key: `${point.first} ${point.last}`,
        place,
        signal: point.special && signalOf(point.special, item.better?.direction.value),
        cells: [
          periodCell(point),
          figureOr(indicator, point.record?.figure, 'Not in the plan'),
          ...edges,
          point.figure === undefined
            ? absent('No figure: the line is broken')
            : specialCell(indicator, point.special),
        ],
      })),
      whenEmpty: 'Nothing was measured.',
      notes: [
        ...aims.map((aim) => `To be reached: ${aimInWords(indicator, aim)}.`),
        ...notesOn(limits, leftOut),
      ],
      chart: {
        type: 'control',
        title: `${title}: measured, with its mean and limits`,
        value: 'value',
        mean: 'mean',
        lower: 'lower',
        upper: 'upper',
        goals: goalsOf(indicator, aims),
      },
    },
  ];
}

function periodCell({ first, last, record }: Point): Cell {
  const period = record?.period.value;
  const words =
    period === undefined
      ? `${dayInWords(first)} to ${dayInWords(last)}`
      : sentence(dateInWords(period));
  return { type: 'date', words, day: last };
}

/** As many decimals as the figures have, but one at least: a mean of whole numbers is seldom whole. */
const decimalsOf = (points: readonly Point[]): number =>
  Math.min(
    4,
    Math.max(1, ...points.map(({ figure = 0 }) => String(figure).split('.')[1]?.length ?? 0)),
  );

const notesOn = ({ figures }: Limits, leftOut: number): string[] => [
  ...(figures < fewestForFirmLimits
    ? [
        `The limits rest on ${count(figures, 'figure')} and are trial ones: each new figure may move them.`,
      ]
    : []),
  ...(leftOut > 0
    ? [
        `${count(leftOut, 'figure')} for periods of another length ${leftOut === 1 ? 'is' : 'are'} not in the chart.`,
      ]
    : []),
];
