import { measure, type Cell } from './papers/measure.ts';
import { help, optionsOf, type Options } from './papers/options.ts';
import { markdownOf } from './papers/report.ts';
import { asAsked } from './report/asked.ts';
import { loadNow, thisMachine } from './report/machine.ts';
import { writeReport } from './report/write.ts';

// npm run bench:papers: `mustdo papers` and `mustdo returns write`, whole processes. README.md says how.

await asAsked(optionsOf, help, run);

async function run(asked: Options): Promise<void> {
  const before = loadNow();
  const cells: Cell[] = [];
  for (const actions of asked.sizes) cells.push(...(await measure(actions, asked)));
  const report = { machine: thisMachine(before), options: asked, cells };
  const { machine } = report;
  writeReport('papers', markdownOf(report), { version: 1, machine, cells }, asked.readme);
}
