import type { Command } from 'commander';
import { renderPage } from '../../outputs/html/page.ts';
import { asAtOption } from '../options.ts';
import { openOne } from '../open.ts';
import { writeOutput } from '../output.ts';

/** `mustdo preview PATH -o FILE.html` */
export function addPreview(program: Command): void {
  program
    .command('preview')
    .summary('show a plan as tables')
    .description(
      'Writes the plan as one self-contained page of tables, to read in a browser or to print.',
    )
    .argument('[path]', 'a plan file or a project’s folder', '.')
    .option('-o, --output <file>', 'where to write the page; standard output when left out')
    .addOption(asAtOption())
    .action(async (path: string, options: { output?: string; asAt?: string }) => {
      const { plan, asAt } = await openOne(path, options.asAt);
      await writeOutput(options.output, renderPage(plan, asAt));
    });
}
