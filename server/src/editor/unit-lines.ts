import type { Position, Range } from 'vscode-languageserver-types';
import type { Span } from '../language/tree.ts';
import type { PlanFile, Unit } from '../plan/file.ts';
import { keptByUnit } from './per-unit.ts';

/**
 * Lines within a unit. A unit begins at the margin, so a place in it is the same wherever the unit
 * stands, but for the lines before it: what is worked out of a unit can be kept as long as its text.
 */

const lineEnd = /\r\n|\n|\r/g;

/** The offsets at which a unit's lines begin; what follows its last line end counts as a line too. */
export const lineStartsOf = keptByUnit(({ text }): readonly number[] => {
  const starts = [0];
  for (const match of text.matchAll(lineEnd)) starts.push(match.index + match[0].length);
  return starts;
});

/** The place of an offset in a unit, its lines counted from the unit's first. */
export function placeIn(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return { line: low - 1, character: offset - (starts[low - 1] ?? 0) };
}

/** The range of a span of a unit whose first line is the file's line of that number, from 0. */
export function rangeFrom(unit: Unit, firstLine: number, { start, end }: Span): Range {
  const starts = lineStartsOf(unit);
  const below = ({ line, character }: Position): Position => ({
    line: line + firstLine,
    character,
  });
  return { start: below(placeIn(starts, start)), end: below(placeIn(starts, end)) };
}

/** How many line ends a unit has. */
export const lineEndsIn = (unit: Unit): number => lineStartsOf(unit).length - 1;

/** The units of a file, each with its first line, from 0. */
export function* unitsByLine({ units }: PlanFile): Generator<{ unit: Unit; line: number }> {
  let line = 0;
  for (const unit of units) {
    yield { unit, line };
    line += lineEndsIn(unit);
  }
}
