import { Option, type Command } from 'commander';
import { exportPlan } from '../../outputs/json/export.ts';
import { asAtOption } from '../options.ts';
import { openOne } from '../open.ts';
import { writeOutput } from '../output.ts';

/** `mustdo export PATH` */
export function addExport(program: Command): void {
  program
    .command('export')
    .summary('write a plan as data')
    .description('Writes everything the plan says, and where it stands at the as-at date, as JSON.')
    .argument('[path]', 'a plan file or a project’s folder', '.')
    .addOption(
      new Option('--format <format>', 'the form of the data').choices(['json']).default('json'),
    )
    .option('-o, --output <file>', 'where to write it; standard output when left out')
    .addOption(asAtOption())
    .action(async (path: string, options: { output?: string; asAt?: string }) => {
      const { plan, asAt } = await openOne(path, options.asAt);
      await writeOutput(options.output, exportPlan(plan, asAt));
    });
}
