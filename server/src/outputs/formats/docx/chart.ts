import { Paragraph } from 'docx';
import { ChartRun, type ChartRunOptions, type ScatterChartSeries } from 'docx/charts';
import { textOf, type Chart, type Role, type Row, type Table } from '../../tables/table.ts';
import { oneLine } from '../../flags/plain.ts';
import { clipped, leftOut, monthInShort, mostTimelines } from '../../html/charts/scale.ts';
import { valueIn } from '../../html/charts/values.ts';
import { chartInWords } from '../office/chart-words.ts';
import { dayOfSerial, serialOf } from '../office/serial.ts';
import { colours, font, shades } from '../office/tones.ts';
import { controlOf } from './control-chart.ts';
import { styleIds } from './styles.ts';

/** Twentieths of a point in a pixel of 1/96 inch. */
const pixel = 15;

/**
 * A table’s drawing as a chart of Word’s own, which those who have Word can change; nothing where there is nothing to
 * draw.
 * @param width of the page between its margins, in twentieths of a point
 */
export function chartBlock(table: Table, width: number): Paragraph[] {
  const { chart } = table;
  if (chart === undefined) return [];
  const drawing = drawn(chart, table);
  if (drawing === undefined) return [];
  const { height, ...options } = drawing;
  const run = new ChartRun({
    ...options,
    font: { name: font },
    legend: { position: 'top' },
    transformation: { width: Math.floor(width / pixel), height },
    chartArea: { fill: 'none', border: 'none' },
    altText: { name: oneLine(chart.title), description: oneLine(chartInWords(chart, table)) },
  });
  const hidden = chart.type === 'timeline' ? leftOut(table.rows.length) : undefined;
  return [
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- a chart is a run, which the types of docx do not list
    new Paragraph({ children: [run] }),
    ...(hidden === undefined ? [] : [new Paragraph({ style: styleIds.note, text: hidden })]),
  ];
}

type Drawing = ChartRunOptions & { readonly height: number };

function drawn(chart: Chart, table: Table): Drawing | undefined {
  switch (chart.type) {
    case 'columns':
      return columnsOf(chart, table);
    case 'lines':
      return linesOf(chart, table);
    case 'control':
      return controlOf(chart, table);
    case 'timeline':
      return timelineOf(chart, table);
  }
}

/** The colours of the roles that series play, as the preview draws them. */
const roles: Readonly<Record<Role, string>> = {
  planned: 'A5A8AB',
  actual: colours.accent,
  late: shades.bad.ink,
  forecast: shades.info.ink,
};

function columnsOf(
  { series }: Chart & { readonly type: 'columns' },
  { columns, rows }: Table,
): Drawing | undefined {
  if (rows.length === 0) return undefined;
  return {
    type: 'column',
    height: 260,
    gapWidth: 60,
    overlap: 0,
    categories: rows.map(labelBelow),
    series: series.map(({ title, column, role }) => ({
      name: oneLine(title),
      color: roles[role],
      // A label for each nought would hide what there is.
      values: rows.map((row) => {
        const value = valueIn(row, columns, column);
        return value === undefined || value === 0 ? null : value;
      }),
    })),
    dataLabels: { value: true },
    valueAxis: { minimum: 0, numberFormat: '#,##0' },
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function linesOf(
  { series, goals }: Chart & { readonly type: 'lines' },
  { columns, rows }: Table,
): Drawing | undefined {
  const dated = rows.flatMap((row) => {
    const [cell] = row.cells;
    const x = cell?.type === 'date' && cell.day !== undefined ? serialOf(cell.day) : undefined;
    return x === undefined || row.undrawn === true ? [] : [{ row, x }];
  });
  const drawings = series.flatMap(({ title, column, role }): ScatterChartSeries[] => {
    const points = dated.flatMap(({ row, x }): Point[] => {
      const y = valueIn(row, columns, column);
      return y === undefined ? [] : [{ x, y }];
    });
    if (points.length === 0) return [];
    const isPlanned = role === 'planned' || role === 'forecast';
    return [
      {
        name: oneLine(title),
        color: roles[role],
        points,
        line: { width: isPlanned ? 1.5 : 2.25, dash: isPlanned ? 'dash' : 'solid' },
        markers: { shape: isPlanned ? 'square' : 'circle', size: 6 },
      },
    ];
  });
  if (drawings.length === 0) return undefined;
  const days = dated.map(({ x }) => x);
  const [least, most] = [Math.min(...days), Math.max(...days)];
  return {
    type: 'scatter',
    lines: 'straight',
    height: 280,
    series: [
      ...drawings,
      ...goals.map(({ value, words }): ScatterChartSeries => ({
        name: `To be reached: ${clipped(oneLine(words), 80)}`,
        color: shades.caution.ink,
        points: [
          { x: least, y: value },
          { x: most, y: value },
        ],
        markers: false,
        line: { width: 2, dash: 'dot' },
      })),
    ],
    xAxis: { ...overDays(least, most), gridlines: false },
  };
}

/** So many labels stand side by side below a drawing. */
const mostLabels = 9;
const month = 365.25 / 12;

/** An axis over days with a label each month, or each few; it begins in the middle of one, where no label falls out of its month. */
function overDays(
  least: number,
  most: number,
): { minimum: number; maximum: number; interval: number; numberFormat: string } {
  const months = Math.ceil((most - least) / month) + 1;
  const interval = Math.ceil(months / mostLabels) * month;
  const day = Number(dayOfSerial(least).slice(-2));
  const minimum = least - day + (day > 15 ? 15 : 15 - month);
  const steps = Math.ceil((most - minimum) / interval);
  return { minimum, maximum: minimum + steps * interval, interval, numberFormat: 'mmm yyyy' };
}

/** A line a row: the days that no longer hold, and the one in force with the row’s name. */
function timelineOf(
  { asAt }: Chart & { readonly type: 'timeline' },
  { rows }: Table,
): Drawing | undefined {
  const tracks = rows.slice(0, mostTimelines).flatMap((row, index) => {
    const days = (row.timeline?.days ?? []).flatMap((day) => serialOf(day) ?? []);
    const last = days.at(-1);
    return last === undefined ? [] : [{ row, days, last, y: -index }];
  });
  if (tracks.length === 0) return undefined;
  const earlier = tracks.flatMap(({ days, y }) => days.slice(0, -1).map((x) => ({ x, y })));
  const now = serialOf(asAt);
  const all = [...tracks.flatMap(({ days }) => days), ...(now === undefined ? [] : [now])];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const lowest = Math.min(...tracks.map(({ y }) => y)) - 1.5;
  return {
    type: 'scatter',
    height: 110 + tracks.length * 26,
    series: [
      ...(earlier.length === 0
        ? []
        : [
            {
              name: 'A day that no longer holds',
              color: roles.planned,
              points: earlier,
              markers: { shape: 'circle' as const, size: 6 },
            },
          ]),
      {
        name: 'The deadline in force',
        color: colours.ink,
        points: tracks.map(({ last, y }) => ({ x: last, y })),
        markers: { shape: 'diamond', size: 8 },
        pointLabels: tracks.map(({ row }) => ({
          text: `${headOf(row, 15)}: ${clipped(oneLine(row.timeline?.words ?? ''), 26)}`,
          position: 'right' as const,
        })),
        xErrorBars: {
          type: 'custom',
          plus: tracks.map(({ days, last }) => Math.max(...days) - last),
          minus: tracks.map(({ days, last }) => last - Math.min(...days)),
          endCaps: false,
          line: { color: roles.planned, width: 1.5 },
        },
      },
      ...(now === undefined
        ? []
        : [
            {
              name: 'As at',
              color: shades.bad.ink,
              points: [{ x: now, y: lowest + 0.5 }],
              markers: { shape: 'dash' as const, size: 2 },
              yErrorBars: {
                type: 'custom' as const,
                plus: [-lowest],
                endCaps: false,
                line: { color: shades.bad.ink, width: 1.5 },
              },
            },
          ]),
    ],
    xAxis: { ...overDays(least, most + (most - least) * 0.2), gridlines: true },
    yAxis: { visible: false, gridlines: false, minimum: lowest, maximum: 1 },
  };
}

/** The month below its columns, in short. */
function labelBelow(row: Row): string {
  const [cell] = row.cells;
  if (row.gap === true) return '…';
  return cell?.type === 'date' && cell.day !== undefined ? monthInShort(cell.day) : headOf(row, 24);
}

const headOf = ({ cells: [head] }: Row, letters: number): string =>
  clipped(oneLine(head === undefined ? '' : textOf(head)), letters);
