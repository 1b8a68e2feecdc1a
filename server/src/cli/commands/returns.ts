import type { Command } from 'commander';
import { asAtOption } from '../options.ts';
import { collectReturns } from '../returns/collect.ts';
import { writeReturns } from '../returns/write.ts';

/** `mustdo returns write PATH -o DIR` and `mustdo returns collect FILES` */
export function addReturns(program: Command): void {
  const returns = program
    .command('returns')
    .summary('ask SROs in Excel, and collect what they answer')
    .description(
      'Writes a workbook for each SRO to fill in, and takes their answers into the plan.',
    );
  returns
    .command('write')
    .description(
      'Writes a workbook for each SRO with their open actions: the same bytes for the same plan and as-at date.',
    )
    .argument('[path]', 'a plan file or a project’s folder', '.')
    .option('-o, --output <folder>', 'the folder to write them into', 'returns')
    .option('--meeting <id>', 'the meeting of the plan that they are for')
    .addOption(asAtOption())
    .action(writeReturns);
  returns
    .command('collect')
    .description(
      'Reads filled returns, shows what they would change, and writes it into the plan once somebody agrees.',
    )
    .argument('<files...>', 'filled returns, or folders of them')
    .option('--plan <path>', 'the plan file or the project’s folder', '.')
    .option('--yes', 'write without asking')
    .addOption(asAtOption())
    .action(collectReturns);
}
