import type { VNode } from 'preact';
import { dayNumber } from '../../../language/days.ts';
import { inDigits, type Goal, type Row } from '../../tables/table.ts';
import { clipped, monthInShort, type Scale } from './scale.ts';

/** What drawings have in common: their frame, the lines that figures are read by, and the days below. */

interface DrawingProps {
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who cannot see it. */
  readonly label: string;
  readonly children: VNode | readonly (VNode | null)[];
}

/** A drawing in pixels of its own, so that paper can make it smaller. */
export const Drawing = ({ width, height, label, children }: DrawingProps): VNode => (
  <svg
    width={width}
    height={height}
    viewBox={`0 0 ${String(width)} ${String(height)}`}
    role="img"
    aria-label={label}
  >
    {children}
  </svg>
);

/** The room of a drawing in which its figures stand, in pixels. */
export interface Room {
  readonly left: number;
  readonly width: number;
}

interface ScaleProps extends Room {
  readonly scale: Scale;
}

/** A line across for each figure of the scale, with the figure before it. */
export const ValueLines = ({ scale, left, width }: ScaleProps): VNode => (
  <>
    {scale.ticks.map((tick) => (
      <g key={tick}>
        <line class="grid" x1={left} x2={width} y1={scale.at(tick)} y2={scale.at(tick)} />
        <text class="tick" x={left - 8} y={scale.at(tick) + 4} text-anchor="end">
          {inDigits(tick)}
        </text>
      </g>
    ))}
  </>
);

interface GoalsProps extends ScaleProps {
  readonly goals: readonly Goal[];
}

/** More letters than these have no room beside a drawing. */
const goalLetters = 30;
const letterWidth = 6.5;

/** The room that the words of goals take behind a drawing, in pixels. */
export const roomFor = (goals: readonly Goal[]): number =>
  Math.max(
    0,
    ...goals.map(({ words }) => Math.ceil(clipped(words, goalLetters).length * letterWidth) + 8),
  );

/** A line across for each thing that is to be reached, with its words behind it. */
export const GoalLines = ({ goals, scale, left, width }: GoalsProps): VNode => (
  <>
    {goals.map(({ value, words }) => (
      <g key={words}>
        <line class="goal" x1={left} x2={width} y1={scale.at(value)} y2={scale.at(value)} />
        <text class="value" x={width + 6} y={scale.at(value) + 4}>
          {clipped(words, goalLetters)}
        </text>
      </g>
    ))}
  </>
);

/** A row with the day it is for, and how far along the drawing that is. */
export interface DatedRow {
  readonly row: Row;
  readonly x: number;
  /** The month and year of its day, in short: `Mar 2018`. */
  readonly words: string;
}

/** So far apart two dates below the axis can be read. */
const labelWidth = 62;
const left = 52;
const right = 24;

/** Rows whose first cell is a date, along a drawing that is as wide as they need. */
export function alongTime(rows: readonly Row[]): Room & { readonly dated: readonly DatedRow[] } {
  const dated = rows.flatMap((row) => {
    const [cell] = row.cells;
    return cell?.type === 'date' && cell.day !== undefined ? [{ row, day: cell.day }] : [];
  });
  const days = dated.map(({ day }) => dayNumber(day));
  const first = Math.min(...days);
  const span = Math.max(Math.max(...days) - first, 1);
  const width = Math.min(Math.max(480, dated.length * labelWidth + left), 960);
  return {
    left,
    width,
    dated: dated.map(({ row, day }) => ({
      row,
      x: Math.round(left + 12 + ((dayNumber(day) - first) / span) * (width - left - right - 24)),
      words: monthInShort(day),
    })),
  };
}

/** The dates of rows below a drawing, as many as can be read. */
export function Dates({
  dated,
  y,
}: {
  readonly dated: readonly DatedRow[];
  readonly y: number;
}): VNode {
  let free = -Infinity;
  return (
    <>
      {dated.map(({ row, x, words }) => {
        if (x < free) return null;
        free = x + labelWidth;
        return (
          <text key={row.key} class="tick" x={x} y={y} text-anchor="middle">
            {words}
          </text>
        );
      })}
    </>
  );
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A line through points that breaks wherever there is none. */
export function BrokenLine({
  name,
  points,
}: {
  readonly name: string;
  readonly points: readonly (Place | undefined)[];
}): VNode {
  const stretches: Place[][] = [[]];
  for (const point of points) {
    if (point === undefined) stretches.push([]);
    else stretches.at(-1)?.push(point);
  }
  return (
    <>
      {stretches
        .filter(({ length }) => length > 1)
        .map((stretch) => (
          <polyline class={name} points={stretch.map(({ x, y }) => `${x},${y}`).join(' ')} />
        ))}
    </>
  );
}
