import { existsSync } from 'node:fs';
import { installPeers } from './lsp/install.ts';
import { measure } from './lsp/measure.ts';
import { help, optionsOf, type Options } from './lsp/options.ts';
import { markdownOf, type Report } from './lsp/report.ts';
import { median, noTimeLeft, percentile, type Cell } from './lsp/results.ts';
import { scenesOf, type Scene } from './lsp/scenes.ts';
import { scriptOf, type Server } from './lsp/servers.ts';
import { asAsked } from './report/asked.ts';
import { loadNow, thisMachine } from './report/machine.ts';
import { writeReport } from './report/write.ts';

// npm run bench:lsp: our language server and others, driven by one client in one run. README.md says how.

await asAsked(optionsOf, help, run);

async function run(options: Options): Promise<void> {
  const before = loadNow();
  const absent = new Map(installPeers(options.servers));
  for (const server of options.servers)
    if (!existsSync(scriptOf(server))) absent.set(server.id, 'is not there');
  const scenes = scenesOf(options);
  const cells: Cell[] = [];
  const end = performance.now() + options.total;
  for (const scene of scenes) {
    for (const server of options.servers) {
      if (absent.has(server.id)) continue;
      const started = performance.now();
      const cell =
        hopeless(server, scene, scenes, cells) ?? (await measure(server, scene, options, end));
      cells.push(cell);
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      console.error(`${scene.title}: ${server.id}, ${seconds} s`);
    }
  }
  const machine = thisMachine(before);
  const report = { machine, options, scenes, cells, absent };
  writeReport('lsp', markdownOf(report), asData(report), options.readme);
}

/** A server that did not manage a start is not tried with as many actions or more: that would only take time. */
function hopeless(
  server: Server,
  scene: Scene,
  scenes: readonly Scene[],
  cells: readonly Cell[],
): Cell | undefined {
  for (const { id, title, size } of scenes) {
    if (id === scene.id || size.actions > scene.size.actions) continue;
    const earlier = cells.find((cell) => cell.server === server.id && cell.scene === id);
    const start = earlier?.outcomes.start;
    if (start?.kind !== 'words' || start.words === noTimeLeft) continue;
    const words = start.words.startsWith('not tried')
      ? start.words
      : `not tried: ${start.words} with ${title}`;
    return { server: server.id, scene: scene.id, outcomes: { start: { kind: 'words', words } } };
  }
  return undefined;
}

function asData({ machine, options, scenes, cells, absent }: Report): object {
  return {
    version: 1,
    machine,
    options: { ...options, servers: options.servers.map(({ id }) => id) },
    absent: Object.fromEntries(absent),
    scenes: scenes.map(({ id, title, size, many }) => ({ id, title, size, many })),
    cells: cells.map((cell) => ({
      ...cell,
      summary: Object.fromEntries(
        Object.entries(cell.outcomes).flatMap(([row, outcome]) =>
          outcome.kind === 'times'
            ? [
                [
                  row,
                  {
                    median: median(outcome.milliseconds),
                    p95: percentile(outcome.milliseconds, 0.95),
                  },
                ],
              ]
            : [],
        ),
      ),
    })),
  };
}
