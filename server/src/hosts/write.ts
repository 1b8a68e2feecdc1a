import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { reasonOf } from './node.ts';

/**
 * Writes a file whole or not at all: beside its place first, then moved there.
 * @returns why it could not be written, in words; undefined when it was
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
): Promise<string | undefined> {
  const beside = join(dirname(path), `.${basename(path)}.${String(process.pid)}.part`);
  try {
    await writeFile(beside, content, { flag: 'wx' });
    await rename(beside, path);
    return undefined;
  } catch (error) {
    await rm(beside, { force: true });
    return reasonOf(error);
  }
}
