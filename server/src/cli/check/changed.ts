import childProcess from 'node:child_process';
import { promisify } from 'node:util';
import { sizeLimit } from '../../plan/decode.ts';
import { PlanFile } from '../../plan/file.ts';
import type { Flag } from '../../plan/flag.ts';
import { flaggedItem, pathOfItem } from '../../plan/flagged-item.ts';
import { Plan, type Entity } from '../../plan/plan.ts';
import { CannotGoOn } from '../exit.ts';
import type { Opened } from '../open.ts';

/** Tells a flag of an item that has changed since a revision from all others. */
export type IsChanged = (flag: Flag) => boolean;

/**
 * What has changed in a project since a git revision: items that are new or whose own lines are
 * others, wherever they stood then. A block inside another one is an item of its own.
 * @throws CannotGoOn when the folder is in no git repository, or the revision is none
 */
export async function changedSince(revision: string, opened: Opened): Promise<IsChanged> {
  if (revision.startsWith('-')) {
    throw new CannotGoOn(`--changed-since takes a git revision, not ${revision}.`);
  }
  const git = gitIn(opened, revision);
  const commit = (await git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`)).trim();
  const differing = namesIn(
    await git('diff', '--name-only', '--no-renames', '-z', '--relative', commit, '--', '.'),
  );
  const added = namesIn(await git('ls-files', '-z', '--others', '--exclude-standard', '--', '.'));
  const changed = new Set([...differing, ...added].filter((path) => path.endsWith('.plan')));
  const then = namesIn(await git('ls-tree', '-r', '-z', '--name-only', commit, '--', '.'));
  const files: PlanFile[] = [];
  for (const path of then.filter((name) => changed.has(name))) {
    files.push(new PlanFile(path, await git('show', `${commit}:./${path}`)));
  }
  const before = new Plan(files);
  const items = new Set(files.flatMap((file) => itemsIn(before, file)).map(textOf));
  const texts = new Set(files.flatMap(({ units }) => units.map(({ text }) => tidy(text))));
  return (flag) => {
    const { unit } = flag.place;
    if (!changed.has(unit.file.path)) return false;
    const item = flaggedItem(opened.plan, flag);
    return item === undefined ? !texts.has(tidy(unit.text)) : !items.has(textOf(item));
  };
}

/** Runs git in the folder of a project; what goes wrong is said in its own words. */
const gitIn =
  ({ root, folder }: Opened, revision: string) =>
  async (...args: string[]): Promise<string> => {
    try {
      const options = { cwd: root, maxBuffer: 8 * sizeLimit, encoding: 'utf8' } as const;
      // Looked up here alone: most runs never ask git, and loading what starts programs takes a while.
      const { stdout } = await promisify(childProcess.execFile)(
        'git',
        ['--no-optional-locks', ...args],
        options,
      );
      return stdout;
    } catch (error) {
      const where = folder === '' ? 'this folder' : folder;
      const words = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
      const [reason] = words.split('\n');
      const what =
        reason === undefined || reason === ''
          ? `${revision} is no revision of ${where}`
          : reason.replace(/^fatal: /, '').replace(/\.$/, '');
      throw new CannotGoOn(`--changed-since asks git, and git says: ${what}.`);
    }
  };

const namesIn = (output: string): string[] => output.split('\0').filter((name) => name !== '');

const itemsIn = (plan: Plan, file: PlanFile): Entity[] =>
  file.units.flatMap((unit) => [...plan.entitiesIn(unit)]);

/** An item with its own lines, without those of the blocks in it, however it is laid out. */
function textOf(entity: Entity): string {
  const { item, unit } = entity;
  let text = '';
  let from = item.span.start;
  for (const { span } of item.children) {
    text += unit.text.slice(from, span.start);
    from = span.end;
  }
  return `${pathOfItem(entity)}\n${tidy(text + unit.text.slice(from, item.span.end))}`;
}

const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
