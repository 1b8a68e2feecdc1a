import { nameOf } from '../../checks/shared/names.ts';
import type { Entity } from '../../plan/plan.ts';
import { count, listed } from '../../plan/words.ts';
import { rangeOf } from '../places.ts';

/** A form writes into blocks that can be read whole, and says of the others why not and what to do. */

/** Why nothing is written into the block of an item; undefined where all of it can be read. */
export function unreadableIn(entity: Entity): string | undefined {
  const { unit } = entity;
  const [first, ...others] = unit.reading.problems;
  if (first === undefined) return undefined;
  const line = String(rangeOf(unit, first.span).start.line + 1);
  const more =
    others.length === 0 ? '' : ` Then look at ${count(others.length, 'more place')} in this block.`;
  const why = `Nothing is written into ${nameOf(entity)} while part of its block cannot be read.`;
  return `${why} Line ${line}: ${first.message} ${first.todo}${more}`;
}

/** More names than these help nobody. */
const mostNamed = 3;

/** Which items are not among those to choose from; empty where all are. */
export function notListed(entities: readonly Entity[]): string {
  if (entities.length === 0) return '';
  const named = entities.slice(0, mostNamed).map(nameOf);
  const rest = entities.length - named.length;
  const names = listed(rest === 0 ? named : [...named, `${String(rest)} more`]);
  return ` Not listed, because part of the block cannot be read: ${names}.`;
}
