import type { Command } from 'commander';
import { addCheckOptions, type CheckOptions } from '../check/options.ts';
import { checkOnce } from '../check/run.ts';
import { checkAndWatch } from '../check/watch.ts';

/** `mustdo check [paths]` */
export function addCheck(program: Command): void {
  const command = program
    .command('check')
    .summary('flag what needs attention')
    .description('Flags what is overdue, unmapped, ownerless, contradictory or cannot be read.')
    .argument('[paths...]', 'plan files or folders; the current folder when left out');
  addCheckOptions(command).action(async (paths: string[], options: CheckOptions) => {
    const named = paths.length === 0 ? ['.'] : paths;
    process.exitCode =
      options.watch === true
        ? await checkAndWatch(named, options)
        : (await checkOnce(named, options)).code;
  });
}
