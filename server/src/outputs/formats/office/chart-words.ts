import { count, listed } from '../../../plan/words.ts';
import {
  inDigits,
  textOf,
  type Chart,
  type Row,
  type Series,
  type Table,
} from '../../tables/table.ts';
import { valueIn } from '../../html/charts/values.ts';

/** What a drawing shows, for those who do not see it; every value stands in the table below it. */
export function chartInWords(chart: Chart, { columns, rows }: Table): string {
  const [first] = rows;
  const last = rows.at(-1);
  const span =
    first === undefined || last === undefined ? '' : ` ${nameOf(first)} to ${nameOf(last)}.`;
  return `${chart.title}.${chart.type === 'timeline' ? ` ${count(rows.length, 'deadline')}.` : span} ${[
    ...sentencesOf(chart, columns, rows),
    'The table below has the same in words and figures.',
  ].join(' ')}`;
}

function sentencesOf(chart: Chart, columns: Table['columns'], rows: readonly Row[]): string[] {
  switch (chart.type) {
    case 'columns':
      return chart.series.map((series) => mostOf(series, columns, rows));
    case 'lines':
      return [
        ...chart.series.flatMap((series) => courseOf(series, columns, rows)),
        ...chart.goals.map(({ words }) => `To be reached: ${words}.`),
      ];
    case 'control': {
      const special = rows.filter(({ signal }) => signal !== undefined).length;
      const measured = { column: chart.value, title: 'Measured', role: 'actual' } as const;
      return [
        ...courseOf(measured, columns, rows),
        special === 0
          ? 'No figure is more than chance.'
          : `${count(special, 'figure')} ${special === 1 ? 'is' : 'are'} more than chance.`,
        ...chart.goals.map(({ words }) => `To be reached: ${words}.`),
      ];
    }
    case 'timeline': {
      const moved = rows.filter(({ timeline }) => (timeline?.days.length ?? 0) > 1).length;
      return [
        `${moved === 0 ? 'None was' : `${inDigits(moved)} ${moved === 1 ? 'was' : 'were'}`} moved.`,
      ];
    }
  }
}

/** “Late: most 3, in June 2018.” */
function mostOf(
  { title, column }: Series,
  columns: Table['columns'],
  rows: readonly Row[],
): string {
  const values = rows.map((row) => valueIn(row, columns, column) ?? 0);
  const most = values.reduce((high, value) => Math.max(high, value), 0);
  if (most === 0) return `${title}: none.`;
  const where = rows.filter((_, index) => values[index] === most).map(nameOf);
  const places = where.length > 3 ? `${inDigits(where.length)} of them` : listed(where);
  return `${title}: most ${inDigits(most)}, in ${places}.`;
}

/** “Measured: from 64 % (April 2018) to 87 % (March 2019).” */
function courseOf(
  { title, column }: Series,
  columns: Table['columns'],
  rows: readonly Row[],
): string[] {
  const dated = rows.filter((row) => valueIn(row, columns, column) !== undefined);
  const [first] = dated;
  const last = dated.at(-1);
  if (first === undefined || last === undefined) return [];
  const index = columns.findIndex(({ id }) => id === column);
  const at = (row: Row): string => {
    const cell = row.cells[index];
    return `${cell === undefined ? '' : textOf(cell)} (${nameOf(row)})`;
  };
  if (first === last) return [`${title}: ${at(first)}.`];
  return [`${title}: from ${at(first)} to ${at(last)}.`];
}

const nameOf = ({ cells: [head] }: Row): string => (head === undefined ? '' : textOf(head));
