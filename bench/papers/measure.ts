import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { spentBy, timed, type Run, type Spent } from '../check/timed.ts';
import { oneFile } from '../lsp/scenes.ts';
import { outputFolder, writeContent } from '../lsp/written.ts';
import { scriptOf } from '../lsp/servers.ts';
import type { Options } from './options.ts';
import type { Pack } from './packs.ts';

/** What came of one pack of a plan of one size. */
export interface Cell {
  readonly pack: string;
  readonly actions: number;
  readonly milliseconds: readonly number[];
  /** Memory and processor time of one run. */
  readonly spent: Spent | undefined;
  /** How many files the pack has, and their bytes together. */
  readonly files: number;
  readonly bytes: number;
  /** Why there are no numbers. */
  readonly wrong?: string;
}

/** Makes the packs of a plan of so many actions, each in runs of its own and into a folder that is empty. */
export async function measure(
  actions: number,
  { packs, runs, limit, budget }: Options,
): Promise<Cell[]> {
  const { folder } = writeContent('mustdo', oneFile(actions, 0, []));
  const to = join(outputFolder, 'papers');
  const cells: Cell[] = [];
  for (const pack of packs) {
    const args = [scriptOf({ script: 'server/bin/mustdo.js' }), ...pack.args, '-o', to];
    const milliseconds: number[] = [];
    let wrong: string | undefined;
    while (wrong === undefined && milliseconds.length < runs && sum(milliseconds) <= budget) {
      rmSync(to, { recursive: true, force: true });
      const run = await timed(folder, args, limit);
      wrong = wrongOf(run, limit);
      if (wrong === undefined) milliseconds.push(run.milliseconds);
    }
    const size = wrong === undefined ? sizeOf(to) : { files: 0, bytes: 0 };
    rmSync(to, { recursive: true, force: true });
    const spent = wrong === undefined ? await spentBy(folder, args, limit) : undefined;
    cells.push(cellOf(pack, { actions, milliseconds, spent, ...size }, wrong));
    console.error(`${String(actions)} actions, ${pack.id}`);
  }
  rmSync(to, { recursive: true, force: true });
  return cells;
}

const cellOf = (
  pack: Pack,
  found: Omit<Cell, 'pack' | 'wrong'>,
  wrong: string | undefined,
): Cell => ({
  pack: pack.id,
  ...found,
  ...(wrong === undefined ? {} : { wrong }),
});

function wrongOf({ code, output }: Run, limit: number): string | undefined {
  if (code === undefined) return `over ${limit / 1000} s`;
  return code === 0 ? undefined : `ended with ${code}: ${output.trim().slice(-120)}`;
}

function sizeOf(folder: string): { files: number; bytes: number } {
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  return { files: sizes.length, bytes: sum(sizes) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
