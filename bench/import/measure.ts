import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { spentBy, timed, type Spent } from '../check/timed.ts';
import { outputFolder } from '../lsp/written.ts';
import type { Options } from './options.ts';
import { tools } from './tools.ts';
import { writeWorkbook } from './workbook.ts';

/** What came of one command over one workbook. */
export interface Cell {
  readonly tool: string;
  readonly rows: number;
  /** How large the workbook is, in bytes. */
  readonly bytes: number;
  readonly milliseconds: readonly number[];
  /** Memory and processor time of one run. */
  readonly spent: Spent | undefined;
  /** Why there are no numbers. */
  readonly wrong?: string;
}

const folder = join(outputFolder, 'import');

/**
 * Runs the commands over a workbook of so many rows, in turns, so that a machine which is busy for a while is so for all: a run that is not
 * counted, then the counted ones, then one for memory and processor time. Each must say that it has read all of it.
 */
export async function measure(rows: number, { runs, limit }: Options): Promise<Cell[]> {
  mkdirSync(folder, { recursive: true });
  const workbook = join(folder, `${rows}.xlsx`);
  await writeWorkbook(workbook, rows);
  const made = join(folder, 'made');
  const tasks = tools.map((tool) => ({
    tool,
    args: tool.args(workbook, made),
    milliseconds: [] as number[],
    wrong: undefined as string | undefined,
  }));
  for (let round = 0; round <= runs; round++) {
    for (const task of tasks) {
      if (task.wrong !== undefined) continue;
      rmSync(made, { recursive: true, force: true });
      const run = await timed(folder, task.args, limit);
      if (run.code === undefined) task.wrong = `over ${limit / 1000} s`;
      else if (run.code !== 0) task.wrong = `ended with ${run.code}`;
      else if (!run.output.includes(task.tool.says(rows))) task.wrong = 'has not read all of it';
      else if (round > 0) task.milliseconds.push(run.milliseconds);
    }
  }
  const cells: Cell[] = [];
  for (const { tool, args, milliseconds, wrong } of tasks) {
    rmSync(made, { recursive: true, force: true });
    const spent = wrong === undefined ? await spentBy(folder, args, limit) : undefined;
    const cell = { tool: tool.id, rows, bytes: statSync(workbook).size, milliseconds, spent };
    cells.push(wrong === undefined ? cell : { ...cell, milliseconds: [], wrong });
  }
  rmSync(made, { recursive: true, force: true });
  return cells;
}
