import type { Entity, Plan } from '../../plan/plan.ts';

/** How to refer to an item: its id, with its source before it where another requirement has it too. */
export const referenceTo = (plan: Plan, { kind, id, parent }: Entity): string =>
  parent !== undefined && plan.withId(kind, id).some((other) => other.parent !== parent)
    ? `${parent.id}:${id}`
    : id;
