import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
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
    await rm(beside, { force: true }).catch(() => undefined);
    return reasonOf(error, true);
  }
}

/**
 * Makes a folder with files whole or not at all: beside its place first, then moved there.
 * @param files by their paths in it, with `/` between their parts
 * @returns why it could not be made, in words; undefined when it was
 */
export async function writeFolder(
  path: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<string | undefined> {
  const beside = join(dirname(path), `.${basename(path)}.${String(process.pid)}.part`);
  let made: string | undefined;
  try {
    made = await mkdir(dirname(path), { recursive: true });
    await mkdir(beside);
    for (const [name, content] of files) {
      const file = join(beside, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content, { flag: 'wx' });
    }
    await rename(beside, path);
    return undefined;
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
    // The folder above goes too where it was made for this; one that holds anything by now stays.
    if (made !== undefined) await rmdir(made).catch(() => undefined);
    return reasonOf(error, true);
  }
}
