import { PlanFile } from '../../plan/file.ts';
import type { Flag } from '../../plan/flag.ts';
import { flaggedItem, pathOfItem } from '../../plan/flagged-item.ts';
import { Plan, type Entity } from '../../plan/plan.ts';
import { Git } from '../git.ts';
import type { Opened } from '../open.ts';

/** Tells a flag of an item that has changed since a revision from all others. */
export type IsChanged = (flag: Flag) => boolean;

/**
 * What has changed in a project since a git revision: items that are new or whose own lines are
 * others, wherever they stood then. A block inside another one is an item of its own.
 * @throws CannotGoOn when the folder is in no git repository, or the revision is none
 */
export async function changedSince(revision: string, opened: Opened): Promise<IsChanged> {
  const git = new Git(opened, '--changed-since');
  const commit = await git.commitOf(revision);
  const differing = await git.paths(
    ...['diff', '--name-only', '--no-renames', '-z', '--relative', commit, '--', '.'],
  );
  const added = await git.paths('ls-files', '-z', '--others', '--exclude-standard', '--', '.');
  const changed = new Set([...differing, ...added].filter((path) => path.endsWith('.plan')));
  const then = await git.paths('ls-tree', '-r', '-z', '--name-only', commit, '--', '.');
  const files: PlanFile[] = [];
  for (const path of then.filter((name) => changed.has(name))) {
    files.push(new PlanFile(path, await git.run('show', `${commit}:./${path}`)));
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
