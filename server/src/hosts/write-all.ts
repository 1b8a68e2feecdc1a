import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { besideOf, moveAll } from './move-all.ts';
import { reasonOf } from './node.ts';

/**
 * Writes several files, all of them or none: each beside its place first, then all are moved there. Where one cannot be
 * moved, those before it are as they were.
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
  const cleared = async (path: string, error: unknown) => {
    for (const { beside } of parts) await rm(beside, { force: true }).catch(() => undefined);
    return { path, wrong: reasonOf(error, true) };
  };
  for (const { path, content, beside } of parts) {
    try {
      await writeFile(beside, content, { flag: 'wx' });
    } catch (error) {
      return cleared(path, error);
    }
  }
  const wrong = await moveAll(parts);
  if (wrong === undefined) return undefined;
  const { path = '' } = parts.find(({ place }) => place === wrong.part.place) ?? {};
  return cleared(path, wrong.error);
}
