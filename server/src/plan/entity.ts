import type { Item, ItemOf } from '../language/items.ts';
import type { Kind } from '../language/keywords/index.ts';
import type { Reference } from '../language/slots.ts';
import type { Unit } from './file.ts';
import type { Body } from './vocabularies.ts';

/** An item where it stands: its unit, and the source that a requirement belongs to. */
export type Entity<K extends Kind = Kind> = K extends Kind ? EntityOf<K> : never;

interface EntityOf<K extends Kind> {
  readonly kind: K;
  readonly id: string;
  readonly item: ItemOf<K>;
  readonly unit: Unit;
  readonly parent: Entity | undefined;
}

/** What a reference turns out to name. */
export type Resolution =
  | { readonly state: 'found'; readonly entity: Entity }
  | { readonly state: 'body'; readonly body: Body }
  /** The word `trust`, or something marked `not-in-plan`. */
  | { readonly state: 'outside' }
  /** A name in quotes that nothing in the plan declares. */
  | { readonly state: 'undeclared'; readonly name: string }
  | { readonly state: 'ambiguous'; readonly entities: readonly Entity[] }
  | { readonly state: 'unknown' };

/** One reference as an item makes it: in which of its fields. */
export interface Use {
  readonly entity: Entity;
  readonly field: string;
  readonly reference: Reference;
  /** Whether it is the source before a requirement's id that names the thing. */
  readonly asSource: boolean;
}

/** The items of a unit, those inside others after them. */
export function entitiesOf(unit: Unit): readonly Entity[] {
  const entities: Entity[] = [];
  for (const item of unit.reading.items) collect(item, unit, undefined, entities);
  // An array that has grown holds room for more; a copy holds what it has.
  return entities.slice();
}

/** Collects an item and those inside it. */
function collect(item: Item, unit: Unit, parent: Entity | undefined, into: Entity[]): void {
  const entity = { kind: item.kind, id: item.id, item, unit, parent } as Entity;
  into.push(entity);
  for (const child of item.children) collect(child, unit, entity, into);
}

/** Names under which an item may be quoted: its title, its aliases, its printed reference. */
export function namesOf(item: Item): string[] {
  const names = new Set<string | undefined>([item.title.value]);
  for (const { name } of item.also) names.add(name.value);
  if ('ref' in item) names.add(item.ref?.printed.value);
  names.delete(undefined);
  return [...names] as string[];
}

/** Names compare without regard to case and spacing. */
export const fold = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
