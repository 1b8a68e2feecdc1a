import type { VNode } from 'preact';
import type { Chart, Row, Series, Table } from '../../tables/table.ts';
import { alongTime, BrokenLine, Dates, Drawing, GoalLines, roomFor, ValueLines } from './Axes.tsx';
import { scaleOf } from './scale.ts';
import { valueIn } from './values.ts';

interface LinesProps {
  readonly chart: Chart & { readonly type: 'lines' };
  readonly columns: Table['columns'];
  readonly rows: readonly Row[];
  readonly label: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const top = 24;
const bottom = 210;

/** A line a series over time, and one across for each thing that is to be reached. */
export function Lines({ chart, columns, rows, label }: LinesProps): VNode {
  const { dated, left, width } = alongTime(rows.filter(({ undrawn }) => undrawn !== true));
  const values = chart.series.map(({ column }) =>
    dated.map(({ row }) => valueIn(row, columns, column)),
  );
  const all = [...values.flat(), ...chart.goals.map(({ value }) => value)].filter(
    (value) => value !== undefined,
  );
  const scale = scaleOf(Math.min(...all), Math.max(...all), [bottom, top]);
  return (
    <Drawing width={width + roomFor(chart.goals)} height={bottom + 34} label={label}>
      <ValueLines scale={scale} left={left} width={width} />
      <Dates dated={dated} y={bottom + 22} />
      <GoalLines goals={chart.goals} scale={scale} left={left} width={width} />
      <>
        {chart.series.map(({ column, role }, nth) => (
          <Line
            key={column}
            role={role}
            points={dated.flatMap(({ x }, index) => {
              const value = values[nth]?.[index];
              if (value !== undefined) return [{ x, y: scale.at(value) }];
              // A period without any figure is a gap; one without this figure is only for another line.
              return values.every((one) => one[index] === undefined) ? [undefined] : [];
            })}
          />
        ))}
      </>
    </Drawing>
  );
}

interface LineProps {
  readonly role: Series['role'];
  readonly points: readonly (Point | undefined)[];
}

/** A line with a mark at each point. */
const Line = ({ role, points }: LineProps): VNode => (
  <g>
    <BrokenLine name={`line ${role}`} points={points} />
    {points.map((point) => point && <SeriesMark key={point.x} role={role} {...point} />)}
  </g>
);

interface SeriesMarkProps extends Point {
  readonly role: Series['role'];
}

/** A square for what was planned, a ring for what may come, a disc for what was measured. */
export function SeriesMark({ role, x, y }: SeriesMarkProps): VNode {
  if (role === 'planned')
    return <rect class={`mark ${role}`} x={x - 4} y={y - 4} width="8" height="8" />;
  return <circle class={`mark ${role}`} cx={x} cy={y} r={role === 'forecast' ? 4 : 5} />;
}
