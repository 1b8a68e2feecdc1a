import { copyFile, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf } from './node.ts';

/** A file that is written, and where it belongs. */
export interface Part {
  readonly beside: string;
  readonly place: string;
}

/** Where a file is written before it is moved to its place, which then is a change of names. */
export const besideOf = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${String(process.pid)}.part`);

/** What a file that was moved leaves to be done. */
interface Moved {
  /** Puts back what was there before. */
  readonly undo: () => Promise<void>;
  /** Takes away what undoing would have needed. */
  readonly settle: () => Promise<void>;
}

/**
 * Moves files to where they belong, all of them or none: where one cannot be moved, those before it are as they were. What
 * is no file, such as a pipe, is written to as it stands: to move something there would take it away.
 * @returns which one could not be moved, and the error; undefined when all were
 */
export async function moveAll(
  parts: readonly Part[],
): Promise<{ readonly part: Part; readonly error: unknown } | undefined> {
  const moved: Moved[] = [];
  for (const part of parts) {
    try {
      moved.push(await move(part));
    } catch (error) {
      for (const { undo } of moved.reverse()) await undo().catch(() => undefined);
      return { part, error };
    }
  }
  for (const { settle } of moved) await settle().catch(() => undefined);
  return undefined;
}

async function move({ beside, place }: Part): Promise<Moved> {
  if (await isDevice(place)) {
    await writeFile(place, await readFile(beside));
    return { undo: nothing, settle: () => rm(beside) };
  }
  const old = `${beside}.old`;
  const hasOld = await copyFile(place, old).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
  try {
    await rename(beside, place);
  } catch (error) {
    await rm(old, { force: true }).catch(() => undefined);
    throw error;
  }
  return hasOld
    ? { undo: () => rename(old, place), settle: () => rm(old) }
    : { undo: () => rm(place), settle: nothing };
}

const nothing = (): Promise<void> => Promise.resolve();

/** Whether there is something that is neither a file nor a folder, such as a pipe or a printer. */
export const isDevice = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => !found.isFile() && !found.isDirectory(),
    () => false,
  );
