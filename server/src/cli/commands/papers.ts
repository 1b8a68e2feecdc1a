import type { Command } from 'commander';
import { paperFormats } from '../../outputs/formats/index.ts';
import { papers, papersOf, wrongPaper } from '../../outputs/papers/index.ts';
import { positionsOf } from '../../plan/facts/position.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { count, listed } from '../../plan/words.ts';
import { CannotGoOn } from '../exit.ts';
import { standingOf } from '../diff/standing.ts';
import { meetingOf } from '../meeting.ts';
import { asAtOption } from '../options.ts';
import { openOne } from '../open.ts';
import { writeFolder } from '../output.ts';
import { formatsOf, makePapers, parts } from '../papers/make.ts';
import { inTemplate } from '../papers/template.ts';

interface PapersOptions {
  readonly output: string;
  readonly meeting?: string;
  readonly only?: string;
  readonly format: string;
  readonly since?: string;
  readonly template?: string;
  readonly asAt?: string;
}

/** `mustdo papers PATH --meeting ID -o DIR` */
export function addPapers(program: Command): void {
  program
    .command('papers')
    .summary('write a committee’s papers')
    .description(
      'Writes what a committee reads of a plan, a file a paper: the same bytes for the same plan and as-at date.',
    )
    .argument('[path]', 'a plan file or a project’s folder', '.')
    .option('-o, --output <folder>', 'the folder to write them into', 'papers')
    .option('--meeting <id>', 'the meeting of the plan that they are for')
    .option('--only <papers>', `some of them: ${papers.map(({ id }) => id).join(', ')}`)
    .option(
      '--format <formats>',
      `one or several of ${paperFormats.map(({ id }) => id).join(', ')}`,
      'docx,html',
    )
    .option(
      '--since <what>',
      'what the changes are counted from: a day, a folder, a frozen meeting or a git revision; else the committee’s previous meeting',
    )
    .option(
      '--template <file>',
      'a .docx or .dotx of Word whose page, styles, headings and footers docx papers get; else the one of the project’s settings',
    )
    .addOption(asAtOption())
    .action(writePapers);
}

async function writePapers(path: string, options: PapersOptions): Promise<void> {
  const formats = formatsOf(options.format);
  const wanted = options.only === undefined ? undefined : parts(options.only);
  const [wrong] = (wanted ?? []).flatMap((id) => wrongPaper(id) ?? []);
  if (wrong !== undefined) throw new CannotGoOn(wrong);
  const opened = await openOne(path, options.asAt);
  const { plan, asAt } = opened;
  const written = await inTemplate(formats, options.template, opened);
  const meeting = options.meeting === undefined ? undefined : meetingOf(plan, options.meeting);
  const before =
    options.since === undefined
      ? undefined
      : await standingOf(options.since, () => Promise.resolve(opened), options.asAt, '--since');
  const from = { plan, asAt, positions: positionsOf(plan, asAt), meeting, before };
  const made = await writeFolder(options.output, (keep) =>
    makePapers(papersOf(from, wanted), written, keep),
  );
  process.stdout.write(
    `As at ${dayInWords(asAt)}: ${count(made.papers.length, 'paper')} in ${count(made.files, 'file')} in ${options.output}.\n`,
  );
  const missing = (wanted ?? []).filter((id) => !made.papers.includes(id));
  if (missing.length > 0) {
    process.stdout.write(`The plan has nothing for ${listed(missing)}.\n`);
  }
  if (made.unprinted !== undefined) throw new CannotGoOn(made.unprinted);
}
