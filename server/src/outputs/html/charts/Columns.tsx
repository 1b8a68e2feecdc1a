import type { VNode } from 'preact';
import { textOf, type Row, type Series, type Table } from '../../tables/table.ts';
import { clipped, scaleOf } from './scale.ts';
import { valueIn } from './values.ts';

interface ColumnsProps {
  readonly series: readonly Series[];
  readonly columns: Table['columns'];
  readonly rows: readonly Row[];
  readonly label: string;
}

const bar = 15;
const gap = 14;
const left = 44;
const top = 22;
const bottom = 200;

/** A group of columns a row, each with its number above it. */
export function Columns({ series, columns, rows, label }: ColumnsProps): VNode {
  const group = series.length * bar + gap;
  const width = left + rows.length * group + gap;
  const values = rows.map((row) => series.map((one) => valueIn(row, columns, one.column) ?? 0));
  const scale = scaleOf(0, Math.max(1, ...values.flat()), [bottom, top], true);
  return (
    <svg width={width} height={bottom + 46} role="img" aria-label={label}>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line class="grid" x1={left} x2={width} y1={scale.at(tick)} y2={scale.at(tick)} />
          <text class="tick" x={left - 8} y={scale.at(tick) + 4} text-anchor="end">
            {tick}
          </text>
        </g>
      ))}
      {rows.map((row, index) => {
        const start = left + gap + index * group;
        return (
          <g key={row.key}>
            {series.map(({ role }, nth) => {
              const value = values[index]?.[nth] ?? 0;
              const middle = start + nth * bar + bar / 2;
              if (value === 0) return null;
              return (
                <g key={role}>
                  <line
                    class={`column ${role}`}
                    x1={middle}
                    x2={middle}
                    y1={bottom}
                    y2={scale.at(value)}
                  />
                  <text class="value" x={middle} y={scale.at(value) - 5} text-anchor="middle">
                    {value}
                  </text>
                </g>
              );
            })}
            <Month row={row} before={rows[index - 1]} x={start + (group - gap) / 2} />
          </g>
        );
      })}
      <line class="axis" x1={left} x2={width} y1={bottom} y2={bottom} />
    </svg>
  );
}

interface MonthProps {
  readonly row: Row;
  readonly before: Row | undefined;
  readonly x: number;
}

/** The month below its columns, and the year where it begins. */
function Month({ row, before, x }: MonthProps): VNode {
  const [month, year] = inParts(row);
  return (
    <>
      <text class="tick" x={x} y={bottom + 18} text-anchor="middle">
        {month}
      </text>
      {year !== (before && inParts(before)[1]) && (
        <text class="tick" x={x} y={bottom + 36} text-anchor="middle">
          {year}
        </text>
      )}
    </>
  );
}

function inParts({ cells: [cell] }: Row): readonly [string, string] {
  if (cell === undefined) return ['', ''];
  const words = textOf(cell);
  if (cell.type !== 'date') return [clipped(words, 9), ''];
  const [month = '', year = ''] = words.split(' ');
  return [month.slice(0, 3), year];
}
