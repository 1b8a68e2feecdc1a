import { mkdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { besideOf, isDevice, moveAll } from './move-all.ts';
import { codeOf, reasonOf } from './node.ts';

/**
 * Writes a file whole or not at all: beside its place first, then moved there. What is no file, such as a pipe, is
 * written to as it stands: to move something there would take it away.
 * @returns why it could not be written, in words; undefined when it was
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
): Promise<string | undefined> {
  const beside = besideOf(path);
  try {
    if (await isDevice(path)) {
      await writeFile(path, content);
      return undefined;
    }
    await writeFile(beside, content, { flag: 'wx' });
    await rename(beside, path);
    return undefined;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return reasonOf(error, true);
  }
}

/**
 * Makes a folder, and those above it that are not there yet. Node’s own way of doing so never ends where the system says
 * that there is no folder and yet there is, as Linux does below /proc.
 * @returns the first folder that was made; undefined where all were there. Rejects as `mkdir` does
 */
async function makeFolder(path: string): Promise<string | undefined> {
  try {
    await mkdir(path);
    return path;
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await stat(path)).isDirectory()) return undefined;
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
  }
  const first = await makeFolder(dirname(path));
  await mkdir(path);
  return first ?? path;
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
  const beside = besideOf(path);
  let made: string | undefined;
  try {
    made = await makeFolder(dirname(path));
    await mkdir(beside);
    for (const [name, content] of files) {
      const file = join(beside, name);
      await makeFolder(dirname(file));
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

/**
 * Files of a folder that are written one after the other, so that none has to be held until the last is made, and appear
 * in it together: until then they stand in a folder of their own within it, which makes moving them a change of names.
 */
export class FilesTogether implements AsyncDisposable {
  readonly #folder: string;
  readonly #beside: string;
  readonly #names: string[] = [];
  #made: string | undefined;
  #isBegun = false;

  /** @param folder made with the first file where it is not there */
  constructor(folder: string) {
    this.#folder = folder;
    this.#beside = join(folder, `.mustdo.${String(process.pid)}.part`);
  }

  /**
   * Writes one of the files.
   * @param name its name without a folder
   * @returns in a sentence why it could not be written; undefined when it was
   */
  async add(name: string, content: string | Uint8Array): Promise<string | undefined> {
    const wrong = this.#isBegun ? undefined : await this.#begin();
    if (wrong !== undefined) return wrong;
    try {
      await writeFile(join(this.#beside, name), content, { flag: 'wx' });
      this.#names.push(name);
      return undefined;
    } catch (error) {
      return cannotBe('written', join(this.#folder, name), error);
    }
  }

  /**
   * Moves all to where they belong, or none; those that were there are replaced.
   * @returns in a sentence why one could not be moved; undefined when all were
   */
  async keep(): Promise<string | undefined> {
    const parts = this.#names.splice(0).map((name) => ({
      beside: join(this.#beside, name),
      place: join(this.#folder, name),
    }));
    const wrong = await moveAll(parts);
    return wrong && cannotBe('written', wrong.part.place, wrong.error);
  }

  /** Takes away what was not kept, and folders that were made for it. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#isBegun) return;
    await rm(this.#beside, { recursive: true, force: true }).catch(() => undefined);
    if (this.#made === undefined) return;
    // What holds anything by now stays.
    for (const folder of [this.#folder, this.#made]) await rmdir(folder).catch(() => undefined);
  }

  async #begin(): Promise<string | undefined> {
    try {
      this.#made = await makeFolder(this.#folder);
    } catch (error) {
      return cannotBe('made', this.#folder, error);
    }
    try {
      await mkdir(this.#beside);
      this.#isBegun = true;
      return undefined;
    } catch (error) {
      return cannotBe('written', this.#folder, error);
    }
  }
}

const cannotBe = (what: 'made' | 'written', path: string, error: unknown): string =>
  `${path} cannot be ${what}: ${reasonOf(error, true)}.`;
