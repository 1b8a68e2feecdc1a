import { FilesTogether, writeWhole } from '../hosts/write.ts';
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

/** Takes a file of a folder as soon as it is made. @throws CannotGoOn when it cannot be written */
export type Keep = (file: PaperFile) => Promise<void>;

/**
 * Writes files into a folder, which is made where it is not there. They appear in it together, each whole, when all of
 * them have been made; else none does.
 * @param make makes the files, and hands on each
 * @returns what `make` returns
 * @throws CannotGoOn when the folder or a file in it cannot be written
 */
export async function writeFolder<T>(folder: string, make: (keep: Keep) => Promise<T>): Promise<T> {
  await using files = new FilesTogether(folder);
  const result = await make(async ({ name, content }) => {
    refuse(await files.add(name, content));
  });
  refuse(await files.keep());
  return result;
}

function refuse(wrong: string | undefined): void {
  if (wrong !== undefined) throw new CannotGoOn(wrong);
}
