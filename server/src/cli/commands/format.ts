import { join } from 'node:path';
import type { Command } from 'commander';
import { writeWhole } from '../../hosts/write.ts';
import { formatPlan } from '../../language/printer.ts';
import { count } from '../../plan/words.ts';
import { CannotGoOn, exitCodes } from '../exit.ts';
import { openProjects } from '../open.ts';

/** `mustdo format [paths]` */
export function addFormat(program: Command): void {
  program
    .command('format')
    .summary('lay plans out tidily')
    .description(
      'Indents and aligns plans. Only white space changes; what cannot be read stays as it is.',
    )
    .argument('[paths...]', 'plan files or folders; the current folder when left out')
    .option('--check', 'change nothing; say which files would change and exit with 1 if any would')
    .action(async (paths: string[], options: { check?: boolean }) => {
      process.exitCode = await format(paths.length === 0 ? ['.'] : paths, options.check === true);
    });
}

async function format(paths: readonly string[], checkOnly: boolean): Promise<number> {
  const changed: string[] = [];
  for (const { project, root, folder, asked } of await openProjects(paths, undefined)) {
    for (const file of project.files) {
      if (!asked.has(file.path) || project.invalidText.has(file.path)) continue;
      const formatted = formatPlan(file.text);
      if (formatted === file.text) continue;
      changed.push(folder + file.path);
      const wrong = checkOnly ? undefined : await writeWhole(join(root, file.path), formatted);
      if (wrong !== undefined)
        throw new CannotGoOn(`${folder}${file.path} cannot be written: ${wrong}.`);
    }
  }
  for (const path of changed) process.stdout.write(`${path}\n`);
  const what = checkOnly ? 'would change' : 'changed';
  process.stdout.write(
    changed.length === 0
      ? 'Every plan is laid out tidily.\n'
      : `${count(changed.length, 'file')} ${what}.\n`,
  );
  return checkOnly && changed.length > 0 ? exitCodes.flagged : exitCodes.fine;
}
