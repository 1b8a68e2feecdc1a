import { Option, type Command } from 'commander';
import { changeFormats } from '../../outputs/changes/index.ts';
import { chosen } from '../../plan/choices.ts';
import { asItIs, standingOf } from '../diff/standing.ts';
import { CannotGoOn } from '../exit.ts';
import { openOne, type Opened } from '../open.ts';
import { asAtOption } from '../options.ts';
import { writeOutput } from '../output.ts';

interface DiffOptions {
  readonly plan: string;
  readonly format: string;
  readonly output?: string;
  readonly asAt?: string;
}

/** `mustdo diff A B` */
export function addDiff(program: Command): void {
  program
    .command('diff')
    .summary('say what changed in a plan')
    .description(
      'Says what changed from one plan to another by its items, never by lines: first in a sentence, then as a table. Each is a day, a frozen meeting, a folder, a file, or a git revision or tag.',
    )
    .argument('<before>', 'what it was: 2018-07-01, QC-SEP, last-year/, v1, HEAD~1')
    .argument('[after]', 'what it is; the plan as it is now when left out')
    .option(
      '--plan <path>',
      'the plan that days, meetings and revisions are of: a project’s folder',
      '.',
    )
    .addOption(
      new Option('--format <format>', changeFormats.map(({ id }) => id).join(', ')).default('text'),
    )
    .option('-o, --output <file>', 'where to write it; standard output when left out')
    .addOption(asAtOption())
    .action(diff);
}

async function diff(
  before: string,
  after: string | undefined,
  options: DiffOptions,
): Promise<void> {
  const format = chosen('format', options.format, changeFormats);
  if ('wrong' in format) throw new CannotGoOn(format.wrong);
  // Two folders need no project around them: it is opened when something is asked of it.
  let opened: Promise<Opened> | undefined;
  const project = () => (opened ??= openOne(options.plan, options.asAt));
  const side = (name: string) => standingOf(name, project, options.asAt, 'mustdo diff');
  const was = await side(before);
  const is = after === undefined ? asItIs(await project()) : await side(after);
  await writeOutput(options.output, format.write(was, is));
}
