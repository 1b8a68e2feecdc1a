import type { IsoDate } from '../../../language/dates.ts';
import { inDigits } from '../../tables/table.ts';

/** Where values stand on a drawing, and which of them are written beside it. */

export interface Scale {
  /** Values to be written along the axis. */
  readonly ticks: readonly number[];
  /** How far along a value is, in pixels. */
  at(value: number): number;
}

/** Steps that people count in, one of these times a power of ten. */
const steps = [1, 2, 2.5, 5, 10];

/**
 * A scale from the round value below the least to the one above the most.
 * @param from where the least is drawn, in pixels
 * @param to where the most is drawn
 */
export function scaleOf(
  least: number,
  most: number,
  [from, to]: readonly [number, number],
  isWhole = false,
): Scale {
  const step = stepFor(Math.max(most - least, isWhole ? 1 : 1e-9) / 4, isWhole);
  const low = Math.floor(least / step) * step;
  const high = Math.max(Math.ceil(most / step) * step, low + step);
  const count = Math.round((high - low) / step);
  return {
    ticks: Array.from({ length: count + 1 }, (_, index) => rounded(low + index * step)),
    at: (value) => rounded(from + ((value - low) / (high - low)) * (to - from)),
  };
}

function stepFor(rough: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (steps.find((each) => each * power >= rough) ?? 10) * power;
  return isWhole ? Math.max(1, Math.ceil(step)) : step;
}

/** Without the last digits, which binary fractions leave. */
const rounded = (value: number): number => Number(value.toPrecision(10));

/** A text of no more letters than fit, so that one word cannot push a drawing apart. */
export function clipped(words: string, letters: number): string {
  const all = Array.from(words);
  return all.length <= letters ? words : `${all.slice(0, letters - 1).join('')}…`;
}

/** More timelines than these nobody looks at in one drawing. */
export const mostTimelines = 40;

/** What a drawing of timelines leaves out, in words; undefined where it shows them all. */
export const leftOut = (rows: number): string | undefined =>
  rows <= mostTimelines
    ? undefined
    : `The drawing shows the first ${String(mostTimelines)} of the ${inDigits(rows)} actions in the table.`;

/** The same months in every language of a machine. */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The month and year of a day, in short: `Mar 2018`. */
export const monthInShort = (day: IsoDate): string =>
  `${months[Number(day.slice(-5, -3)) - 1] ?? ''} ${day.slice(0, -6)}`;
