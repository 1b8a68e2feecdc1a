import type { Value } from '../language/items.ts';
import type { Kind } from '../language/keywords/index.ts';
import type { Reference } from '../language/slots.ts';
import { referencesOf } from '../language/walk.ts';
import type { Item } from '../language/items.ts';
import type { Unit } from '../plan/file.ts';
import type { Entity, Plan, Use } from '../plan/plan.ts';

/** Names in quotation marks that stand where an id could. */

export interface NamedPlace {
  readonly unit: Unit;
  readonly reference: Reference;
  readonly name: string;
  readonly value: Value<unknown>;
  /** Whether no other name stands beside it, and no word but the name's own. */
  readonly isAlone: boolean;
}

/** The name in quotation marks at an offset of an item's unit. */
export function nameAt({ item, unit }: Entity, at: number): NamedPlace | undefined {
  return namesIn(unit, item).find(({ reference: { span } }) => span.start <= at && at <= span.end);
}

function namesIn(unit: Unit, item: Item): NamedPlace[] {
  const places: NamedPlace[] = [];
  for (const { reference, value, slot } of referencesOf(item)) {
    const { name, notInPlan } = reference;
    if (name === undefined || notInPlan) continue;
    places.push({ unit, reference, name, value, isAlone: slot.kind === 'reference' });
  }
  return places;
}

/** How often a name stands in quotation marks where a thing of a kind could. */
export const namedInQuotes = (plan: Plan, kind: Kind, name: string): number =>
  usesOf(plan, kind, name).length;

/** Every place where a name stands in quotation marks and a thing of a kind could. */
export const placesNaming = (plan: Plan, kind: Kind, name: string): NamedPlace[] =>
  [...new Set(usesOf(plan, kind, name).map(({ entity }) => entity))]
    .flatMap(({ unit, item }) => namesIn(unit, item))
    .filter((place) => place.name === name && place.reference.kinds.includes(kind));

/** The references that have a name letter by letter. */
const usesOf = (plan: Plan, kind: Kind, name: string): readonly Use[] =>
  plan.usesOfName(kind, name).filter(({ reference }) => reference.name === name);
