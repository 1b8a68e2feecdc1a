import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { addAbout } from './commands/about.ts';
import { addBacklog } from './commands/backlog.ts';
import { addCheck } from './commands/check.ts';
import { addDiff } from './commands/diff.ts';
import { addExport } from './commands/export.ts';
import { addFormat } from './commands/format.ts';
import { addFreeze } from './commands/freeze.ts';
import { addImport } from './commands/import.ts';
import { addLsp } from './commands/lsp.ts';
import { addNew } from './commands/new.ts';
import { addPapers } from './commands/papers.ts';
import { addPreview } from './commands/preview.ts';
import { addReturns } from './commands/returns.ts';
import { addSchema } from './commands/schema.ts';
import { CannotGoOn, exitCodes } from './exit.ts';

/** Every command, in the order in which help lists them. */
const commands = [
  addCheck,
  addBacklog,
  addPreview,
  addPapers,
  addReturns,
  addDiff,
  addFreeze,
  addFormat,
  addExport,
  addSchema,
  addAbout,
  addNew,
  addImport,
  addLsp,
];

/** Runs the command line. Exit codes: 0 fine, 1 flagged, 2 the call or a file is at fault. */
async function main(args: readonly string[]): Promise<void> {
  const program = new Command('mustdo')
    .description('Keeps NHS governance action plans as text that checks itself.')
    .version(manifest.version, '-v, --version')
    .showHelpAfterError('(mustdo --help lists what there is)')
    .exitOverride();
  for (const add of commands) add(program);
  for (const command of program.commands) command.exitOverride().showHelpAfterError();
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.fine : exitCodes.failed;
  const known = error instanceof CannotGoOn;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    known ? `mustdo: ${message}\n` : `mustdo: something went wrong that should not: ${message}\n`,
  );
  return exitCodes.failed;
}

await main(process.argv.slice(2));
