import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isFrozen, openFrozen } from '../../hosts/frozen.ts';
import { findProjects } from '../../hosts/projects.ts';
import type { Before } from '../../outputs/papers/paper-spec.ts';
import { dayInWords, isIsoDate } from '../../plan/calendar.ts';
import { frozenFolderOf } from '../../plan/frozen.ts';
import { listed, sentence } from '../../plan/words.ts';
import { CannotGoOn } from '../exit.ts';
import { Git } from '../git.ts';
import { openOne, openProject, type Opened } from '../open.ts';

/** Where frozen meetings are kept, in the project’s folder. */
export const frozenIn = 'frozen';

/** The plan as it is now. */
export const asItIs = ({ plan, asAt }: Opened): Before => ({
  plan,
  asAt,
  words: 'the plan as it is now',
});

/**
 * What an argument names: a day, a folder or a file, a frozen meeting of the project, a git revision of the
 * project; in that order.
 * @param project the project that days, meetings and revisions are of
 * @param asAt the day to judge it at, where it has none of its own
 * @param asker who asks, for what goes wrong: “mustdo diff”
 * @throws CannotGoOn when it names none of them, or what it names cannot be read
 */
export async function standingOf(
  name: string,
  project: () => Promise<Opened>,
  asAt: string | undefined,
  asker: string,
): Promise<Before> {
  if (name === '' || name.startsWith('-')) {
    throw new CannotGoOn(
      `${asker} takes a day, a folder, a file, a frozen meeting or a git revision, not "${name}".`,
    );
  }
  const day = isIsoDate(name);
  const info = day ? undefined : await stat(name).catch(() => undefined);
  if (info !== undefined) {
    return (await isFrozen(name)) ? frozen(name) : onDisk(name, info.isDirectory(), asAt);
  }
  const opened = await project();
  const git = new Git(opened, asker);
  if (day) return atDay(name, opened, git);
  const meeting = join(opened.root, frozenIn, frozenFolderOf(name));
  if (await isFrozen(meeting)) return frozen(meeting);
  const last = new Git(opened, `“${name}” is no folder, file or frozen meeting, so ${asker}`);
  return committed(await last.commitOf(name), opened, git, asAt, `revision ${name}`);
}

/** The plan as it was committed by a day, and as it is now where there is no commit so old; judged at that day. */
async function atDay(day: string, project: Opened, git: Git): Promise<Before> {
  const hasGit = await git.hasCommits();
  const commit = hasGit ? await git.commitBy(day) : undefined;
  if (commit !== undefined) {
    const words = `the plan as committed by then (${commit.slice(0, 7)})`;
    return committed(commit, project, git, day, words);
  }
  return {
    plan: project.plan,
    asAt: day,
    words: 'the plan as it is now',
    warning: hasGit ? `No commit is from ${dayInWords(day)} or before.` : undefined,
  };
}

async function committed(
  commit: string,
  { root, folder }: Opened,
  git: Git,
  asAt: string | undefined,
  words: string,
): Promise<Before> {
  const host = await git.filesIn(commit);
  if ((await host.list([])).length === 0) {
    const where = folder === '' ? 'this folder' : folder;
    throw new CannotGoOn(`In ${commit.slice(0, 7)} there is no plan in ${where}.`);
  }
  const asked = { root, files: undefined, asked: new Set<string>() };
  const day = await git.dayOf(commit);
  const opened = await openProject(asked, asAt, host, day);
  return { plan: opened.plan, asAt: opened.asAt, words };
}

/** A frozen meeting is judged at the day that it was frozen for. */
async function frozen(folder: string): Promise<Before> {
  const found = await openFrozen(folder);
  if ('wrong' in found) throw new CannotGoOn(`${folder}: ${found.wrong}`);
  const { frozen: record, root, edited } = found;
  const asked = { root, files: undefined, asked: new Set<string>() };
  const { plan, asAt } = await openProject(asked, record.asAt);
  const words = `what was frozen for “${record.meeting.title}”`;
  const warning =
    edited.length === 0
      ? undefined
      : `${sentence(words)} is no longer as it was: ${listed(edited)}.`;
  return { plan, asAt, words, warning };
}

/** A folder is a project with all its files; a file is read by itself, with the settings it belongs to. */
async function onDisk(path: string, isFolder: boolean, asAt: string | undefined): Promise<Before> {
  if (isFolder) {
    const opened = await openOne(path, asAt);
    return { plan: opened.plan, asAt: opened.asAt, words: `the plan in ${path}` };
  }
  const found = await findProjects([path]);
  if ('wrong' in found) throw new CannotGoOn(found.wrong);
  const [own] = found.projects;
  if (own === undefined) throw new CannotGoOn(`${path} is no plan.`);
  const { plan, asAt: day } = await openProject({ ...own, files: [...own.asked] }, asAt);
  return { plan, asAt: day, words: basename(path) };
}
