import { stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { settingsFile } from '../plan/file-names.ts';
import { isThere, plansBelow, reasonOf } from './node.ts';

/** A project as the command line's arguments name it. */
export interface ProjectFolder {
  readonly root: string;
  /** The plan files to read, relative to the root; undefined for all that are the project's own. */
  readonly files: readonly string[] | undefined;
  /** The files that were asked for, relative to the root; the others are read for what they declare. */
  readonly asked: ReadonlySet<string>;
}

export type Found = { readonly projects: readonly ProjectFolder[] } | { readonly wrong: string };

/**
 * Finds the projects that files and folders belong to: for each plan file the folder of the nearest
 * `mustdo.json` upwards, else the folder that was named, else the file alone.
 */
export async function findProjects(paths: readonly string[]): Promise<Found> {
  const projects = new Map<
    string,
    { root: string; files: string[] | undefined; asked: Set<string> }
  >();
  const settingsAbove = new Map<string, string | undefined>();
  for (const path of paths) {
    const absolute = resolve(path);
    const info = await stat(absolute).catch((error: unknown) => reasonOf(error));
    if (typeof info === 'string') return { wrong: `${path} cannot be read: ${info}.` };
    const folder = info.isDirectory();
    const plans = folder
      ? (await plansBelow(absolute)).map((plan) => join(absolute, plan))
      : [absolute];
    if (plans.length === 0)
      return { wrong: `${path} holds no plan: no file in it ends with .plan.` };
    for (const plan of plans) {
      const settings = await nearestSettings(dirname(plan), settingsAbove);
      const root = settings ?? (folder ? absolute : dirname(plan));
      const key = settings === undefined && !folder ? plan : root;
      const files = settings === undefined && !folder ? [basename(plan)] : undefined;
      const project = projects.get(key) ?? { root, files, asked: new Set() };
      project.asked.add(relative(root, plan).split(sep).join('/'));
      projects.set(key, project);
    }
  }
  return { projects: [...projects.values()] };
}

/** @param known what was found before, by folder: a project has many plans and few folders */
async function nearestSettings(
  from: string,
  known: Map<string, string | undefined>,
): Promise<string | undefined> {
  if (known.has(from)) return known.get(from);
  const above = dirname(from);
  const nearest = (await isThere(join(from, settingsFile)))
    ? from
    : above === from
      ? undefined
      : await nearestSettings(above, known);
  known.set(from, nearest);
  return nearest;
}
