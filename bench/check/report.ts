import { median } from '../lsp/results.ts';
import type { Scene } from '../lsp/scenes.ts';
import { titleOf } from '../lsp/servers.ts';
import { machineInWords, type Machine } from '../report/machine.ts';
import { inBytes, inRatio, inTime, tableText, timesIn } from '../report/numbers.ts';
import type { Cell } from './measure.ts';
import type { Options } from './options.ts';
import type { Tool } from './tools.ts';

/** All that a run found. */
export interface Report {
  readonly machine: Machine;
  readonly options: Options;
  readonly scenes: readonly Scene[];
  readonly cells: readonly Cell[];
  /** Tools that are not there or do not find a mistake, by id, and why. */
  readonly absent: ReadonlyMap<string, string>;
  /** How long Node takes to start and end with nothing to do. */
  readonly bare: number;
}

/** The tables of a run, as Markdown. */
export const markdownOf = (report: Report): string =>
  [introduction(report), ...report.scenes.map((scene) => sceneText(report, scene))].join('\n');

const introduction = ({ machine, options, bare }: Report): string =>
  `${machineInWords(machine)}
Each time: the median, the fastest and the slowest of at most ${options.runs} runs, in turns with the others; fewer once ${options.budget / 1000} s
are spent on one of them. Node alone takes ${inTime(bare)} to start and end. Ours ÷ theirs: below 1, ours is faster or smaller.
`;

function sceneText({ options, cells, absent }: Report, scene: Scene): string {
  const cellOf = ({ id }: Tool): Cell | undefined =>
    cells.find((cell) => cell.tool === id && cell.scene === scene.id);
  const ours = options.tools.find(({ packageName }) => packageName === undefined);
  const own = ours && cellOf(ours);
  const rows = options.tools.map((tool) => {
    const cell = cellOf(tool);
    const why = absent.get(tool.id) ?? cell?.wrong;
    const name = [titleOf(tool), cell === undefined ? '' : inSize(cell.bytes)];
    if (cell === undefined || why !== undefined) return [...name, why ?? '', '', '', '', '', ''];
    const ratio = (one: number | undefined, other: number | undefined): string =>
      tool === ours || !one || !other ? '' : inRatio(one / other);
    return [
      ...name,
      timesIn(cell.milliseconds),
      cell.spent === undefined ? '' : inTime(cell.spent.processor),
      cell.spent === undefined ? '' : inBytes(cell.spent.peak),
      ratio(timeOf(own), timeOf(cell)),
      ratio(own?.spent?.processor, cell.spent?.processor),
      ratio(own?.spent?.peak, cell.spent?.peak),
    ];
  });
  const figures = ['Time', 'Processor time', 'Memory at its peak'];
  const ratios = ['Ours ÷ theirs, time', 'processor time', 'memory'];
  const head = ['', 'Content', ...figures, ...ratios];
  return `### ${scene.title}\n\n${tableText([head, ...rows])}`;
}

const inSize = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

const timeOf = (cell: Cell | undefined): number | undefined =>
  cell && cell.milliseconds.length > 0 ? median(cell.milliseconds) : undefined;
