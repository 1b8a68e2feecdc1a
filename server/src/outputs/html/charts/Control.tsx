import type { VNode } from 'preact';
import type { Chart, Row, Signal, Table } from '../../tables/table.ts';
import {
  alongTime,
  BrokenLine,
  Dates,
  Drawing,
  GoalLines,
  roomFor,
  ValueLines,
  type DatedRow,
} from './Axes.tsx';
import { scaleOf, type Scale } from './scale.ts';
import { valueIn } from './values.ts';

interface ControlProps {
  readonly chart: Chart & { readonly type: 'control' };
  readonly columns: Table['columns'];
  readonly rows: readonly Row[];
  readonly label: string;
}

const top = 24;
const bottom = 260;

/** Figures over time between their limits, those that are more than chance marked by a letter in a shape. */
export function Control({ chart, columns, rows, label }: ControlProps): VNode {
  const { dated, left, width } = alongTime(rows);
  const valueOf = ({ row }: DatedRow, column: string): number | undefined =>
    valueIn(row, columns, column);
  const [row] = dated;
  const line = (column: string): number | undefined => row && valueOf(row, column);
  const across = [
    { column: chart.mean, name: 'mean' },
    { column: chart.lower, name: 'limit' },
    { column: chart.upper, name: 'limit' },
  ].flatMap(({ column, name }) => {
    const value = line(column);
    return value === undefined ? [] : [{ column, name, value }];
  });
  const values = dated.flatMap((each) => valueOf(each, chart.value) ?? []);
  const all = [...values, ...across, ...chart.goals].map((each) =>
    typeof each === 'number' ? each : each.value,
  );
  const scale = scaleOf(Math.min(...all), Math.max(...all), [bottom, top]);
  return (
    <Drawing width={width + roomFor(chart.goals)} height={bottom + 34} label={label}>
      <ValueLines scale={scale} left={left} width={width} />
      <Dates dated={dated} y={bottom + 22} />
      <>
        {across.map(({ column, name, value }) => (
          <line
            key={column}
            class={name}
            x1={left}
            x2={width}
            y1={scale.at(value)}
            y2={scale.at(value)}
          />
        ))}
      </>
      <GoalLines goals={chart.goals} scale={scale} left={left} width={width} />
      <Figures dated={dated} valueOf={(each) => valueOf(each, chart.value)} scale={scale} />
    </Drawing>
  );
}

interface FiguresProps {
  readonly dated: readonly DatedRow[];
  readonly valueOf: (row: DatedRow) => number | undefined;
  readonly scale: Scale;
}

/** The figures with a line through them that breaks where one is missing. */
function Figures({ dated, valueOf, scale }: FiguresProps): VNode {
  const points = dated.map((each) => {
    const value = valueOf(each);
    return value === undefined ? undefined : { x: each.x, y: scale.at(value), row: each.row };
  });
  return (
    <>
      <BrokenLine name="line figures" points={points} />
      {points.map(
        (point) =>
          point && (
            <SignalMark key={point.row.key} signal={point.row.signal} x={point.x} y={point.y} />
          ),
      )}
    </>
  );
}

/** What each signal is called beside a drawing, and the letter and the shape that it has in it. */
export const signalMarks: Readonly<
  Record<Signal, { readonly words: string; readonly letter: string; readonly shape: string }>
> = {
  improvement: {
    words: 'Improvement: better than chance alone',
    letter: 'I',
    // A square on its point.
    shape: 'M 0 -9.5 l 9.5 9.5 l -9.5 9.5 l -9.5 -9.5 z',
  },
  concern: {
    words: 'Concern: worse than chance alone',
    letter: 'C',
    shape: 'M -7.5 -7.5 h 15 v 15 h -15 z',
  },
  high: {
    words: 'Higher than chance alone',
    letter: 'H',
    // A hexagon that stands on a side, and one on a point.
    shape: 'M -4.5 -8 h 9 l 4.5 8 l -4.5 8 h -9 l -4.5 -8 z',
  },
  low: {
    words: 'Lower than chance alone',
    letter: 'L',
    shape: 'M 0 -9 l 8 4.5 v 9 l -8 4.5 l -8 -4.5 v -9 z',
  },
};

interface SignalMarkProps {
  readonly signal: Signal | undefined;
  readonly x: number;
  readonly y: number;
}

/** A disc for what is chance; a letter in a shape for what is more. */
export function SignalMark({ signal, x, y }: SignalMarkProps): VNode {
  if (signal === undefined) return <circle class="mark common" cx={x} cy={y} r="4.5" />;
  const { letter, shape } = signalMarks[signal];
  return (
    <g class={`signal ${signal}`} transform={`translate(${x} ${y})`}>
      <path d={shape} />
      <text y="4" text-anchor="middle">
        {letter}
      </text>
    </g>
  );
}
