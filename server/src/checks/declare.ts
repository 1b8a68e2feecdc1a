import type { Kind } from '../language/keywords/index.ts';
import type { Edit } from '../plan/flag.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import { addBlockAfter } from './fixes.ts';

/** Adds a block to the plan: after the last of its kind, else after the heading, else after `entity`. */
export function declare(plan: Plan, kind: Kind, block: string, entity: Entity): Edit {
  const edit = addBlockAfter(plan.all(kind).at(-1) ?? plan.heading ?? entity, block);
  const { unit, span } = edit;
  // A comment at the end of the line stays with what it is about.
  const comment = /^[ \t]+\/\/[^\r\n]*/.exec(unit.text.slice(span.end))?.[0] ?? '';
  const end = span.end + comment.length;
  return { ...edit, span: { start: end, end } };
}

/** The id itself, or with the first number from 2 on that makes it free: `F-2`. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  let number = 2;
  while (isTaken(`${id}-${String(number)}`)) number++;
  return `${id}-${String(number)}`;
}
