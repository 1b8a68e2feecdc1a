import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { sizeLimit } from '../plan/decode.ts';
import { frozenFile } from '../plan/file-names.ts';
import { frozenAsText, frozenPlan, readFrozen, type Frozen } from '../plan/frozen.ts';
import { isThere, NodeHost, reasonOf } from './node.ts';
import { writeFolder } from './write.ts';

/** A frozen folder on disk. */
export interface FrozenFolder {
  readonly frozen: Frozen;
  /** Where the plan’s files are. */
  readonly root: string;
  /** What is not as it was frozen, each in words: “plan/actions.plan was changed”. */
  readonly edited: readonly string[];
}

export const isFrozen = (folder: string): Promise<boolean> => isThere(join(folder, frozenFile));

/**
 * Opens a frozen folder and compares each file with what was frozen. That tells edits and slips, and is no
 * seal: who edits `frozen.json` as well leaves no trace in it.
 */
export async function openFrozen(
  folder: string,
): Promise<FrozenFolder | { readonly wrong: string }> {
  const text = await readFile(join(folder, frozenFile), 'utf8').catch((error: unknown) => ({
    wrong: reasonOf(error),
  }));
  const read = typeof text === 'string' ? readFrozen(text) : text;
  if ('wrong' in read) return { wrong: `${frozenFile} cannot be used: ${read.wrong}.` };
  const { files } = read.frozen;
  const edited: string[] = [];
  for (const { path, sha256 } of files) {
    if (isOutside(path)) return { wrong: `${frozenFile} cannot be used: ${path} is outside it.` };
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    if (bytes === undefined) edited.push(`${path} is gone`);
    else if (sha256Of(bytes) !== sha256) edited.push(`${path} was changed`);
  }
  const root = join(folder, frozenPlan);
  const known = new Set(files.map(({ path }) => path));
  for (const path of await new NodeHost(root).list([])) {
    const inFolder = `${frozenPlan}/${path}`;
    if (!known.has(inFolder)) edited.push(`${inFolder} was added`);
  }
  return { frozen: read.frozen, root, edited };
}

const isOutside = (path: string): boolean =>
  posix.isAbsolute(path) || /^[a-z]:|\\/i.test(path) || posix.normalize(path).startsWith('..');

const sha256Of = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/**
 * Writes a frozen folder whole or not at all, with the hash of each file.
 * @returns why it could not be written, in words; undefined when it was
 */
export function writeFrozen(
  folder: string,
  frozen: Omit<Frozen, 'version' | 'files'>,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<string | undefined> {
  const hashes = [...files].map(([path, content]) => ({ path, sha256: sha256Of(content) }));
  const record = frozenAsText({ ...frozen, files: hashes });
  return writeFolder(folder, new Map([...files, [frozenFile, record]]));
}

/** The bytes of some files of a folder as they are now, by their paths; undefined for one that cannot be read. */
export async function bytesOf(
  root: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array | undefined>> {
  const host = new NodeHost(root);
  const bytes = new Map<string, Uint8Array | undefined>();
  for (const path of paths) {
    bytes.set(path, await host.read(path, sizeLimit).catch(() => undefined));
  }
  return bytes;
}
