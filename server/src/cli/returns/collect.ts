import { collect, type Collected } from '../../imports/returns/collect.ts';
import { collectedReport } from '../../outputs/returns/collected-report.ts';
import { count, listed } from '../../plan/words.ts';
import { editsByFile } from '../../writing/tidy.ts';
import { isAgreed } from '../agree.ts';
import { exitCodes } from '../exit.ts';
import { openOne } from '../open.ts';
import { writePlan } from '../write-plan.ts';
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
  await writePlan(opened, byFile);
  process.stdout.write(`\nWrote ${what}.\n`);
}

const exitCodeOf = (wrong: readonly string[], { remarks }: Collected): number => {
  if (wrong.length > 0) return exitCodes.failed;
  return remarks.some(({ isLeftOut }) => isLeftOut) ? exitCodes.flagged : exitCodes.fine;
};
