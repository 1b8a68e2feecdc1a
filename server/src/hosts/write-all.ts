import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { reasonOf } from './node.ts';

/**
 * Writes several files, all of them or none: each beside its place first, then all are moved there. Where one cannot be
 * moved, those before it get their old bytes back.
 * @param folder where their paths begin
 * @param files by their paths
 * @returns which could not be written and why, in words; undefined when all were
 */
export async function writeAll(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<{ readonly path: string; readonly wrong: string } | undefined> {
  const parts = [...files].map(([path, content]) => {
    const place = join(folder, path);
    return { path, content, place, beside: besideOf(place) };
  });
  const moved: { readonly place: string; readonly old: Uint8Array | undefined }[] = [];
  let at = '';
  try {
    for (const { path, content, beside } of parts) {
      at = path;
      await writeFile(beside, content, { flag: 'wx' });
    }
    for (const { path, place, beside } of parts) {
      at = path;
      const old = await oldBytes(place);
      await rename(beside, place);
      moved.push({ place, old });
    }
    return undefined;
  } catch (error) {
    for (const { beside } of parts) await rm(beside, { force: true }).catch(() => undefined);
    for (const { place, old } of moved.reverse()) {
      await (old === undefined ? rm(place) : writeFile(place, old)).catch(() => undefined);
    }
    return { path: at, wrong: reasonOf(error, true) };
  }
}

const besideOf = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${String(process.pid)}.part`);

/** What a file holds; undefined where there is none. */
const oldBytes = (path: string): Promise<Uint8Array | undefined> =>
  readFile(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
