import type { VNode } from 'preact';
import { dayNumber } from '../../../language/days.ts';
import type { Chart, Row, Series, Table } from '../../tables/table.ts';
import { clipped, scaleOf, type Scale } from './scale.ts';
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

const left = 52;
const top = 24;
const bottom = 210;
const right = 24;
/** So far apart two dates below the axis can be read. */
const labelWidth = 62;

/** A line a series over time, and one across for each thing that is to be reached. */
export function Lines({ chart, columns, rows, label }: LinesProps): VNode {
  const dated = rows.flatMap((row) => {
    const [cell] = row.cells;
    return cell?.type === 'date' && cell.day !== undefined ? [{ row, day: cell.day, cell }] : [];
  });
  const days = dated.map(({ day }) => dayNumber(day));
  const first = Math.min(...days);
  const span = Math.max(Math.max(...days) - first, 1);
  const width = Math.min(Math.max(480, dated.length * labelWidth + left), 960);
  const across = (day: number): number =>
    Math.round(left + 12 + ((day - first) / span) * (width - left - right - 24));
  const values = chart.series.map(({ column }) =>
    dated.map(({ row }) => valueIn(row, columns, column)),
  );
  const all = [...values.flat(), ...chart.goals.map(({ value }) => value)].filter(
    (value) => value !== undefined,
  );
  const scale = scaleOf(Math.min(...all), Math.max(...all), [bottom, top]);
  let free = -Infinity;
  return (
    <svg width={width} height={bottom + 34} role="img" aria-label={label}>
      <Axis scale={scale} width={width} />
      {dated.map(({ row, cell }, index) => {
        const x = across(days[index] ?? first);
        if (x < free) return null;
        free = x + labelWidth;
        const [month = '', year = ''] = cell.words.replace(/,.*/, '').split(' ').slice(-2);
        return (
          <text key={row.key} class="tick" x={x} y={bottom + 22} text-anchor="middle">
            {`${month.slice(0, 3)} ${year}`}
          </text>
        );
      })}
      {chart.goals.map(({ value, words }) => (
        <g key={words}>
          <line class="goal" x1={left} x2={width} y1={scale.at(value)} y2={scale.at(value)} />
          <text class="value" x={width - 4} y={scale.at(value) - 6} text-anchor="end">
            {clipped(words, 44)}
          </text>
        </g>
      ))}
      {chart.series.map((series, nth) => (
        <Line
          key={series.column}
          series={series}
          points={(values[nth] ?? []).flatMap((value, index) =>
            value === undefined ? [] : [{ x: across(days[index] ?? first), y: scale.at(value) }],
          )}
        />
      ))}
    </svg>
  );
}

function Axis({ scale, width }: { readonly scale: Scale; readonly width: number }): VNode {
  return (
    <>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line class="grid" x1={left} x2={width} y1={scale.at(tick)} y2={scale.at(tick)} />
          <text class="tick" x={left - 8} y={scale.at(tick) + 4} text-anchor="end">
            {tick}
          </text>
        </g>
      ))}
    </>
  );
}

interface LineProps {
  readonly series: Series;
  readonly points: readonly Point[];
}

/** A line with a mark at each point: a square for what was planned, a disc for what was measured. */
function Line({ series: { role }, points }: LineProps): VNode {
  return (
    <g>
      <polyline class={`line ${role}`} points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ x, y }) =>
        role === 'planned' ? (
          <rect key={x} class={`mark ${role}`} x={x - 4} y={y - 4} width="8" height="8" />
        ) : (
          <circle key={x} class={`mark ${role}`} cx={x} cy={y} r="5" />
        ),
      )}
    </g>
  );
}
