import { existsSync } from 'node:fs';
import { help, optionsOf, type Options } from './check/options.ts';
import { doubtOf, measure, type Cell } from './check/measure.ts';
import { markdownOf } from './check/report.ts';
import { timed } from './check/timed.ts';
import type { Tool } from './check/tools.ts';
import { installPeers } from './lsp/install.ts';
import { median } from './lsp/results.ts';
import { manyFiles, oneFile, type Scene } from './lsp/scenes.ts';
import { scriptOf } from './lsp/servers.ts';
import { asAsked } from './report/asked.ts';
import { loadNow, thisMachine } from './report/machine.ts';
import { writeReport } from './report/write.ts';

// npm run bench:check: `mustdo check` and the command lines of others, whole processes, in one run. README.md says how.

await asAsked(optionsOf, help, run);

async function run(asked: Options): Promise<void> {
  const before = loadNow();
  const absent = new Map(installPeers(asked.tools));
  for (const tool of asked.tools) {
    const reason = existsSync(scriptOf(tool)) ? undefined : 'is not there';
    const doubt = reason ?? (await doubtOf(tool, oneFile(100, 0, []), asked));
    if (doubt !== undefined && !absent.has(tool.id)) absent.set(tool.id, doubt);
  }
  for (const [tool, reason] of absent) console.error(`${tool} ${reason}`);
  const sound = { ...asked, tools: asked.tools.filter(({ id }) => !absent.has(id)) };
  const scenes = asked.sizes.map((actions) => oneFile(actions, 0, []));
  if (asked.files > 0) scenes.push(manyFiles(asked.files, 0, []));
  const bare = await bareStart(asked.limit);
  const cells: Cell[] = [];
  for (const scene of scenes) {
    cells.push(...(await measure(scene, sound, (tool) => hopeless(tool, scene, scenes, cells))));
    console.error(scene.title);
  }
  const machine = thisMachine(before);
  const report = { machine, options: asked, scenes, cells, absent, bare };
  const data = {
    version: 1,
    machine,
    bare,
    absent: Object.fromEntries(absent),
    scenes: scenes.map(({ id, title, size, many }) => ({ id, title, size, many })),
    cells,
  };
  writeReport('check', markdownOf(report), data, asked.readme);
}

/** A tool that took too long is not tried with as many actions or more: that would only take time. */
function hopeless(
  tool: Tool,
  scene: Scene,
  scenes: readonly Scene[],
  cells: readonly Cell[],
): string | undefined {
  const earlier = scenes.filter(({ size }) => size.actions <= scene.size.actions);
  return cells.find(
    ({ tool: id, scene: of, wrong }) =>
      id === tool.id && wrong !== undefined && earlier.some((each) => each.id === of),
  )?.wrong;
}

async function bareStart(limit: number): Promise<number> {
  const milliseconds: number[] = [];
  for (let count = 0; count < 5; count++)
    milliseconds.push((await timed('.', ['--eval', '0'], limit)).milliseconds);
  return median(milliseconds);
}
