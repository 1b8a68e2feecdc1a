import type { ChartRunOptions, ChartSeries } from 'docx/charts';
import { oneLine } from '../../flags/plain.ts';
import { signalMarks } from '../../html/charts/Control.tsx';
import { clipped } from '../../html/charts/scale.ts';
import { valueIn } from '../../html/charts/values.ts';
import { textOf, type Chart, type Signal, type Table } from '../../tables/table.ts';
import { colours, shades } from '../office/tones.ts';

/** How Word draws a figure that is more than chance: it has no letters in its marks, so each has a shape of its own. */
const marks = {
  improvement: { shape: 'diamond', colour: shades.info.ink },
  concern: { shape: 'square', colour: shades.caution.ink },
  high: { shape: 'triangle', colour: shades.none.ink },
  low: { shape: 'x', colour: shades.none.ink },
} as const satisfies Record<Signal, { shape: string; colour: string }>;

/** Figures over time between their limits, the line broken where one is missing. */
export function controlOf(
  chart: Chart & { readonly type: 'control' },
  { columns, rows }: Table,
): ChartRunOptions & { readonly height: number } {
  const valuesOf = (column: string): (number | null)[] =>
    rows.map((row) => valueIn(row, columns, column) ?? null);
  const measured = valuesOf(chart.value);
  const across = (name: string, values: (number | null)[], color: string): ChartSeries => ({
    name,
    color,
    values,
    markers: false,
    line: { width: 1.5, dash: 'dash' },
  });
  const signals = (Object.keys(marks) as Signal[]).filter((signal) =>
    rows.some((row) => row.signal === signal),
  );
  return {
    type: 'line',
    height: 280,
    categories: rows.map(({ cells: [head] }) =>
      clipped(oneLine(head === undefined ? '' : textOf(head)), 24),
    ),
    series: [
      {
        name: 'Measured',
        color: colours.accent,
        values: measured,
        markers: { shape: 'circle', size: 6 },
      },
      across('Mean', valuesOf(chart.mean), colours.muted),
      across('Upper limit', valuesOf(chart.upper), shades.none.ink),
      across('Lower limit', valuesOf(chart.lower), shades.none.ink),
      ...chart.goals.map(({ value, words }) =>
        across(
          `To be reached: ${clipped(oneLine(words), 80)}`,
          rows.map(() => value),
          shades.bad.ink,
        ),
      ),
      ...signals.map((signal): ChartSeries => ({
        name: signalMarks[signal].words,
        color: marks[signal].colour,
        values: measured.map((value, index) => (rows[index]?.signal === signal ? value : null)),
        markers: { shape: marks[signal].shape, size: 10 },
        line: { width: 0 },
      })),
    ],
  };
}
