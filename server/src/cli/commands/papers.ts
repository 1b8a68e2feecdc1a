import type { Command } from 'commander';
import { paperFormat, paperFormats } from '../../outputs/formats/index.ts';
import type { PaperFile, PaperFormat } from '../../outputs/formats/format.ts';
import { filesOf } from '../../outputs/formats/pack.ts';
import { papers, papersOf, wrongPaper } from '../../outputs/papers/index.ts';
import { positionsOf } from '../../plan/facts/position.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { count, listed } from '../../plan/words.ts';
import { findBrowser } from '../../hosts/browser.ts';
import { CannotGoOn } from '../exit.ts';
import { meetingOf } from '../meeting.ts';
import { asAtOption } from '../options.ts';
import { openOne } from '../open.ts';
import { writeFolder } from '../output.ts';
import { noBrowser, printAll } from '../papers/print.ts';
import { showProgress } from '../terminal.ts';

interface PapersOptions {
  readonly output: string;
  readonly meeting?: string;
  readonly only?: string;
  readonly format: string;
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
      'html',
    )
    .addOption(asAtOption())
    .action(writePapers);
}

async function writePapers(path: string, options: PapersOptions): Promise<void> {
  const formats = parts(options.format).map(formatOf);
  const wanted = options.only === undefined ? undefined : parts(options.only);
  const [wrong] = (wanted ?? []).flatMap((id) => wrongPaper(id) ?? []);
  if (wrong !== undefined) throw new CannotGoOn(wrong);
  const browser = formats.some(({ needs }) => needs === 'browser') ? findBrowser() : undefined;
  if (browser === undefined && formats.every(({ needs }) => needs === 'browser')) {
    throw new CannotGoOn(noBrowser);
  }
  const { plan, asAt } = await openOne(path, options.asAt);
  const meeting = options.meeting === undefined ? undefined : meetingOf(plan, options.meeting);
  const from = { plan, asAt, positions: positionsOf(plan, asAt), meeting };
  const made = papersOf(from, wanted);
  const written = await filesOf(made, formats, ({ paper }, index) => {
    showProgress(`${String(index + 1)} of ${String(made.length)}: ${paper.heading.title}`);
  });
  const { files, unprinted } = await printAll(written, browser);
  showProgress('');
  await writeFolder(options.output, files);
  process.stdout.write(
    `As at ${dayInWords(asAt)}: ${count(made.length, 'paper')} in ${count(files.length, 'file')} in ${options.output}.\n`,
  );
  const missing = (wanted ?? []).filter((id) => made.every((paper) => paper.id !== id));
  if (missing.length > 0) {
    process.stdout.write(`The plan has nothing for ${listed(missing)}.\n`);
  }
  if (unprinted !== undefined) throw new CannotGoOn(unprinted);
}

const parts = (list: string): string[] => list.split(',').map((part) => part.trim());

/** @throws CannotGoOn when there is no such format */
function formatOf(id: string): PaperFormat {
  const format = paperFormat(id);
  if ('wrong' in format) throw new CannotGoOn(format.wrong);
  return format;
}
