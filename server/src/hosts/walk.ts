import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/**
 * The files below a folder whose names are wanted: their paths relative to it, with `/`, in code point order. Folders that
 * never hold plans of one's own are left out, as is what is hidden and what cannot be read. Links are followed,
 * but not in circles.
 */
export async function filesBelow(
  folder: string,
  isWanted: (name: string) => boolean,
): Promise<string[]> {
  const found: string[] = [];
  await walk({ disk: folder, path: '', links: [] });
  return found.sort();

  async function walk(here: Here): Promise<void> {
    const entries = await readdir(here.disk, { withFileTypes: true }).catch(() => []);
    await Promise.all(entries.map((entry) => visit(entry, here)));
  }

  async function visit(entry: Dirent, here: Here): Promise<void> {
    const { name } = entry;
    if (isHidden(name)) return;
    if (entry.isFile()) {
      if (isWanted(name)) found.push(here.path + name);
    } else if (entry.isDirectory()) {
      if (name !== 'node_modules') await walk(below(here, name));
    } else if (entry.isSymbolicLink() && name !== 'node_modules') {
      const leadsTo = await targetOf(join(here.disk, name));
      if (leadsTo === undefined) return;
      const { disk, isFolder } = leadsTo;
      if (!isFolder) {
        if (isWanted(name)) found.push(here.path + name);
      } else if (!here.links.some((link) => isWithin(link, disk) || isWithin(disk, link))) {
        await walk({ disk, path: `${here.path}${name}/`, links: [...here.links, disk] });
      }
    }
  }
}

/** A folder on the way. */
interface Here {
  readonly disk: string;
  /** Relative to where the walk began; empty there, else with a `/` at its end. */
  readonly path: string;
  /** Where the links lead that were followed to it. */
  readonly links: readonly string[];
}

const below = ({ disk, path, links }: Here, name: string): Here => ({
  disk: join(disk, name),
  path: `${path}${name}/`,
  links,
});

const isHidden = (name: string): boolean => name.startsWith('.');

/** Where a link leads, when it leads anywhere. */
async function targetOf(link: string): Promise<{ disk: string; isFolder: boolean } | undefined> {
  try {
    const disk = await realpath(link);
    return { disk, isFolder: (await stat(disk)).isDirectory() };
  } catch {
    return undefined;
  }
}

const isWithin = (folder: string, other: string): boolean =>
  `${folder}${sep}`.startsWith(`${other}${sep}`);
