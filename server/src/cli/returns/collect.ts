import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { NodeHost } from '../../hosts/node.ts';
import { writeWhole } from '../../hosts/write.ts';
import { collect, type Collected } from '../../imports/returns/collect.ts';
import { collectedReport } from '../../outputs/returns/collected-report.ts';
import { decodePlan, sizeLimit } from '../../plan/decode.ts';
import type { PlanFile } from '../../plan/file.ts';
import { count, listed } from '../../plan/words.ts';
import { editsByFile, textAfter, type FileEdit } from '../../writing/tidy.ts';
import { CannotGoOn, exitCodes } from '../exit.ts';
import { openOne, type Opened } from '../open.ts';
import { filledReturns } from './files.ts';

interface CollectOptions {
  readonly plan: string;
  readonly yes?: boolean;
  readonly asAt?: string;
}

/**
 * Takes filled returns into a plan, once somebody has seen what they change. The exit code is 2 where a
 * file cannot be read, else 1 where something that a return says is left out.
 * @throws CannotGoOn when the plan cannot be read or written, or nobody can be asked
 */
export async function collectReturns(
  paths: readonly string[],
  options: CollectOptions,
): Promise<void> {
  const opened = await openOne(options.plan, options.asAt);
  const { plan, asAt, folder } = opened;
  const { returns, wrong } = await filledReturns(paths);
  for (const line of wrong) process.stderr.write(`mustdo: ${line}\n`);
  const collected = collect(plan, asAt, returns);
  const files = returns.map(({ file }) => file);
  if (files.length > 0) {
    process.stdout.write(collectedReport(plan, asAt, collected, files, folder));
  }
  process.exitCode = exitCodeOf(wrong, collected);
  const byFile = editsByFile(collected.changes.flatMap(({ edits }) => edits));
  if (byFile.size === 0) {
    process.stdout.write('\nThere is nothing to write.\n');
    return;
  }
  const lines = collected.changes.reduce((sum, { words }) => sum + words.length, 0);
  const what = `${count(lines, 'line')} into ${listed([...byFile.keys()].map(({ path }) => folder + path))}`;
  if (options.yes !== true && !(await isAgreed(`\nWrite ${what}?`))) {
    process.stdout.write('Nothing was written.\n');
    return;
  }
  await write(opened, byFile);
  process.stdout.write(`\nWrote ${what}.\n`);
}

const exitCodeOf = (wrong: readonly string[], { remarks }: Collected): number => {
  if (wrong.length > 0) return exitCodes.failed;
  return remarks.some(({ isLeftOut }) => isLeftOut) ? exitCodes.flagged : exitCodes.fine;
};

/** @throws CannotGoOn where there is no terminal to ask on */
async function isAgreed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new CannotGoOn('nothing was written: look through the changes, then say --yes.');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

/** Writes each file once, whole; none where one of them cannot be changed or is another one by now. */
async function write(
  { project, root, folder }: Opened,
  byFile: ReadonlyMap<PlanFile, readonly FileEdit[]>,
): Promise<void> {
  const host = new NodeHost(root);
  for (const { path, text } of byFile.keys()) {
    if (project.invalidText.has(path)) {
      throw new CannotGoOn(
        `${folder}${path} holds bytes that are no text, which would be lost: save it as UTF-8. Nothing was written.`,
      );
    }
    const now = decodePlan(await host.read(path, sizeLimit));
    if (!('text' in now) || now.text !== text) {
      throw new CannotGoOn(
        `${folder}${path} has changed meanwhile. Nothing was written; collect again.`,
      );
    }
  }
  const written: string[] = [];
  for (const [file, edits] of byFile) {
    const wrong = await writeWhole(join(root, file.path), textAfter(file, edits));
    if (wrong === undefined) {
      written.push(folder + file.path);
      continue;
    }
    const rest = written.length === 0 ? '' : ` Already written: ${listed(written)}.`;
    throw new CannotGoOn(`${folder}${file.path} cannot be written: ${wrong}.${rest}`);
  }
}
