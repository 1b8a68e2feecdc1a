import { InvalidArgumentError, Option, type Command } from 'commander';
import { flagFormats } from '../../outputs/flags/index.ts';
import { asAtOption } from '../options.ts';

/** What `mustdo check` was asked for. */
export interface CheckOptions {
  readonly asAt?: string;
  /** `text`, or `sarif=flags.sarif`; none for text. */
  readonly format: readonly string[];
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly maxWarnings?: number;
  readonly stats?: boolean;
  readonly explained?: boolean;
  /** Whether flags of the known backlog are listed too. */
  readonly known?: boolean;
  /** A git revision: only flags of items that have changed since. */
  readonly changedSince?: string;
  readonly fix?: boolean;
  /** Whether `--fix` also makes those that somebody has to look at. */
  readonly unsafe?: boolean;
  readonly watch?: boolean;
}

/** Gives the command its options; what they are called stands here alone. */
export const addCheckOptions = (command: Command): Command =>
  command
    .addOption(asAtOption())
    .addOption(
      new Option(
        '--format <format[=file]>',
        `how to print the flags, and to which file; several may be given (${flagFormats
          .map(({ id }) => id)
          .join(', ')})`,
      )
        .argParser((value, before: string[]) => [...before, value])
        .default([], 'text'),
    )
    .addOption(checksOption('--only <checks>', 'run these checks alone: overdue,due-soon'))
    .addOption(checksOption('--skip <checks>', 'leave these checks out'))
    .option(
      '--max-warnings <number>',
      'exit with 1 when more than this many are worth a look',
      wholeNumber,
    )
    .option('--stats', 'also say how many flags there are of each check')
    .option('--explained', 'list the flags that the plan explains, as a register')
    .option('--known', 'also list the flags of the known backlog (mustdo backlog)')
    .option(
      '--changed-since <revision>',
      'only flags of items that have changed since a git revision',
    )
    .option('--fix', 'make the safe fixes, then check')
    .option(
      '--unsafe',
      'with --fix: also make those that change what the plan says; look through them',
    )
    .option('--watch', 'check again whenever a plan or mustdo.json changes');

const checksOption = (flags: string, description: string): Option =>
  new Option(flags, description)
    .argParser((value, before: string[]) => [
      ...before,
      ...value
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== ''),
    ])
    .default([], 'none');

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(text);
}
