export { freeId, initials } from '../../plan/new-id.ts';
import type { Kind } from '../../language/keywords/index.ts';
import type { Edit } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { addBlockAfter } from './fixes.ts';

/** Adds a block to the plan: after the last of its kind, else after the heading, else after `entity`. */
export function declare(plan: Plan, kind: Kind, block: string, entity: Entity): Edit {
  return addBlockAfter(plan.all(kind).at(-1) ?? plan.heading ?? entity, block);
}
