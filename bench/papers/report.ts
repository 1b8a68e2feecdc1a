import { median } from '../lsp/results.ts';
import { machineInWords, type Machine } from '../report/machine.ts';
import { inBytes, inTime, tableText } from '../report/numbers.ts';
import type { Cell } from './measure.ts';
import type { Options } from './options.ts';

/** All that a run found. */
export interface Report {
  readonly machine: Machine;
  readonly options: Options;
  readonly cells: readonly Cell[];
}

/** The tables of a run, as Markdown. */
export function markdownOf({ machine, options, cells }: Report): string {
  const { runs, budget, sizes, packs } = options;
  const introduction = `${machineInWords(machine)}
Each time: the median, the fastest and the slowest of at most ${runs} runs of a whole process; fewer once ${budget / 1000} s are spent on
one of them. Processor time and memory are those of one run more, with all its threads.
`;
  const tables = sizes.map((actions) => {
    const rows = packs.map(({ id, title }) => {
      const cell = cells.find((each) => each.pack === id && each.actions === actions);
      return [title, ...(cell === undefined ? [] : figuresOf(cell))];
    });
    const head = ['', 'Files', 'Bytes', 'Time', 'Processor time', 'Memory at its peak'];
    return `### Papers of ${actions.toLocaleString('en-GB')} actions\n\n${tableText([head, ...rows])}`;
  });
  return [introduction, ...tables].join('\n');
}

function figuresOf({ milliseconds, spent, files, bytes, wrong }: Cell): string[] {
  if (wrong !== undefined) return ['', '', wrong, '', ''];
  const times = `${inTime(Math.min(...milliseconds))} to ${inTime(Math.max(...milliseconds))}, ${milliseconds.length}`;
  return [
    String(files),
    `${(bytes / 1e6).toFixed(1)} MB`,
    `**${inTime(median(milliseconds))}** (${times})`,
    spent === undefined ? '' : inTime(spent.processor),
    spent === undefined ? '' : inBytes(spent.peak),
  ];
}
