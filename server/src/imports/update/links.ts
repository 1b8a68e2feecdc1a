import { headingWords } from '../recognise/headings.ts';
import type { MadeRequirement } from '../written/requirements.ts';
import { sameRows } from './rows.ts';
import type { Side, SideItem } from './side.ts';

/** Which items of a file are items of its earlier state. */

/** By the keys of the items now, those before. */
export function sameItems(before: Side, now: Side): ReadonlyMap<string, string> {
  const same = new Map<string, string>();
  for (const key of now.items.keys()) {
    if (!/^(?:source|requirement|action) /.test(key) && before.items.has(key)) same.set(key, key);
  }
  const actions = sameRows(before.imported.actions, now.imported.actions);
  for (const [id, old] of actions) same.set(`action ${id}`, `action ${old}`);
  for (const [id, old] of sameSources(before, now)) same.set(`source ${id}`, `source ${old}`);
  for (const [key, old] of sameRequirements(before, now, same, actions)) same.set(key, old);
  return same;
}

const requirementKey = ({ source, id }: MadeRequirement): string => `requirement ${source}:${id}`;

function wordsOf({ text }: MadeRequirement): string {
  const words = text.map(({ cell }) => cell.text).join('\n');
  return headingWords(words) || words;
}

/** Sources by their names; one that has another name by a requirement that it still has. */
function sameSources(before: Side, now: Side): Map<string, string> {
  const titleOf = ({ entity }: SideItem): string => {
    const { value } = entity.item.title;
    return value === undefined ? 'unknown source' : `“${headingWords(value) || value}”`;
  };
  const sourcesOf = ({ items }: Side): SideItem[] =>
    [...items.values()].filter(({ entity }) => entity.kind === 'source');
  const byTitle = new Map(sourcesOf(before).map((item) => [titleOf(item), item.entity.id]));
  const same = new Map<string, string>();
  const left: string[] = [];
  for (const item of sourcesOf(now)) {
    const old = byTitle.get(titleOf(item));
    if (old === undefined) left.push(item.entity.id);
    else same.set(item.entity.id, old);
  }
  const taken = new Set(same.values());
  const others = before.imported.requirements.filter(({ source }) => !taken.has(source));
  const byWords = new Map(others.map((one) => [wordsOf(one), one.source]));
  for (const id of left) {
    const own = now.imported.requirements.filter(({ source }) => source === id);
    const old = own.map((one) => byWords.get(wordsOf(one))).find((one) => one !== undefined);
    if (old === undefined || taken.has(old)) continue;
    taken.add(old);
    same.set(id, old);
  }
  return same;
}

/** Requirements of a source by their words, else by their reference, else by the rows that they stand in. */
function sameRequirements(
  before: Side,
  now: Side,
  same: ReadonlyMap<string, string>,
  rows: ReadonlyMap<string, string>,
): Map<string, string> {
  const found = new Map<string, string>();
  const taken = new Set<string>();
  const sourceNow = ({ source }: MadeRequirement): string =>
    (same.get(`source ${source}`) ?? '').slice('source '.length);
  const pair = (one: MadeRequirement, old: MadeRequirement | undefined): void => {
    if (old === undefined || found.has(requirementKey(one)) || taken.has(requirementKey(old)))
      return;
    found.set(requirementKey(one), requirementKey(old));
    taken.add(requirementKey(old));
  };
  const by = (keyOf: (one: MadeRequirement) => string | undefined): void => {
    const known = new Map<string, MadeRequirement[]>();
    for (const old of before.imported.requirements) {
      const key = taken.has(requirementKey(old)) ? undefined : keyOf(old);
      if (key === undefined) continue;
      const name = `${old.source}\n${key}`;
      known.set(name, [...(known.get(name) ?? []), old]);
    }
    for (const one of now.imported.requirements) {
      const key = found.has(requirementKey(one)) ? undefined : keyOf(one);
      if (key !== undefined) pair(one, known.get(`${sourceNow(one)}\n${key}`)?.shift());
    }
  };
  by(wordsOf);
  by(({ reference }) => reference?.text);
  const ofId = (side: Side): Map<string, MadeRequirement> =>
    new Map(side.imported.requirements.map((one) => [one.id, one]));
  const [oldById, nowById] = [ofId(before), ofId(now)];
  const oldActions = new Map(before.imported.actions.map((one) => [one.id, one]));
  for (const { id, requirement } of now.imported.actions) {
    const one = nowById.get(requirement ?? '');
    const old = oldById.get(oldActions.get(rows.get(id) ?? '')?.requirement ?? '');
    if (one !== undefined && old?.source === sourceNow(one)) pair(one, old);
  }
  return found;
}
