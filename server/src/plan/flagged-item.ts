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
