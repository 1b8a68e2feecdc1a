import type { IsoDate } from '../../language/dates.ts';
import { aimInWords } from '../../checks/shared/figures.ts';
import { aimsToReach, goalOf, latestActual, meets, type Aim } from '../../plan/facts/indicators.ts';
import { assuranceOf, fewestFigures, type Assurance, type Limits } from '../../plan/facts/spc.ts';
import { variationOf, type Variation } from '../../plan/facts/variation.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { dateInWords } from '../../plan/calendar.ts';
import { sentence } from '../../plan/words.ts';
import { specialCell } from './control.ts';
import { aimWithDate, figureCell, figureOr } from './indicator-cells.ts';
import { namedCell, rowAbout } from './items.ts';
import {
  absent,
  many,
  number,
  numberInWords,
  tag,
  text,
  type Cell,
  type Row,
  type Table,
} from './table.ts';
import { missingInWords } from './values.ts';

type Indicator = Entity<'indicator'>;

const assurances = {
  'consistently-passes': { title: 'Consistently passes', tone: 'info' },
  'consistently-fails': { title: 'Consistently fails', tone: 'caution' },
  'hit-and-miss': { title: 'Hit and miss', tone: 'none' },
} as const satisfies Record<Assurance, { title: string; tone: string }>;

/** Each indicator with its variation and its assurance in words, by the Making Data Count method. */
export const variationTable = (
  plan: Plan,
  indicators: readonly Indicator[],
  asAt: IsoDate,
): Table => ({
  id: 'variation',
  title: 'Variation and assurance',
  caption:
    'Whether the latest figure of each indicator is more than chance, and whether chance alone would let it meet what is to be reached.',
  columns: [
    { id: 'measure', heading: 'Measure', prose: true },
    { id: 'unit', heading: 'Counted in' },
    { id: 'better', heading: 'Better' },
    { id: 'baseline', heading: 'Baseline' },
    { id: 'aims', heading: 'To be reached' },
    { id: 'latest', heading: 'Latest figure', numeric: true },
    { id: 'variation', heading: 'Variation' },
    { id: 'assurance', heading: 'Assurance' },
  ],
  rows: indicators.map((indicator) => rowOf(plan, indicator, asAt)),
  whenEmpty: 'The plan has no indicators.',
  notes: [
    `Variation and assurance follow NHS England’s Making Data Count method. They need ${String(fewestFigures)} figures at least: fewer cannot tell chance from change.`,
  ],
});

function rowOf(plan: Plan, indicator: Indicator, asAt: IsoDate): Row {
  const { item } = indicator;
  const variation = variationOf(indicator, asAt);
  const latest = latestActual(indicator, asAt);
  const aims = aimsToReach(indicator);
  return {
    ...rowAbout(plan, indicator),
    cells: [
      namedCell(plan, indicator),
      item.unit === undefined
        ? absent('Not said')
        : text(item.unit.unit.value ?? missingInWords(item.unit.unit)),
      item.better === undefined
        ? absent('Not said')
        : text(sentence(item.better.direction.value ?? missingInWords(item.better.direction))),
      baselineCell(indicator),
      many(
        'lines',
        aims.map((aim) => text(aimWithDate(indicator, aim))),
        absent('Not said'),
      ),
      latest === undefined ? absent('None yet') : figureCell(indicator, latest.figure),
      variationCell(indicator, variation),
      many(
        'lines',
        aims.map((aim) => assuranceCell(indicator, aim, variation.limits, asAt)),
        absent('Nothing to reach'),
      ),
    ],
  };
}

function baselineCell(indicator: Indicator): Cell {
  const { baseline } = indicator.item;
  const cell = figureOr(indicator, baseline?.figure, 'Not given');
  if (baseline?.at?.value === undefined || cell.type !== 'number') return cell;
  return number(cell.value, `${numberInWords(cell)}, ${dateInWords(baseline.at.value)}`);
}

function variationCell(indicator: Indicator, { limits, points, latest }: Variation): Cell {
  if (typeof limits === 'object') return specialCell(indicator, latest?.special);
  const known = points.filter(({ figure }) => figure !== undefined).length;
  return limits === 'too-many-gaps'
    ? absent('Too many gaps')
    : absent(`Too few figures: ${String(known)} of ${String(fewestFigures)}`);
}

function assuranceCell(
  indicator: Indicator,
  aim: Aim,
  limits: Limits | string,
  asAt: IsoDate,
): Cell {
  if (typeof limits === 'string') return absent('Cannot be told yet');
  const goal = goalOf(indicator, aim);
  const latest = latestActual(indicator, asAt)?.figure;
  // What cannot be compared with a figure, 85 % with days, cannot be compared with limits.
  const isComparable = latest !== undefined && meets(indicator, aim, latest) !== undefined;
  const assurance = goal && isComparable ? assuranceOf(limits, goal) : undefined;
  if (assurance === undefined) return absent('Cannot be told');
  const { title, tone } = assurances[assurance];
  const isOnlyOne = aimsToReach(indicator).length === 1;
  return tag(title, tone, isOnlyOne ? undefined : sentence(aimInWords(indicator, aim)));
}
