import type { VNode } from 'preact';
import { textOf, type Row, type Series, type Table } from '../../tables/table.ts';
import { Drawing, ValueLines } from './Axes.tsx';
import { clipped, monthInShort, scaleOf } from './scale.ts';
import { valueIn } from './values.ts';

interface ColumnsProps {
  readonly series: readonly Series[];
  readonly columns: Table['columns'];
  readonly rows: readonly Row[];
  readonly label: string;
}

const gap = 14;
const left = 44;
const top = 22;
const bottom = 200;
/** As wide as a sheet of paper; wider drawings have narrower columns. */
const widest = 960;
/** A column at its widest and at its narrowest; on one narrower than the third a number has no room. */
const bars = { most: 15, least: 3, numbered: 11 };
/** So far apart two months below the axis can be read. */
const labelWidth = 30;

/** A group of columns a row, each with its number above it. */
export function Columns({ series, columns, rows, label }: ColumnsProps): VNode {
  const room = (widest - left - gap) / Math.max(rows.length, 1);
  const bar = Math.min(
    bars.most,
    Math.max(bars.least, Math.floor((room - gap / 2) / series.length)),
  );
  const space = bar === bars.most ? gap : gap / 2;
  const group = series.length * bar + space;
  const width = left + rows.length * group + gap;
  const labelled = Math.ceil(labelWidth / group);
  const values = rows.map((row) => series.map((one) => valueIn(row, columns, one.column) ?? 0));
  const scale = scaleOf(0, Math.max(1, ...values.flat()), [bottom, top], true);
  return (
    <Drawing width={width} height={bottom + 46} label={label}>
      <ValueLines scale={scale} left={left} width={width} />
      <>
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
                      stroke-width={bar - bar / 4}
                      x1={middle}
                      x2={middle}
                      y1={bottom}
                      y2={scale.at(value)}
                    />
                    {bar >= bars.numbered && (
                      <text class="value" x={middle} y={scale.at(value) - 5} text-anchor="middle">
                        {value}
                      </text>
                    )}
                  </g>
                );
              })}
              {index % labelled === 0 && (
                <Month row={row} before={rows[index - labelled]} x={start + (group - space) / 2} />
              )}
            </g>
          );
        })}
      </>
      <line class="axis" x1={left} x2={width} y1={bottom} y2={bottom} />
    </Drawing>
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

function inParts({ gap, cells: [cell] }: Row): readonly [string, string] {
  if (gap === true || cell === undefined) return ['…', ''];
  const words = textOf(cell);
  if (cell.type !== 'date' || cell.day === undefined) return [clipped(words, 9), ''];
  const [month = '', year = ''] = monthInShort(cell.day).split(' ');
  return [month, year];
}
