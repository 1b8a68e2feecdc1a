import type { VNode } from 'preact';
import type { Chart, Row, Table } from '../../tables/table.ts';
import { Columns } from './Columns.tsx';
import { Control } from './Control.tsx';
import { Legend } from './Legend.tsx';
import { Lines } from './Lines.tsx';
import { leftOut } from './scale.ts';
import { Timelines } from './Timelines.tsx';
import { valueIn } from './values.ts';

interface ChartProps {
  readonly chart: Chart;
  readonly columns: Table['columns'];
  readonly rows: readonly Row[];
}

/** A drawing of some rows of a table, with a word for each thing in it. The table below says the same. */
export function ChartView({ chart: whole, columns, rows }: ChartProps): VNode | null {
  const chart = withoutEmpty(whole, columns, rows);
  const drawing = drawn(chart, columns, rows);
  if (drawing === null) return null;
  const hidden = chart.type === 'timeline' ? leftOut(rows.length) : undefined;
  return (
    <figure class={`chart ${chart.type}`}>
      <figcaption>
        <Legend chart={chart} rows={rows} />
      </figcaption>
      <div class="region" role="region" aria-label={chart.title} tabIndex={0}>
        {drawing}
      </div>
      {hidden !== undefined && <p class="note">{hidden}</p>}
    </figure>
  );
}

const valuesIn = (rows: readonly Row[], columns: Table['columns'], names: readonly string[]) =>
  rows.filter((row) => names.some((name) => valueIn(row, columns, name) !== undefined)).length;

/** Lines without a single figure need no word beside the drawing. */
const withoutEmpty = (chart: Chart, columns: Table['columns'], rows: readonly Row[]): Chart =>
  chart.type === 'lines'
    ? {
        ...chart,
        series: chart.series.filter(({ column }) => valuesIn(rows, columns, [column]) > 0),
      }
    : chart;

function drawn(chart: Chart, columns: Table['columns'], rows: readonly Row[]): VNode | null {
  const label = `${chart.title}. The table below has the same in words and figures.`;
  switch (chart.type) {
    case 'columns':
      if (rows.length === 0) return null;
      return <Columns series={chart.series} columns={columns} rows={rows} label={label} />;
    case 'lines': {
      // One point is no line.
      const names = chart.series.map(({ column }) => column);
      if (valuesIn(rows, columns, names) < 2) return null;
      return <Lines chart={chart} columns={columns} rows={rows} label={label} />;
    }
    case 'control':
      if (valuesIn(rows, columns, [chart.value]) < 2) return null;
      return <Control chart={chart} columns={columns} rows={rows} label={label} />;
    case 'timeline':
      if (rows.length === 0) return null;
      return <Timelines rows={rows} asAt={chart.asAt} label={label} />;
  }
}
