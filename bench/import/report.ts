import { median } from '../lsp/results.ts';
import { machineInWords, type Machine } from '../report/machine.ts';
import { inBytes, inRatio, inTime, tableText, timesIn } from '../report/numbers.ts';
import type { Cell } from './measure.ts';
import type { Options } from './options.ts';
import { tools } from './tools.ts';

/** The table of a run, as Markdown. */
export const markdownOf = (
  machine: Machine,
  { runs }: Options,
  cells: readonly Cell[],
): string => `${machineInWords(machine)}
Each time: the median, the fastest and the slowest of ${runs} runs, in turns. Ours ÷ theirs: how much all of an import takes beside
reading alone.

${tableText([head, ...cells.map((cell) => rowOf(cell, cells))])}`;

const head = [
  ...['Workbook', '', 'Time', 'Processor time', 'Memory at its peak'],
  ...['Ours ÷ theirs, time', 'processor time', 'memory'],
];

function rowOf(cell: Cell, cells: readonly Cell[]): string[] {
  const title = tools.find(({ id }) => id === cell.tool)?.title ?? cell.tool;
  const size = `${cell.rows.toLocaleString('en-GB')} rows, ${(cell.bytes / 1e6).toFixed(2)} MB`;
  if (cell.wrong !== undefined) return [size, title, cell.wrong, '', '', '', '', ''];
  const own = cells.find(({ rows, tool }) => rows === cell.rows && tool === tools[0]?.id);
  const ratio = (of: (one: Cell) => number | undefined): string => {
    const [ours, theirs] = [own && of(own), of(cell)];
    return own === cell || !ours || !theirs ? '' : inRatio(ours / theirs);
  };
  return [
    ...[size, title, timesIn(cell.milliseconds)],
    cell.spent === undefined ? '' : inTime(cell.spent.processor),
    cell.spent === undefined ? '' : inBytes(cell.spent.peak),
    ratio(({ milliseconds }) => (milliseconds.length > 0 ? median(milliseconds) : undefined)),
    ratio(({ spent }) => spent?.processor),
    ratio(({ spent }) => spent?.peak),
  ];
}
