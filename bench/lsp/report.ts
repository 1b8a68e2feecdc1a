import { machineInWords, type Machine } from '../report/machine.ts';
import { inBytes, inRatio, inTime, tableText } from '../report/numbers.ts';
import type { Options } from './options.ts';
import { median, percentile, rows, type Cell, type Outcome, type Row } from './results.ts';
import type { Scene } from './scenes.ts';
import { titleOf, type Server } from './servers.ts';

/** All that a run found. */
export interface Report {
  readonly machine: Machine;
  readonly options: Options;
  readonly scenes: readonly Scene[];
  readonly cells: readonly Cell[];
  /** Servers that are not there, by id, and why. */
  readonly absent: ReadonlyMap<string, string>;
}

/** The tables of a run, as Markdown. */
export const markdownOf = (report: Report): string =>
  [introduction(report), ...report.scenes.map((scene) => sceneText(report, scene))].join('\n');

const introduction = ({ machine, options }: Report): string =>
  `${machineInWords(machine)}
Each cell: the median, the 95th percentile where there are several values, and how many there are. At most ${options.starts} starts,
${options.edits} keys, ${options.bursts} bursts and ${options.asks} of each question; fewer once ${options.budget / 1000} s are spent on one of them.
`;

function sceneText({ cells, options, absent }: Report, scene: Scene): string {
  const cellOf = (server: Server): Cell | undefined =>
    cells.find((cell) => cell.server === server.id && cell.scene === scene.id);
  const { servers } = options;
  const used = (Object.keys(rows) as Row[]).filter((row) =>
    cells.some((cell) => cell.scene === scene.id && cell.outcomes[row] !== undefined),
  );
  const table = [
    [
      '',
      ...servers.map((server) =>
        scene.many && server.others === 'unknown'
          ? `${titleOf(server)}, of the opened file alone`
          : titleOf(server),
      ),
    ],
    [
      'Size of the opened file',
      ...servers.map((server) => absent.get(server.id) ?? charactersIn(cellOf(server))),
    ],
    ...used.map((row) => [
      rows[row],
      ...servers.map((server) => {
        const missing = absent.get(server.id);
        return missing ?? outcomeInWords(cellOf(server)?.outcomes[row]);
      }),
    ]),
  ];
  const [ours, ...others] = servers;
  // What reads one file of many does another thing.
  const peers = others.filter((peer) => !scene.many || peer.others !== 'unknown');
  const parts = [`### ${scene.title}\n`, tableText(table)];
  if (ours?.packageName === undefined && ours !== undefined && peers.length > 0) {
    const ratios = used
      .map((row) => [
        rows[row],
        ...peers.map((peer) =>
          ratioInWords(cellOf(ours)?.outcomes[row], cellOf(peer)?.outcomes[row]),
        ),
      ])
      .filter(([, ...words]) => words.some((word) => word !== ''));
    if (ratios.length > 0)
      parts.push(
        'Ours ÷ theirs, of the medians (below 1: ours is faster or smaller):\n',
        tableText([['', ...peers.map(titleOf)], ...ratios]),
      );
  }
  return parts.join('\n');
}

const charactersIn = (cell: Cell | undefined): string =>
  cell?.characters === undefined
    ? ''
    : `${(cell.characters.opened / 1e6).toFixed(2)} million characters`;

function outcomeInWords(outcome: Outcome | undefined): string {
  switch (outcome?.kind) {
    case undefined:
      return '–';
    case 'words':
      return outcome.words.replaceAll('|', '/');
    case 'bytes':
      return inBytes(outcome.bytes);
    case 'times': {
      const { milliseconds, note } = outcome;
      const [middle, high] = [median(milliseconds), percentile(milliseconds, 0.95)];
      const several = milliseconds.length > 1 ? ` / ${inTime(high)}` : '';
      const more = note === undefined ? '' : `; ${note}`;
      return `**${inTime(middle)}**${several} (${milliseconds.length}${more})`;
    }
  }
}

function ratioInWords(ours: Outcome | undefined, theirs: Outcome | undefined): string {
  const [ourValue, theirValue] = [valueOf(ours), valueOf(theirs)];
  if (ourValue === undefined || theirValue === undefined) return '';
  return inRatio(ourValue / theirValue);
}

function valueOf(outcome: Outcome | undefined): number | undefined {
  if (outcome?.kind === 'times') return median(outcome.milliseconds);
  return outcome?.kind === 'bytes' ? outcome.bytes : undefined;
}
