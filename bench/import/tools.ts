import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A command that is given a workbook. */
export interface Tool {
  readonly id: string;
  readonly title: string;
  readonly args: (workbook: string, output: string) => readonly string[];
  /** What its output holds when it has read all of so many rows. */
  readonly says: (rows: number) => string;
}

const here = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const versionOf = (name: string): string =>
  (
    JSON.parse(readFileSync(join(here('node_modules'), name, 'package.json'), 'utf8')) as {
      version: string;
    }
  ).version;

/** Ours first: the other is what ours is measured against. */
export const tools: readonly Tool[] = [
  {
    id: 'ours',
    title: 'mustdo import',
    args: (workbook, output) => [here('server/bin/mustdo.js'), 'import', workbook, '-o', output],
    says: (rows) => `${rows.toLocaleString('en-GB')} actions,`,
  },
  {
    id: 'read-excel-file',
    title: `read-excel-file ${versionOf('read-excel-file')}`,
    args: (workbook) => [here('bench/import/plain.ts'), workbook],
    says: (rows) => `${(rows + 1) * 15} cells`,
  },
];
