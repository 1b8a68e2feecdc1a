import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { paperFormat, paperFormats } from '../../outputs/formats/index.ts';
import type { PaperFile, PaperFormat } from '../../outputs/formats/format.ts';
import { papers, papersOf, wrongPaper } from '../../outputs/papers/index.ts';
import type { Paper } from '../../outputs/tables/paper.ts';
import { positionsOf } from '../../plan/facts/position.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { count, listed } from '../../plan/words.ts';
import { reasonOf } from '../../hosts/node.ts';
import { CannotGoOn } from '../exit.ts';
import { asAtOption } from '../options.ts';
import { openOne } from '../open.ts';
import { writeOutput } from '../output.ts';
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
      'docx,html',
    )
    .addOption(asAtOption())
    .action(writePapers);
}

async function writePapers(path: string, options: PapersOptions): Promise<void> {
  const formats = parts(options.format).map(formatOf);
  const wanted = options.only === undefined ? undefined : parts(options.only);
  const [wrong] = (wanted ?? []).flatMap((id) => wrongPaper(id) ?? []);
  if (wrong !== undefined) throw new CannotGoOn(wrong);
  const { plan, asAt } = await openOne(path, options.asAt);
  const meeting = options.meeting === undefined ? undefined : meetingOf(plan, options.meeting);
  const from = { plan, asAt, positions: positionsOf(plan, asAt), meeting };
  const made = papersOf(from, wanted);
  const files: PaperFile[] = [];
  for (const [index, { id, paper }] of made.entries()) {
    showProgress(`${String(index + 1)} of ${String(made.length)}: ${paper.heading.title}`);
    for (const format of formats) files.push(...(await written(format, paper, id)));
  }
  showProgress('');
  await writeAll(options.output, files);
  process.stdout.write(
    `As at ${dayInWords(asAt)}: ${count(made.length, 'paper')} in ${count(files.length, 'file')} in ${options.output}.\n`,
  );
  const missing = (wanted ?? []).filter((id) => made.every((paper) => paper.id !== id));
  if (missing.length > 0) {
    process.stdout.write(`The plan has nothing for ${listed(missing)}.\n`);
  }
}

/** @throws CannotGoOn where the part of the program that writes the format is missing */
async function written(
  format: PaperFormat,
  paper: Paper,
  id: string,
): Promise<readonly PaperFile[]> {
  try {
    return await format.write(paper, id);
  } catch (error) {
    if (!isMissingModule(error)) throw error;
    const file = `mustdo-${format.id}.mjs`;
    throw new CannotGoOn(
      `${format.id} is written by ${file}, which belongs beside mustdo.js: copy it there.`,
    );
  }
}

const isMissingModule = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';

const parts = (list: string): string[] => list.split(',').map((part) => part.trim());

/** @throws CannotGoOn when there is no such format */
function formatOf(id: string): PaperFormat {
  const format = paperFormat(id);
  if ('wrong' in format) throw new CannotGoOn(format.wrong);
  return format;
}

/** @throws CannotGoOn when the plan has no such meeting */
function meetingOf(plan: Plan, id: string): Entity<'meeting'> {
  const [meeting] = plan.withId('meeting', id);
  if (meeting !== undefined) return meeting;
  const ids = plan.all('meeting').map((each) => each.id);
  const there = ids.length === 0 ? 'it has no meetings.' : `it has ${listed(ids)}.`;
  throw new CannotGoOn(`The plan has no meeting "${id}": ${there}`);
}

/** @throws CannotGoOn when the folder or a file in it cannot be written */
async function writeAll(folder: string, files: readonly PaperFile[]): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new CannotGoOn(`${folder} cannot be made: ${reasonOf(error)}.`);
  }
  for (const { name, content } of files) await writeOutput(join(folder, name), content);
}
