import { relative, sep } from 'node:path';
import { checks } from '../checks/index.ts';
import { settingsFaults } from '../checks/settings.ts';
import { NodeHost } from '../hosts/node.ts';
import { findProjects, type ProjectFolder } from '../hosts/projects.ts';
import type { IsoDate } from '../language/dates.ts';
import type { FileHost } from '../plan/host.ts';
import { Plan } from '../plan/plan.ts';
import { settingsFile } from '../plan/file-names.ts';
import { loadProject, type Project } from '../plan/project.ts';
import { asAtDate } from './clock.ts';
import { CannotGoOn } from './exit.ts';

/** A project opened for a command, at a date. */
export interface Opened {
  readonly plan: Plan;
  readonly project: Project;
  readonly asAt: IsoDate;
  /** The project's folder on disk, and as it is shown: relative to the current one, with a `/` at its end. */
  readonly root: string;
  readonly folder: string;
  /** The files that were asked for, relative to the root. */
  readonly asked: ReadonlySet<string>;
}

/**
 * Opens every project that the paths belong to.
 * @throws CannotGoOn when a path, the settings or a file cannot be read
 */
export async function openProjects(
  paths: readonly string[],
  asAt: string | undefined,
): Promise<Opened[]> {
  const found = await findProjects(paths);
  if ('wrong' in found) throw new CannotGoOn(found.wrong);
  const opened: Opened[] = [];
  for (const folder of found.projects) opened.push(await openProject(folder, asAt));
  return opened;
}

/** The same for a command that takes one project. */
export async function openOne(path: string, asAt: string | undefined): Promise<Opened> {
  const [first, second] = await openProjects([path], asAt);
  if (first === undefined || second !== undefined) {
    throw new CannotGoOn(`${path} holds more than one project; name the folder of one of them.`);
  }
  return first;
}

/**
 * Opens one project whose folder is known.
 * @param host where its files are; left out, on disk
 * @param otherwise the day to judge it at where neither the call nor its settings name one; left out, today
 */
export async function openProject(
  { root, files, asked }: ProjectFolder,
  asAt: string | undefined,
  host: FileHost = new NodeHost(root),
  otherwise?: IsoDate,
): Promise<Opened> {
  const project = await loadProject(host, files);
  const folder = shownFolder(root);
  const [wrong] = project.unreadable;
  if (wrong !== undefined) {
    throw new CannotGoOn(
      `${folder}${wrong.path} cannot be read: ${wrong.reason}.`.replace('?.', '?'),
    );
  }
  const faults = settingsFaults(checks, project.settingsReading).map(({ message, start }) => {
    const place = `${folder}${settingsFile}:${String(start.line)}:${String(start.column)}`;
    return `${place} cannot be used: ${message}.`.replace('?.', '?');
  });
  if (faults.length > 0) throw new CannotGoOn(faults.join('\n'));
  const plan = new Plan(project.files, false);
  return { plan, project, asAt: asAtDate(asAt, project.settings, otherwise), root, folder, asked };
}

function shownFolder(root: string): string {
  const path = relative('.', root).split(sep).join('/');
  return path === '' ? '' : `${path}/`;
}
