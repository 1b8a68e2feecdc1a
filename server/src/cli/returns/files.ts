import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { NodeHost, reasonOf } from '../../hosts/node.ts';
import { readReturn, type FilledReturn } from '../../imports/returns/read-return.ts';
import { workbookLimits } from '../../imports/returns/workbook.ts';

/** Filled returns from disk, and a line for each file that is none. */
export async function filledReturns(
  paths: readonly string[],
): Promise<{ readonly returns: readonly FilledReturn[]; readonly wrong: readonly string[] }> {
  const returns: FilledReturn[] = [];
  const wrong: string[] = [];
  const found = await Promise.all(paths.map(workbooksAt));
  const empty = paths.filter((_, index) => found[index]?.length === 0);
  wrong.push(...empty.map((path) => `${path} holds no .xlsx workbook.`));
  for (const path of new Set(found.flat())) {
    const read = await readAt(path);
    if ('wrong' in read) wrong.push(`${path} cannot be read: ${read.wrong}.`);
    else returns.push(read);
  }
  return { returns, wrong };
}

async function readAt(path: string): Promise<FilledReturn | { readonly wrong: string }> {
  try {
    const host = new NodeHost(dirname(path));
    return await readReturn(path, await host.read(basename(path), workbookLimits.file));
  } catch (error) {
    return { wrong: reasonOf(error) };
  }
}

/** The workbooks of a folder; of a file, itself. Files that begin with `~$` are Excel's own while one is open. */
async function workbooksAt(path: string): Promise<string[]> {
  const isFolder = await stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const names = await readdir(path).catch(() => []);
  return names
    .filter((name) => /\.xlsx$/i.test(name) && !/^[.~]/.test(name))
    .sort()
    .map((name) => join(path, name));
}
