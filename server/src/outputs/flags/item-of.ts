import type { Flag } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';

/** The item that a flag is about; undefined for one about a file or its text. */
export const itemOf = (plan: Plan, { place, subject }: Flag): Entity | undefined =>
  plan
    .entitiesIn(place.unit)
    .find(
      ({ id, item }) =>
        id === subject.id &&
        item.keyword === subject.kind &&
        item.span.start <= place.span.start &&
        place.span.end <= item.span.end,
    );

/** An item by its keyword and id, within what it stands in: `action A2, step 1`. */
export function itemPath(plan: Plan, flag: Flag): string {
  const names: string[] = [];
  for (let entity = itemOf(plan, flag); entity !== undefined; entity = entity.parent) {
    names.unshift(`${entity.item.keyword} ${entity.id}`);
  }
  return names.length > 0 ? names.join(', ') : `${flag.subject.kind} ${flag.subject.id}`;
}
