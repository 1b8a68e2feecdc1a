import { measure, type Cell } from './import/measure.ts';
import { help, optionsOf, type Options } from './import/options.ts';
import { markdownOf } from './import/report.ts';
import { asAsked } from './report/asked.ts';
import { loadNow, thisMachine } from './report/machine.ts';
import { writeReport } from './report/write.ts';

// npm run bench:import: `mustdo import` of a large workbook, and reading the same workbook alone, whole processes, in one run. README.md says how.

await asAsked(optionsOf, help, run);

async function run(asked: Options): Promise<void> {
  const before = loadNow();
  const cells: Cell[] = [];
  for (const rows of asked.sizes) cells.push(...(await measure(rows, asked)));
  const machine = thisMachine(before);
  const data = { version: 1, machine, cells };
  writeReport('import', markdownOf(machine, asked, cells), data, asked.readme);
}
