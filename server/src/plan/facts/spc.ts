import { rounded, type Goal } from './indicators.ts';

/**
 * Statistical process control: which figures of a series differ from the others by more than chance, on an
 * XmR chart by NHS England’s Making Data Count method. The constants and rules are those that NHS-R’s
 * package NHSRplotthedots 0.2 publishes for it (nhs-r-community/NHSRplotthedots: ptd_spc_standard.R,
 * ptd_calculate_point_type.R, ptd_calculate_assurance_type.R, and pull request 180 for which rule names a
 * point). docs/charts.md says all of it for people.
 *
 * A series is a list of figures in their order, with undefined for a period without one: a gap. A moving
 * range, a run and a trend never reach over a gap; the package itself allows none.
 */
type Figures = readonly (number | undefined)[];

/** From the mean to a limit, in average moving ranges: 3 standard deviations of 1/1.128 of it each. */
const toLimit = 2.66;
/** From the mean to the outer third, in average moving ranges. */
const toOuterThird = (2 * toLimit) / 3;
/** A moving range of so many times the average is no part of it. */
const tooFar = 3.267;
/** So many in a row on one side of the mean, or rising, or falling, are no chance. */
const inARow = 7;

/** With fewer figures there are no limits: quality improvement teams ask for ten to begin with. */
export const fewestFigures = 10;
/** With fewer figures the limits are trial ones, which each new figure may move (NHSRplotthedots warns below 12). */
export const fewestForFirmLimits = 12;
/** As many moving ranges as the fewest figures have when none is missing between them. */
const fewestRanges = fewestFigures - 1;

/** What a process does by chance alone, in the unit of its figures. */
export interface Limits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** The average moving range, without those that were too far out. */
  readonly averageRange: number;
  /** How many figures they rest on. */
  readonly figures: number;
}

/** Why a series has no limits. */
export type NoLimits = 'too-few-figures' | 'too-many-gaps';

/** Stretches without a gap: the places of their figures. */
function stretchesOf(figures: Figures): number[][] {
  const stretches: number[][] = [[]];
  for (const [index, figure] of figures.entries()) {
    if (figure === undefined) stretches.push([]);
    else stretches.at(-1)?.push(index);
  }
  return stretches.filter(({ length }) => length > 0);
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** The limits of a series: its mean, and 2.66 average moving ranges to either side. */
export function limitsOf(figures: Figures): Limits | NoLimits {
  const known = figures.filter((figure) => figure !== undefined);
  if (known.length < fewestFigures) return 'too-few-figures';
  const ranges = figures.flatMap((figure, index) => {
    const before = figures[index - 1];
    return figure === undefined || before === undefined ? [] : [rounded(Math.abs(figure - before))];
  });
  if (ranges.length < fewestRanges) return 'too-many-gaps';
  const all = mean(ranges);
  const kept = ranges.filter((range) => range < tooFar * all);
  // Where no figure ever changes, no range is below the average.
  const averageRange = kept.length === 0 ? 0 : mean(kept);
  const middle = mean(known);
  return {
    mean: rounded(middle),
    lower: rounded(middle - toLimit * averageRange),
    upper: rounded(middle + toLimit * averageRange),
    averageRange: rounded(averageRange),
    figures: known.length,
  };
}

/** The rules by which a figure is special, in the order in which one names it. */
export type Rule = 'outside' | 'trend' | 'outer-third' | 'run';

/** A figure that is not what chance brings: by which rule, and to which side it points. */
export interface Special {
  readonly rule: Rule;
  /** Above or below the mean; of a trend, whether it rises or falls. */
  readonly side: 'high' | 'low';
}

/** What is special about each figure of a series; undefined where it is only chance, and for a gap. */
export function specialsOf(figures: Figures, limits: Limits): (Special | undefined)[] {
  const specials: (Special | undefined)[] = figures.map(() => undefined);
  // The rule that comes first names the figure, so it is written last.
  for (const places of stretchesOf(figures)) {
    const values = places.map((place) => figures[place] ?? 0);
    for (const found of [runs, outerThirds, trends, outside]) {
      for (const [index, special] of found(values, limits).entries()) {
        const place = places[index];
        if (special !== undefined && place !== undefined) specials[place] = special;
      }
    }
  }
  return specials;
}

type Finder = (values: readonly number[], limits: Limits) => (Special | undefined)[];

const outside: Finder = (values, { lower, upper }) =>
  values.map((value) => {
    if (value > upper) return { rule: 'outside', side: 'high' };
    return value < lower ? { rule: 'outside', side: 'low' } : undefined;
  });

/** 7 or more in a row on one side of the mean; a figure on the mean ends the row. */
const runs: Finder = (values, limits) => {
  const sides = values.map((value) => Math.sign(value - limits.mean));
  return inRows(sides).map(({ sign, length }) => specialIn('run', sign, length));
};

/** 7 or more in a row that rise, or that fall; of a figure where one ends and the next begins, the next. */
const trends: Finder = (values) => {
  const steps = values.slice(1).map((value, index) => Math.sign(value - (values[index] ?? value)));
  const rows = inRows(steps);
  const at = (step: number): Special | undefined => {
    const row = rows[step];
    return row && specialIn('trend', row.sign, row.length + 1);
  };
  return values.map((_, index) => at(index) ?? at(index - 1));
};

/** Of three in a row on one side of the mean, those in the outer third before the limit, if two or more are. */
const outerThirds: Finder = (values, { mean: middle, lower, upper, averageRange }) => {
  const reach = rounded(toOuterThird * averageRange);
  const sides = values.map((value) => Math.sign(value - middle));
  const isFarOut = values.map(
    (value) => value >= lower && value <= upper && rounded(Math.abs(value - middle)) > reach,
  );
  const counts = (first: number): boolean => {
    const three = [first, first + 1, first + 2];
    const [side] = three.map((index) => sides[index]);
    return (
      side !== 0 &&
      three.every((index) => sides[index] === side) &&
      three.filter((index) => isFarOut[index] === true).length >= 2
    );
  };
  return values.map((_, index) =>
    isFarOut[index] === true && [index - 2, index - 1, index].some(counts)
      ? specialOf('outer-third', sides[index] ?? 0)
      : undefined,
  );
};

const specialOf = (rule: Rule, sign: number): Special => ({
  rule,
  side: sign > 0 ? 'high' : 'low',
});

const specialIn = (rule: Rule, sign: number, length: number): Special | undefined =>
  sign === 0 || length < inARow ? undefined : specialOf(rule, sign);

/** For each sign the length of the row of equal signs that it stands in. */
function inRows(signs: readonly number[]): { sign: number; length: number }[] {
  const rows: { sign: number; length: number }[] = [];
  for (const sign of signs) {
    const row = rows.at(-1);
    if (row?.sign === sign) row.length++;
    else rows.push({ sign, length: 1 });
  }
  return rows.flatMap((row) => Array.from({ length: row.length }, () => row));
}

/** What a special figure means: by which side is better, or only its side where that is not said. */
export type Signal = 'improvement' | 'concern' | 'high' | 'low';

/** What a special figure of an indicator means. */
export function signalOf({ side }: Special, better: 'higher' | 'lower' | undefined): Signal {
  if (better === undefined) return side;
  return (side === 'high') === (better === 'higher') ? 'improvement' : 'concern';
}

/** Whether a process meets a target by chance alone: always, never, or now and then. */
export type Assurance = 'consistently-passes' | 'consistently-fails' | 'hit-and-miss';

/**
 * A target beside the limits: beyond them on the one side it is always met, on the other never, and between
 * them now and then. Undefined where it asks for one figure exactly, which no limits can promise.
 */
export function assuranceOf(
  { lower, upper }: Limits,
  { side, amount }: Goal,
): Assurance | undefined {
  if (side === 'exactly') return undefined;
  if (amount > upper) return side === 'at-least' ? 'consistently-fails' : 'consistently-passes';
  if (amount < lower) return side === 'at-least' ? 'consistently-passes' : 'consistently-fails';
  return 'hit-and-miss';
}
