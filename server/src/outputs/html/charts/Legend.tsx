import type { VNode } from 'preact';
import type { Chart, Row, Series, Signal } from '../../tables/table.ts';
import { SignalMark, signalMarks } from './Control.tsx';
import { SeriesMark } from './Lines.tsx';

interface LegendProps {
  readonly chart: Chart;
  readonly rows: readonly Row[];
}

interface Meaning {
  readonly words: string;
  readonly mark: VNode;
}

/** What each mark of a drawing means. */
export function Legend({ chart, rows }: LegendProps): VNode {
  return (
    <ul class="legend">
      {meaningsOf(chart, rows).map(({ words, mark }) => (
        <li key={words}>
          <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
            {mark}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

function meaningsOf(chart: Chart, rows: readonly Row[]): Meaning[] {
  switch (chart.type) {
    case 'timeline':
      return timelineMarks;
    case 'columns':
      return chart.series.map(({ role, title }) => ({
        words: title,
        mark: <line class={`column ${role}`} stroke-width="12" x1="10" x2="10" y1="18" y2="2" />,
      }));
    case 'lines':
      return [...chart.series.map(seriesMark), ...goalMarks(chart.goals)];
    case 'control':
      return [
        { words: 'Measured, common cause', mark: <SignalMark signal={undefined} x={10} y={10} /> },
        ...signalsIn(rows).map((signal) => ({
          words: signalMarks[signal].words,
          mark: <SignalMark signal={signal} x={10} y={10} />,
        })),
        { words: 'Mean', mark: across('mean') },
        { words: 'Limits of chance', mark: across('limit') },
        ...goalMarks(chart.goals),
      ];
  }
}

const timelineMarks: Meaning[] = [
  {
    words: 'A day that no longer holds',
    mark: <circle class="mark planned" cx="10" cy="10" r="4.5" />,
  },
  {
    words: 'The deadline in force',
    mark: <path class="due none-mark" d="M 10 3 l 7 7 l -7 7 l -7 -7 z" />,
  },
];

const across = (name: string): VNode => <line class={name} x1="0" x2="20" y1="10" y2="10" />;

const seriesMark = ({ role, title }: Series): Meaning => ({
  words: title,
  mark: <SeriesMark role={role} x={10} y={10} />,
});

const goalMarks = (goals: readonly unknown[]): Meaning[] =>
  goals.length === 0 ? [] : [{ words: 'To be reached', mark: across('goal') }];

/** The signals that rows have, in the order in which they are listed. */
const signalsIn = (rows: readonly Row[]): Signal[] => {
  const found = new Set(rows.map(({ signal }) => signal));
  return (Object.keys(signalMarks) as Signal[]).filter((signal) => found.has(signal));
};
