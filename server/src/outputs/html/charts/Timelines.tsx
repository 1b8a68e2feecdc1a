import type { VNode } from 'preact';
import { dayNumber, type IsoDate } from '../../../language/days.ts';
import { textOf, type Row, type Timeline } from '../../tables/table.ts';
import { Drawing } from './Axes.tsx';
import { clipped, mostTimelines } from './scale.ts';

interface TimelinesProps {
  readonly rows: readonly Row[];
  readonly asAt: IsoDate;
  readonly label: string;
}

const left = 124;
const middle = 560;
const right = 190;
const line = 26;
const top = 40;
const width = left + middle + right;

/** So many lines fit on a sheet of paper: more go into a drawing of their own below the first. */
const linesOnASheet = 20;

/** A line a row, from the day first planned over those it was moved to, to the one in force. */
export function Timelines({ rows, asAt, label }: TimelinesProps): VNode {
  const tracks = rows.slice(0, mostTimelines).flatMap(({ key, cells, timeline }): Named[] => {
    const [head] = cells;
    if (timeline === undefined || head === undefined) return [];
    return [{ key, name: clipped(textOf(head), 15), timeline }];
  });
  const days = [...tracks.flatMap(({ timeline }) => timeline.days), asAt].map(dayNumber);
  const span = { first: Math.min(...days), last: Math.max(...days) };
  const sheets = Array.from({ length: Math.ceil(tracks.length / linesOnASheet) }, (_, index) =>
    tracks.slice(index * linesOnASheet, (index + 1) * linesOnASheet),
  );
  return (
    <>
      {sheets.map((sheet, index) => (
        <Sheet
          key={index}
          tracks={sheet}
          span={span}
          now={dayNumber(asAt)}
          label={
            sheets.length === 1
              ? label
              : `Part ${String(index + 1)} of ${String(sheets.length)}. ${label}`
          }
        />
      ))}
    </>
  );
}

interface Named {
  readonly key: string;
  readonly name: string;
  readonly timeline: Timeline;
}

interface SheetProps {
  readonly tracks: readonly Named[];
  readonly span: { readonly first: number; readonly last: number };
  readonly now: number;
  readonly label: string;
}

function Sheet({ tracks, span: { first, last }, now, label }: SheetProps): VNode {
  const at = (day: number): number =>
    Math.round(left + 10 + ((day - first) / Math.max(last - first, 1)) * (middle - 20));
  const height = top + tracks.length * line + 8;
  return (
    <Drawing width={width} height={height} label={label}>
      <>
        {yearsBetween(first, last).map(({ year, day }) => (
          <g key={year}>
            <line class="grid" x1={at(day)} x2={at(day)} y1={top - 14} y2={height} />
            <text class="tick" x={at(day) + 4} y={top - 6}>
              {year}
            </text>
          </g>
        ))}
      </>
      <line class="today" x1={at(now)} x2={at(now)} y1={18} y2={height} />
      <text
        class="value"
        x={Math.min(Math.max(at(now), left + 30), left + middle)}
        y={13}
        text-anchor="middle"
      >
        As at
      </text>
      <>
        {tracks.map(({ key, name, timeline }, index) => (
          <Track
            key={key}
            name={name}
            timeline={timeline}
            y={top + index * line + line / 2}
            at={at}
          />
        ))}
      </>
    </Drawing>
  );
}

interface TrackProps {
  readonly name: string;
  readonly timeline: Timeline;
  readonly y: number;
  readonly at: (day: number) => number;
}

/** A hollow disc for each day that no longer holds, a diamond for the one in force. */
function Track({ name, timeline: { days, words, tone }, y, at }: TrackProps): VNode {
  const places = days.map((day) => at(dayNumber(day)));
  const last = places.at(-1) ?? left;
  return (
    <g>
      <text class="name" x={left - 10} y={y + 4} text-anchor="end">
        {name}
      </text>
      <line class="track" x1={Math.min(...places)} x2={Math.max(...places)} y1={y} y2={y} />
      {places.slice(0, -1).map((x) => (
        <circle key={x} class="mark planned" cx={x} cy={y} r="4.5" />
      ))}
      <path class={`due ${tone}-mark`} d={`M ${last} ${y - 7} l 7 7 l -7 7 l -7 -7 z`} />
      <text class="name" x={left + middle + 10} y={y + 4}>
        {clipped(words, 26)}
      </text>
    </g>
  );
}

/** The first day of each year in a stretch of days; of few years, of each quarter too. */
function yearsBetween(first: number, last: number): { year: string; day: number }[] {
  const found: { year: string; day: number }[] = [];
  const from = 1970 + Math.floor(first / 365.2425) - 1;
  const to = 1970 + Math.ceil(last / 365.2425) + 1;
  const quarters = last - first < 1100 ? [1, 4, 7, 10] : [1];
  const names = ['Jan', 'Apr', 'Jul', 'Oct'];
  for (let year = from; year <= to; year++) {
    for (const [index, month] of quarters.entries()) {
      const day = dayNumber(`${String(year)}-${String(month).padStart(2, '0')}-01`);
      if (day < first || day > last) continue;
      const name = quarters.length > 1 ? `${names[index] ?? ''} ` : '';
      found.push({ year: `${name}${String(year)}`, day });
    }
  }
  // Over many years, as many as can be read.
  const step = Math.ceil(found.length / 9);
  return found.filter((_, index) => index % step === 0);
}
