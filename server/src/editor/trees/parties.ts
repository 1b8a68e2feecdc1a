import type { Value } from '../../language/items.ts';
import type { Reference } from '../../language/slots.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { naturalOrder } from '../../plan/words.ts';
import type { Ask } from '../ask.ts';
import { keyOf, placeOf } from '../entity-key.ts';
import { missingSaid } from '../wording.ts';
import type { Branch } from './tree.ts';

/** Who is named: SROs, committees and others, however they are written. */

/** Who is named: an item of the plan, or a name that nothing declares. */
export interface Party {
  /** Undefined for what names nobody. */
  readonly name: string | undefined;
  readonly entity: Entity | undefined;
}

/** Who a value names, in words for people. */
export function partyInWords(plan: Plan, value: Value<Reference> | undefined): string {
  if (value === undefined) return 'none named';
  if (value.value === undefined) return missingSaid(value);
  return partyOf(plan, value.value).name ?? 'none named';
}

/** Who a reference names. */
export function partyOf(plan: Plan, reference: Reference | undefined): Party {
  if (reference === undefined) return { name: undefined, entity: undefined };
  const resolution = plan.resolve(reference);
  if (resolution.state === 'found') {
    const { entity } = resolution;
    return { name: entity.item.title.value ?? entity.id, entity };
  }
  if (resolution.state === 'body') return { name: resolution.body.title, entity: undefined };
  return { name: reference.name ?? reference.id, entity: undefined };
}

/** Things by who they belong to, by name; those that belong to nobody last. */
export function byParty<T>(
  things: Iterable<T>,
  partyOfThing: (thing: T) => Party,
): { readonly party: Party; readonly things: T[] }[] {
  const groups = new Map<Entity | string | undefined, { party: Party; things: T[] }>();
  for (const thing of things) {
    const party = partyOfThing(thing);
    const key = party.entity ?? party.name?.toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { party, things: [thing] });
    else group.things.push(thing);
  }
  return [...groups.values()].sort((a, b) => byName(a.party, b.party));
}

/** Parties by name; nobody last. */
export function byName({ name, entity }: Party, other: Party): number {
  if (name === undefined || other.name === undefined) {
    return Number(name === undefined) - Number(other.name === undefined);
  }
  return naturalOrder(name, other.name) || naturalOrder(entity?.id ?? '', other.entity?.id ?? '');
}

/** What tells the node of a party from its siblings. */
export const keyOfParty = ({ name, entity }: Party): string =>
  entity === undefined ? `named ${name ?? ''}` : `${entity.kind} ${entity.id}`;

/** Where a party stands in the plan, for a node about it. */
export const placeOfParty = (ask: Ask, { entity }: Party): Pick<Branch, 'place' | 'item'> =>
  entity === undefined ? {} : { place: placeOf(ask, entity), item: keyOf(ask, entity) };
