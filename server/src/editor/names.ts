import type { Value } from '../language/items.ts';
import type { Kind } from '../language/keywords/index.ts';
import type { UnitReading } from '../language/read.ts';
import type { Reference } from '../language/slots.ts';
import { referencesOf } from '../language/walk.ts';
import type { Item } from '../language/items.ts';
import type { Unit } from '../plan/file.ts';
import type { Entity, Plan } from '../plan/plan.ts';

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

/** How often a name stands in quotation marks where a thing of a kind could, up to 2. */
export function namedInQuotes(plan: Plan, kind: Kind, name: string): number {
  const wanted = keyOf(kind, name);
  let found = 0;
  for (const file of plan.files) {
    for (const { reading } of file.units) {
      found += countsOf(reading).get(wanted) ?? 0;
      if (found > 1) return found;
    }
  }
  return found;
}

/** Every place where a name stands in quotation marks and a thing of a kind could. */
export const placesNaming = (plan: Plan, kind: Kind, name: string): NamedPlace[] =>
  plan.files.flatMap((file) =>
    file.units
      .filter(({ reading }) => countsOf(reading).has(keyOf(kind, name)))
      .flatMap((unit) => itemsOf(unit.reading.items).flatMap((item) => namesIn(unit, item)))
      .filter((place) => place.name === name && place.reference.kinds.includes(kind)),
  );

/** What a unit names is a function of its reading, so each is gone through once. */
const counts = new WeakMap<UnitReading, ReadonlyMap<string, number>>();

function countsOf(reading: UnitReading): ReadonlyMap<string, number> {
  const known = counts.get(reading);
  if (known !== undefined) return known;
  const found = new Map<string, number>();
  for (const item of itemsOf(reading.items)) {
    for (const { reference } of referencesOf(item)) {
      if (reference.name === undefined || reference.notInPlan) continue;
      for (const kind of reference.kinds) {
        const key = keyOf(kind, reference.name);
        found.set(key, (found.get(key) ?? 0) + 1);
      }
    }
  }
  counts.set(reading, found);
  return found;
}

const keyOf = (kind: string, name: string): string => `${kind} ${name}`;

/** Items with those inside them. */
const itemsOf = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...itemsOf(item.children)]);
