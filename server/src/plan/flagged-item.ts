import type { Flag } from './flag.ts';
import type { Entity, Plan } from './plan.ts';

/** The item that a flag is about; undefined for one about a file or its text. */
export const flaggedItem = (
  plan: Plan,
  { place, subject }: Pick<Flag, 'place' | 'subject'>,
): Entity | undefined =>
  plan
    .entitiesIn(place.unit)
    .find(
      ({ id, item }) =>
        id === subject.id &&
        item.keyword === subject.kind &&
        item.span.start <= place.span.start &&
        place.span.end <= item.span.end,
    );

/** An item by its keyword and id, within what it stands in: `inspection CQC-2017, must A`. */
export function pathOfItem(item: Entity): string {
  const own = `${item.item.keyword} ${item.id}`;
  return item.parent === undefined ? own : `${pathOfItem(item.parent)}, ${own}`;
}

/** The item that a flag is about in the same form; for one about a file, its name. */
export function itemPath(plan: Plan, flag: Pick<Flag, 'place' | 'subject'>): string {
  const item = flaggedItem(plan, flag);
  return item === undefined ? `${flag.subject.kind} ${flag.subject.id}` : pathOfItem(item);
}
