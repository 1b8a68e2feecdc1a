import { join } from 'node:path';
import { reasonOf } from '../hosts/node.ts';
import { makeFolder, writeWhole } from '../hosts/write.ts';
import type { PaperFile } from '../outputs/formats/format.ts';
import { CannotGoOn } from './exit.ts';

/**
 * Writes to the file that was asked for, whole or not at all, or to standard output.
 * @throws CannotGoOn when the file cannot be written
 */
export async function writeOutput(
  path: string | undefined,
  content: string | Uint8Array,
): Promise<void> {
  if (path === undefined) {
    process.stdout.write(content);
    return;
  }
  const wrong = await writeWhole(path, content);
  if (wrong !== undefined) throw new CannotGoOn(`${path} cannot be written: ${wrong}.`);
}

/**
 * Writes files into a folder, which is made where it is not there; each whole or not at all.
 * @throws CannotGoOn when the folder or a file in it cannot be written
 */
export async function writeFolder(folder: string, files: readonly PaperFile[]): Promise<void> {
  try {
    await makeFolder(folder);
  } catch (error) {
    throw new CannotGoOn(`${folder} cannot be made: ${reasonOf(error, true)}.`);
  }
  for (const { name, content } of files) await writeOutput(join(folder, name), content);
}
