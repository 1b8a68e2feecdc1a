import type { Kind } from '../language/keywords/index.ts';
import type { Item, ItemOf } from '../language/items.ts';
import { referencesOf } from '../language/walk.ts';
import type { Reference } from '../language/slots.ts';
import type { PlanFile, Unit } from './file.ts';
import { bodies, type Body } from './vocabularies.ts';

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

/** The typed plan of one project: every item of its files, and what refers to what. */
export class Plan {
  readonly files: readonly PlanFile[];
  readonly #entities = new Map<Kind, Entity[]>();
  readonly #byId = new Map<string, Entity[]>();
  readonly #byName = new Map<string, Entity[]>();
  readonly #referrers = new Map<
    Entity,
    { entity: Entity; field: string; reference: Reference }[]
  >();

  constructor(files: readonly PlanFile[]) {
    this.files = files;
    for (const file of files) {
      for (const unit of file.units) {
        for (const item of unit.reading.items) this.#add(item, unit, undefined);
      }
    }
    for (const entities of this.#entities.values()) {
      for (const entity of entities) this.#link(entity);
    }
  }

  /** Every item of a kind, in the order of the files and their text. */
  all<K extends Kind>(kind: K): readonly Entity<K>[] {
    return (this.#entities.get(kind) ?? []) as unknown as readonly Entity<K>[];
  }

  /** The items of a kind that have an id; more than one only where the plan is wrong, or for requirements. */
  withId<K extends Kind>(kind: K, id: string): readonly Entity<K>[] {
    return (this.#byId.get(`${kind} ${id}`) ?? []) as unknown as readonly Entity<K>[];
  }

  /** The plan's heading, where there is one. */
  get heading(): Entity<'plan'> | undefined {
    return this.all('plan')[0];
  }

  resolve(reference: Reference): Resolution {
    if (reference.notInPlan) return { state: 'outside' };
    if (reference.name !== undefined) return this.#resolveName(reference, reference.name);
    const id = reference.id ?? '';
    const found = reference.kinds.flatMap((kind) => this.withId(kind as Kind, id));
    const wanted =
      reference.source === undefined
        ? found
        : found.filter((entity) => entity.parent?.id === reference.source);
    const [first] = wanted;
    if (first !== undefined) {
      const sameOwner = wanted.every((entity) => entity.parent === first.parent);
      return sameOwner
        ? { state: 'found', entity: first }
        : { state: 'ambiguous', entities: wanted };
    }
    if (reference.kinds.includes('trust') && id === 'trust') return { state: 'outside' };
    const body = reference.kinds.includes('body') ? bodies.get(id) : undefined;
    return body === undefined ? { state: 'unknown' } : { state: 'body', body };
  }

  /** The item a reference names, if it names one. */
  find<K extends Kind>(kind: K, reference: Reference | undefined): Entity<K> | undefined {
    if (reference === undefined) return undefined;
    const resolution = this.resolve(reference);
    if (resolution.state !== 'found' || resolution.entity.kind !== kind) return undefined;
    return resolution.entity as unknown as Entity<K>;
  }

  /** The items of a kind that refer to an item in one of their fields, each once, in the plan's order. */
  referring<K extends Kind>(to: Entity, kind: K, field: string): readonly Entity<K>[] {
    const referrers = this.#referrers.get(to) ?? [];
    const entities = referrers
      .filter((referrer) => referrer.entity.kind === kind && referrer.field === field)
      .map(({ entity }) => entity);
    return [...new Set(entities)] as unknown as Entity<K>[];
  }

  #add(item: Item, unit: Unit, parent: Entity | undefined): void {
    const entity = { kind: item.kind, id: item.id, item, unit, parent } as Entity;
    push(this.#entities, item.kind, entity);
    push(this.#byId, `${item.kind} ${item.id}`, entity);
    for (const name of namesOf(item)) push(this.#byName, `${item.kind} ${fold(name)}`, entity);
    for (const child of item.children) this.#add(child, unit, entity);
  }

  #link(entity: Entity): void {
    for (const { field, reference } of referencesOf(entity.item)) {
      const resolution = this.resolve(reference);
      if (resolution.state !== 'found') continue;
      push(this.#referrers, resolution.entity, { entity, field, reference });
    }
  }

  #resolveName(reference: Reference, name: string): Resolution {
    const entities = new Set(
      reference.kinds.flatMap((kind) => this.#byName.get(`${kind} ${fold(name)}`) ?? []),
    );
    const [first] = entities;
    if (first === undefined) return { state: 'undeclared', name };
    if (entities.size > 1) return { state: 'ambiguous', entities: [...entities] };
    return { state: 'found', entity: first };
  }
}

/** Names under which an item may be quoted: its title, its aliases, its printed reference. */
function namesOf(item: Item): string[] {
  const names = [item.title.value, ...item.also.map((also) => also.name.value)];
  if ('ref' in item) names.push(item.ref?.printed.value);
  return names.filter((name) => name !== undefined);
}

/** Names compare without regard to case and spacing. */
const fold = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
