import type { Value } from '../../language/items.ts';
import type { Reference } from '../../language/slots.ts';
import type { Fix } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { nearest } from '../shared/near.ts';
import { quoted } from '../shared/phrases.ts';

/** Roles in quotes, and the sro blocks that they may mean. */

/** An SRO that an action or a requirement gives in quotes. */
export interface NamedOwner {
  readonly owner: Value<Reference>;
  readonly reference: Reference;
  readonly name: string;
}

/** The SRO in quotes of an action or a requirement; undefined for any other item, and where it is an id. */
export function namedOwnerOf(entity: Entity): NamedOwner | undefined {
  if (entity.kind !== 'action' && entity.kind !== 'requirement') return undefined;
  const owner = entity.item.sro?.owner;
  const reference = owner?.value;
  if (owner === undefined || reference?.name === undefined || reference.notInPlan) return undefined;
  return { owner, reference, name: reference.name };
}

/**
 * The ids of the sro blocks that a role in quotes may mean: those it names where there are several, or,
 * where it names none, those that have its words with more after them, or else the one of nearly the
 * same words. None where they are too many to be a guess.
 */
export function candidatesFor(plan: Plan, { reference, name }: NamedOwner): string[] {
  const resolution = plan.resolve(reference);
  if (resolution.state === 'ambiguous') return resolution.entities.map(({ id }) => id);
  return resolution.state === 'undeclared' ? likelyOwners(plan, name) : [];
}

/** Writes the id and keeps what the paper has beside it. */
export function takeId(entity: Entity, { owner, reference, name }: NamedOwner, id: string): Fix {
  const printed = owner.given === undefined ? ` given ${quoted(name)}` : '';
  return fixToLookAt(`Name ${id}`, replace(entity.unit, reference.span, id + printed));
}

function likelyOwners(plan: Plan, name: string): string[] {
  const names = plan.all('sro').flatMap(({ id, item }) => {
    const all = [item.title, ...item.also.map((also) => also.name)];
    return all.flatMap(({ value }) => (value === undefined ? [] : [{ id, name: value }]));
  });
  const said = wordsOf(name);
  const longer = names.filter((known) => {
    const words = wordsOf(known.name);
    return words.startsWith(said) || said.startsWith(words);
  });
  const near = nearest(
    name,
    names.map((known) => known.name),
  );
  const found = longer.length > 0 ? longer : names.filter((known) => known.name === near);
  const ids = [...new Set(found.map(({ id }) => id))];
  return ids.length > 3 ? [] : ids;
}

/** A role's words, each with a blank after it, so that one role begins another only with whole words. */
const wordsOf = (role: string): string =>
  (role.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `${word} `).join('');
