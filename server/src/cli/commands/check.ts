import { InvalidArgumentError, Option, type Command } from 'commander';
import { checks } from '../../checks/index.ts';
import { checkProject } from '../../checks/project.ts';
import { flagsAsJson } from '../../outputs/flags/json.ts';
import { severityCounts, type FlagReport } from '../../outputs/flags/flag-report.ts';
import { flagsAsText } from '../../outputs/flags/text.ts';
import { asAtOption } from '../options.ts';
import { exitCodes } from '../exit.ts';
import { openProjects, type Opened } from '../open.ts';
import { paint, showProgress } from '../terminal.ts';

interface Options {
  readonly asAt?: string;
  readonly format: 'text' | 'json';
  readonly maxWarnings?: number;
}

/** `mustdo check [paths]` */
export function addCheck(program: Command): void {
  program
    .command('check')
    .summary('flag what needs attention')
    .description('Flags what is overdue, unmapped, ownerless, contradictory or cannot be read.')
    .argument('[paths...]', 'plan files or folders; the current folder when left out')
    .addOption(asAtOption())
    .addOption(
      new Option('--format <format>', 'how to print the flags')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option(
      '--max-warnings <number>',
      'exit with 1 when more than this many are worth a look',
      wholeNumber,
    )
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await check(paths.length === 0 ? ['.'] : paths, options);
    });
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(text);
}

async function check(paths: readonly string[], options: Options): Promise<number> {
  showProgress('Reading the plans …');
  const opened = await openProjects(paths, options.asAt);
  const reports = opened.map((project, index) => {
    showProgress(`Checking plan ${String(index + 1)} of ${String(opened.length)} …`);
    return reportOf(project);
  });
  showProgress('');
  const asAt = reports[0]?.asAt ?? '';
  process.stdout.write(
    options.format === 'json'
      ? flagsAsJson(reports, asAt)
      : reports.map((report) => flagsAsText(report, paint)).join('\n'),
  );
  const { error, warning } = severityCounts(reports.flatMap(({ flags }) => flags));
  return error > 0 || warning > (options.maxWarnings ?? Infinity)
    ? exitCodes.flagged
    : exitCodes.fine;
}

function reportOf({ plan, project, asAt, folder, asked }: Opened): FlagReport {
  const flags = checkProject(checks, project, plan, asAt);
  return {
    plan,
    asAt,
    folder,
    flags: flags.filter((flag) => asked.has(flag.place.unit.file.path)),
  };
}
