import type { Kind } from '../../language/keywords/index.ts';
import type { Edit } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { addBlockAfter } from './fixes.ts';

/** Adds a block to the plan: after the last of its kind, else after the heading, else after `entity`. */
export function declare(plan: Plan, kind: Kind, block: string, entity: Entity): Edit {
  return addBlockAfter(plan.all(kind).at(-1) ?? plan.heading ?? entity, block);
}

/** The id itself, or with the first number from 2 on that makes it free: `F-2`. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  let number = 2;
  while (isTaken(`${id}-${String(number)}`)) number++;
  return `${id}-${String(number)}`;
}
