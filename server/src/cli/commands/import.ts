import type { Command } from 'commander';
import { asAtOption } from '../options.ts';
import { importFile } from '../import/run.ts';

/** `mustdo import FILE -o DIR` and `mustdo import FILE --update DIR` */
export function addImport(program: Command): void {
  program
    .command('import')
    .summary('make a plan of a spreadsheet or a Word table')
    .description(
      'Makes a project of an action plan in .xlsx, .docx, .csv, .tsv or HTML, with a report of what was understood, guessed and not understood.',
    )
    .argument('<file>', 'the file; - reads a pasted table from standard input')
    .option('-o, --output <folder>', 'the folder to make; else one named like the file')
    .option(
      '--update <folder>',
      'take what has changed in the file since into a plan that is there',
    )
    .option('--dry-run', 'with --update: show what would change, and write nothing')
    .option('--yes', 'with --update: write without asking')
    .option('--keep-plan', 'with --update: settle conflicts as the plan has them')
    .option('--map <file>', 'which column is which, as --save-map writes it')
    .option(
      '--save-map <file>',
      'writes which column was taken for which, to be changed and used again',
    )
    .option('--colours <list>', 'what colours mean: red=off-track,amber=at-risk')
    .addOption(asAtOption())
    .action(importFile);
}
