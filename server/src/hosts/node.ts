import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import type { FileHost } from '../plan/host.ts';
import { livePlans, markers, ownPlans } from './own-plans.ts';

/** Folders that never hold plans of one's own. */
const neverSearched = ['**/node_modules/**', '**/.*/**'];

/** A project's folder on disk. */
export class NodeHost implements FileHost {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Reads at most one byte more than the limit, so that a huge file costs nothing. */
  async read(path: string, limit: number): Promise<Uint8Array> {
    const file = await open(join(this.#root, path)).catch((error: unknown) => {
      throw new Error(reasonOf(error));
    });
    try {
      const { size } = await file.stat();
      const buffer = new Uint8Array(Math.min(size, limit + 1));
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error });
    } finally {
      await file.close();
    }
  }

  exists(path: string): Promise<boolean> {
    return isThere(join(this.#root, path));
  }

  /** The plan files of this project; those of a project in a folder below are not its own. */
  async list(exclude: readonly string[]): Promise<readonly string[]> {
    return ownPlans(await filesBelow(this.#root), exclude);
  }
}

/** Paths of all plan files below a folder but frozen ones, relative to it, in code point order. */
export const plansBelow = async (folder: string): Promise<string[]> =>
  livePlans(await filesBelow(folder));

/** Plans, and below the folder itself what marks whose they are. */
const filesBelow = (folder: string): Promise<string[]> =>
  glob(['**/*.plan', ...markers.map((name) => `*/**/${name}`)], {
    cwd: folder,
    ignore: neverSearched,
  });

export const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is a folder',
  EBUSY: 'another program has it open',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EFBIG: 'the disk takes no file that large',
  EROFS: 'the disk cannot be written to',
  ENAMETOOLONG: 'its name is too long',
};

/** The same for an error of writing, where that is said otherwise. */
const reasonsToWrite: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there, or another program has it open',
  EEXIST: 'a file is in its way',
  ENOTDIR: 'a file is in its way',
};

/** The code of an error of the file system: `ENOENT`; empty where it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/**
 * What an error of the file system means, in words for people.
 * @param isWriting whether it came of writing rather than reading
 */
export function reasonOf(error: unknown, isWriting = false): string {
  if (!(error instanceof Error)) return String(error);
  const code = codeOf(error);
  return (isWriting ? reasonsToWrite[code] : undefined) ?? reasons[code] ?? error.message;
}
