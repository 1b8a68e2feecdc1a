import type { VNode } from 'preact';
import type { Chart, Row, Series, Table } from '../../tables/table.ts';
import { Columns } from './Columns.tsx';
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
export function ChartView({ chart, columns, rows }: ChartProps): VNode | null {
  const drawing = drawn(chart, columns, rows);
  if (drawing === null) return null;
  const hidden = chart.type === 'timeline' ? leftOut(rows.length) : undefined;
  return (
    <figure class="chart">
      <figcaption>
        <Legend chart={chart} />
      </figcaption>
      <div class="region" role="region" aria-label={chart.title} tabIndex={0}>
        {drawing}
      </div>
      {hidden !== undefined && <p class="note">{hidden}</p>}
    </figure>
  );
}

function drawn(chart: Chart, columns: Table['columns'], rows: readonly Row[]): VNode | null {
  const label = `${chart.title}. The table below has the same in words and figures.`;
  switch (chart.type) {
    case 'columns':
      if (rows.length === 0) return null;
      return <Columns series={chart.series} columns={columns} rows={rows} label={label} />;
    case 'lines': {
      const points = rows.filter((row) =>
        chart.series.some(({ column }) => valueIn(row, columns, column) !== undefined),
      );
      if (points.length === 0) return null;
      return <Lines chart={chart} columns={columns} rows={points} label={label} />;
    }
    case 'timeline':
      if (rows.length === 0) return null;
      return <Timelines rows={rows} asAt={chart.asAt} label={label} />;
  }
}

/** What each mark means. */
function Legend({ chart }: { readonly chart: Chart }): VNode {
  return (
    <ul class="legend">
      {chart.type === 'timeline' ? (
        <>
          <Entry words="A day that no longer holds">
            <circle class="mark planned" cx="8" cy="8" r="4.5" />
          </Entry>
          <Entry words="The deadline in force">
            <path class="due none-mark" d="M 8 1 l 7 7 l -7 7 l -7 -7 z" />
          </Entry>
        </>
      ) : (
        chart.series.map((series) => (
          <Entry key={series.column} words={series.title}>
            <Swatch type={chart.type} series={series} />
          </Entry>
        ))
      )}
      {chart.type === 'lines' && chart.goals.length > 0 && (
        <Entry words="To be reached">
          <line class="goal" x1="0" x2="16" y1="8" y2="8" />
        </Entry>
      )}
    </ul>
  );
}

interface SwatchProps {
  readonly type: 'columns' | 'lines';
  readonly series: Series;
}

function Swatch({ type, series: { role } }: SwatchProps): VNode {
  if (type === 'columns') return <line class={`column ${role}`} x1="8" x2="8" y1="16" y2="0" />;
  if (role === 'planned') return <rect class={`mark ${role}`} x="4" y="4" width="8" height="8" />;
  return <circle class={`mark ${role}`} cx="8" cy="8" r="5" />;
}

interface EntryProps {
  readonly words: string;
  readonly children: VNode;
}

function Entry({ words, children }: EntryProps): VNode {
  return (
    <li>
      <svg width="16" height="16" aria-hidden="true">
        {children}
      </svg>
      {words}
    </li>
  );
}
