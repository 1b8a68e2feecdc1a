import type { IsoDate, PlanDate } from '../../language/dates.ts';
import type { ItemOf } from '../../language/items.ts';
import { addDays } from '../calendar.ts';
import type { Entity } from '../plan.ts';
import { hasEnded } from './history.ts';
import { limitsOf, specialsOf, type Limits, type NoLimits, type Special } from './spc.ts';
import { sizeOf, type Length } from './totals.ts';

/** How an indicator varies: its figures in their order with the gaps between them, and what is special. */

type Actual = ItemOf<'indicator'>['actual'][number];

/** A period of a series: with its line in the plan, or, where the plan skips it, without one. */
export interface Point {
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly record: Actual | undefined;
  /** What was measured; undefined is a gap. */
  readonly figure: number | undefined;
  /** What is special about it; undefined where it is chance, a gap, or there are no limits. */
  readonly special: Special | undefined;
}

export interface Variation {
  readonly points: readonly Point[];
  readonly limits: Limits | NoLimits;
  /** The point of the latest period that has a figure. */
  readonly latest: Point | undefined;
  /** How many figures stand for periods of another length, and are not in the series. */
  readonly leftOut: number;
}

/** What a figure is for; a year and its quarters cannot stand on one line. */
type Step = Length | 'day';

/** The shorter first. */
const steps: readonly Step[] = ['day', 'month', 'quarter', 'year'];

interface Dated {
  readonly record: Actual;
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly step: Step;
}

/**
 * The variation of an indicator as known at the as-at date. Of figures for days, months, quarters and years
 * those make the series of which there are most; of as many, the shorter. The baseline is no part of it, nor
 * is a trust’s own figure beside a suspended one.
 */
export function variationOf({ item }: Entity<'indicator'>, asAt: IsoDate): Variation {
  const all = datedOf(item.actual, asAt);
  const byStep = Map.groupBy(all, ({ step }) => step);
  const known = (step: Step): number => (byStep.get(step) ?? []).filter(hasFigure).length;
  const step = steps.reduce((best, each) => (known(each) > known(best) ? each : best));
  const points = withGaps(byStep.get(step) ?? [], step);
  const figures = points.map(({ record }) => record?.figure.value?.amount);
  const limits = limitsOf(figures);
  const specials = typeof limits === 'string' ? [] : specialsOf(figures, limits);
  const drawn = points.map((point, index) => ({
    ...point,
    figure: figures[index],
    special: specials[index],
  }));
  return {
    points: drawn,
    limits,
    latest: drawn.findLast(({ figure }) => figure !== undefined),
    leftOut: all.filter(hasFigure).length - known(step),
  };
}

const hasFigure = ({ record }: Dated): boolean => record.figure.value !== undefined;

/** The lines whose period is known and has ended, a period once: of two lines for one, the later in the text. */
function datedOf(records: readonly Actual[], asAt: IsoDate): Dated[] {
  const dated = new Map<string, Dated>();
  for (const record of records) {
    const period: PlanDate | undefined = record.period.value;
    const { first, last } = period ?? {};
    if (period === undefined || first === undefined || last === undefined) continue;
    if (!hasEnded(period, asAt)) continue;
    dated.set(`${first} ${last}`, { record, first, last, step: sizeOf(period) ?? 'day' });
  }
  return [...dated.values()];
}

/** Lines in the order of their periods, with one point for each stretch that the plan skips; days skip nothing. */
function withGaps(dated: readonly Dated[], step: Step): Pick<Point, 'first' | 'last' | 'record'>[] {
  const inOrder = dated.toSorted((a, b) => (a.last < b.last ? -1 : 1));
  return inOrder.flatMap(({ first, last, record }, index) => {
    const point = { first, last, record };
    const before = inOrder[index - 1];
    if (before === undefined || step === 'day') return [point];
    const expected = addDays(before.last, 1);
    if (first <= expected) return [point];
    return [{ first: expected, last: addDays(first, -1), record: undefined }, point];
  });
}
