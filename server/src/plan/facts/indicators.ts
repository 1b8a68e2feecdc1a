import type { IsoDate, PlanDate } from '../../language/dates.ts';
import type { ItemOf } from '../../language/items.ts';
import type { Figure } from '../../language/slots.ts';
import type { Entity, Plan } from '../plan.ts';
import { requirementsOf } from './coverage.ts';
import { hasEnded } from './history.ts';

/** Indicators: what was measured last, what is to be reached, and whether it is. */

type Indicator = ItemOf<'indicator'>;

/** A line that says what is to be reached: a target, or the threshold. */
export type Aim = Indicator['targets'][number];

/** A figure that was measured, with the line it stands on. */
export interface Measured {
  readonly record: Indicator['actual'][number];
  readonly figure: Figure;
  readonly period: PlanDate;
}

/** What a figure has to be: a target relative to a baseline, worked out. */
export interface Goal {
  readonly side: 'at-least' | 'at-most' | 'exactly';
  readonly amount: number;
}

/**
 * The latest figure that was known at the as-at date: that of the period that ended last, on or before
 * it. Periods without a figure do not count, nor does the trust's own figure beside a suspended one.
 */
export function latestActual({ item }: Entity<'indicator'>, asAt: IsoDate): Measured | undefined {
  let latest: Measured | undefined;
  for (const record of item.actual) {
    const figure = record.figure.value;
    const period = record.period.value;
    if (figure === undefined || period === undefined || !hasEnded(period, asAt)) continue;
    if ((period.last ?? '') >= (latest?.period.last ?? '')) latest = { record, figure, period };
  }
  return latest;
}

/** The point of the trajectory for exactly that period, whatever stands there; of two the later in the text. */
export const plannedFor = (
  { item }: Entity<'indicator'>,
  { first, last }: PlanDate,
): Indicator['planned'][number] | undefined =>
  item.planned.findLast(
    ({ period: { value } }) => value !== undefined && value.first === first && value.last === last,
  );

/** Whether an indicator counts in per cent, as far as its unit says; undefined where it has none. */
function isInPercent({ item }: Entity<'indicator'>): boolean | undefined {
  const unit = item.unit?.unit.value;
  return unit === undefined ? undefined : /%|\bper ?cent/i.test(unit);
}

/** Sums of decimals are not exact: 43.1 + 10 is a little more than 53.1. */
export const rounded = (amount: number): number => Number(amount.toPrecision(12));

/** Whether an aim is relative to a baseline: increase-by and decrease-by. */
export const isRelative = ({ bound: { value } }: Aim): boolean =>
  value === 'increase-by' || value === 'decrease-by';

/**
 * What an aim asks for, in figures. Undefined where it gives none, where it is relative and there is no
 * baseline, and where “increase by 10 %” of something in per cent may mean points or parts of it.
 */
export function goalOf(indicator: Entity<'indicator'>, { bound, figure }: Aim): Goal | undefined {
  const side = bound.value;
  const wanted = figure.value;
  if (side === undefined || wanted === undefined) return undefined;
  if (side !== 'increase-by' && side !== 'decrease-by') return { side, amount: wanted.amount };
  const start = indicator.item.baseline?.figure.value;
  if (start === undefined) return undefined;
  if (wanted.percent && (isInPercent(indicator) ?? start.percent)) return undefined;
  const change = wanted.percent ? (start.amount * wanted.amount) / 100 : wanted.amount;
  return side === 'increase-by'
    ? { side: 'at-least', amount: rounded(start.amount + change) }
    : { side: 'at-most', amount: rounded(start.amount - change) };
}

/**
 * How far a figure of an indicator is beyond a target or the threshold, on its good side: 0 where it just
 * meets it, less where it misses it. Undefined where the two cannot be compared: 85 % of what is counted
 * in days, or a relative target without a baseline.
 */
export function marginOf(
  indicator: Entity<'indicator'>,
  aim: Aim,
  value: Figure,
): number | undefined {
  const goal = goalOf(indicator, aim);
  const wanted = aim.figure.value;
  if (goal === undefined || wanted === undefined) return undefined;
  const countTheSame = wanted.percent === value.percent || isInPercent(indicator) !== false;
  if (!isRelative(aim) && !countTheSame) return undefined;
  const above = rounded(value.amount - goal.amount);
  const margins = { 'at-least': above, 'at-most': -above, exactly: -Math.abs(above) };
  return margins[goal.side] + 0;
}

/** Whether a figure of an indicator meets a target or the threshold; undefined where they cannot be compared. */
export function meets(
  indicator: Entity<'indicator'>,
  aim: Aim,
  value: Figure,
): boolean | undefined {
  const margin = marginOf(indicator, aim, value);
  return margin === undefined ? undefined : margin >= 0;
}

/** All that an indicator is to reach in figures, whenever: its threshold and its targets. */
export const aimsToReach = ({ item }: Entity<'indicator'>): Aim[] =>
  [...(item.threshold === undefined ? [] : [item.threshold]), ...item.targets].filter(
    ({ figure }) => figure.value !== undefined,
  );

/**
 * What an indicator is held to at the as-at date: its threshold and its targets, but not those whose day
 * is yet to come or to be confirmed.
 */
const aimsInForce = (indicator: Entity<'indicator'>, asAt: IsoDate): Aim[] =>
  aimsToReach(indicator).filter(
    ({ by }) => by?.missing !== 'tbc' && (by?.value?.last ?? '') <= asAt,
  );

/** An aim that the latest figure misses. */
export interface Miss {
  readonly aim: Aim;
  readonly latest: Measured;
}

/** The aims in force at the as-at date that the latest figure known then misses. */
export function missesOf(indicator: Entity<'indicator'>, asAt: IsoDate): Miss[] {
  const latest = latestActual(indicator, asAt);
  if (latest === undefined) return [];
  return aimsInForce(indicator, asAt)
    .filter((aim) => meets(indicator, aim, latest.figure) === false)
    .map((aim) => ({ aim, latest }));
}

type Measure = ItemOf<'action'>['measures'][number];

/** The measures by which an action is judged: its own, and those of the requirements it answers. */
export const measuresOf = (plan: Plan, action: Entity<'action'>): Measure[] => [
  ...action.item.measures,
  ...requirementsOf(plan, action).flatMap(({ item }) => item.measures),
];

/** The indicators that measures name, each once; those that cannot be found are left out. */
export function indicatorsIn(plan: Plan, measures: readonly Measure[]): Entity<'indicator'>[] {
  const found = measures.map(({ indicator }) => plan.find('indicator', indicator?.value));
  return [...new Set(found)].filter((indicator) => indicator !== undefined);
}

/** The requirements that an indicator measures: those that name it, and those whose actions do. */
export function requirementsMeasuredBy(
  plan: Plan,
  indicator: Entity<'indicator'>,
): Entity<'requirement'>[] {
  const own = plan.referring(indicator, 'requirement', 'measures');
  const actions = plan.referring(indicator, 'action', 'measures');
  return [...new Set([...own, ...actions.flatMap((action) => requirementsOf(plan, action))])];
}
