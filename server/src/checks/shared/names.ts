import { requirementName } from '../../plan/facts/strength.ts';
import type { Entity } from '../../plan/plan.ts';
import { listed } from '../../plan/words.ts';

/** How things are called in messages. */

/** `action D`, `must-do SUPERVISION`, `quality account QA-2019`: an item by its kind and id. */
export const nameOf = (entity: Entity): string => `${kindInWords(entity)} ${entity.id}`;

function kindInWords(entity: Entity): string {
  if (entity.kind === 'requirement') return requirementName(entity);
  if (entity.kind === 'source') return entity.item.keyword.replaceAll('-', ' ');
  return entity.kind === 'sro' ? 'SRO' : entity.kind;
}

/** The item's title in quotes, or that it has none: “Revise the cleaning schedules”. */
export const titleOf = ({ item }: Entity): string =>
  item.title.value === undefined ? 'one without a title' : `“${item.title.value}”`;

/** `A`, `A or B`, `A, B or C`. */
export function either(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} or ${items.at(-1) ?? ''}`;
}

/** `“red”, “amber” and “green”`. */
export const quotedList = (words: readonly string[]): string =>
  listed(words.map((word) => `“${word}”`));
