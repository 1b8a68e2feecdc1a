import { referenceTo } from '../../checks/shared/references.ts';
import { bareName, declaredByBareName, namedKinds } from '../../plan/facts/names.ts';
import type { Level, Reference } from '../../language/slots.ts';
import { fold } from '../../plan/entity.ts';
import { freeId } from '../../plan/new-id.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { bodies } from '../../plan/vocabularies.ts';
import type { Side, SideItem } from './side.ts';
import type { Naming } from './wording.ts';

/** What the items of a spreadsheet are in the plan, where they may have other ids by now. */

/** How an item of a plan is kept in mind: its id, a requirement's with its source. */
export const linkTo = ({ id, parent }: Entity): string =>
  parent === undefined ? id : `${parent.id}:${id}`;

const asked = ['source', 'requirement', 'action'] as const;

/**
 * Finds the items of a side in the plan: by the id that was kept in mind, by the id that the import gives, by the printed
 * reference, or by the title, where just one item has it.
 * @param links ids that were kept in mind; undefined for rows that are new: an id that the import has made up says nothing of them
 * @param others items of the plan that are spoken for
 * @returns the items of the plan, by the keys of those of the side
 */
export function findInPlan(
  plan: Plan,
  items: readonly SideItem[],
  links: Readonly<Record<string, string>> | undefined,
  others: Iterable<Entity> = [],
): Map<string, Entity> {
  const found = new Map<string, Entity>();
  const taken = new Set(others);
  const all = asked.flatMap((kind): Entity[] => [...plan.all(kind)]);
  const by = (textOf: (entity: Entity) => string | undefined): Map<string, Entity[]> =>
    Map.groupBy(all, (entity) => `${entity.kind} ${fold(textOf(entity) ?? '')}`);
  const [linked, printed, titled] = [by(linkTo), by(printedOf), by(titleOf)];
  const named = (from: Map<string, Entity[]>, { kind }: Entity, text = ''): readonly Entity[] =>
    fold(text) === '' ? [] : (from.get(`${kind} ${fold(text)}`) ?? []);
  const ways: readonly ((item: SideItem) => readonly Entity[])[] = [
    ({ key, entity }) => named(linked, entity, links?.[key]),
    ({ entity, printed: reference }) => {
      if (entity.kind === 'plan') return plan.all('plan').slice(0, 1);
      const isMadeUp = asked.includes(entity.kind as 'action') && reference === undefined;
      return isMadeUp && links === undefined ? [] : plan.withId(entity.kind, entity.id);
    },
    ({ entity, printed: reference }) => named(printed, entity, reference),
    ({ entity }) => named(titled, entity, titleOf(entity)),
  ];
  for (const way of ways) {
    for (const item of items) {
      if (found.has(item.key)) continue;
      const [one, second] = way(item).filter((entity) => !taken.has(entity));
      if (one === undefined || second !== undefined) continue;
      found.set(item.key, one);
      taken.add(one);
    }
  }
  return found;
}

const titleOf = ({ item }: Entity): string | undefined => item.title.value;

const printedOf = ({ item }: Entity): string | undefined =>
  'ref' in item ? item.ref?.printed.value : undefined;

/** The kinds that are named in a registry. */
export type NamedEntity = Entity<(typeof namedKinds)[number]>;

const isNamed = (entity: Entity): entity is NamedEntity =>
  (namedKinds as readonly string[]).includes(entity.kind);

/** What lines of a spreadsheet call things, in the plan's words. */
export class PlanNames {
  readonly #plan: Plan;
  /** The plan’s ids of names in the file as it was, by kind and bare name. */
  readonly #before: ReadonlyMap<string, string>;
  readonly #known = new Map<Entity, Entity | undefined>();
  /** By the names of things that the plan does not have, the ids that they get. */
  readonly #made = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** @param links the ids of names that the plan has under others than the import gives them */
  constructor(plan: Plan, before: Side, links: Readonly<Record<string, string>>) {
    this.#plan = plan;
    this.#before = new Map(
      namesIn(before).map((entity) => [
        nameKey(entity),
        links[`${entity.kind} ${entity.id}`] ?? entity.id,
      ]),
    );
  }

  /** The plan's own lines, with every thing by its id. */
  get ours(): Naming {
    const plan = this.#plan;
    return {
      reference(reference) {
        const resolution = plan.resolve(reference);
        return resolution.state === 'found' ? referenceTo(plan, resolution.entity) : undefined;
      },
      level: () => undefined,
    };
  }

  /** How the plan refers to an item that it has. */
  referenceTo(entity: Entity): string {
    return referenceTo(this.#plan, entity);
  }

  /** @param idOf what a source, a requirement or an action is called in the plan */
  of(side: Side, idOf: (entity: Entity) => string): Naming {
    return {
      reference: (reference) => {
        const resolution = side.plan.resolve(reference);
        if (resolution.state !== 'found') return undefined;
        const { entity } = resolution;
        return isNamed(entity) ? this.#nameOf(entity) : idOf(entity);
      },
      level: (level) => this.#levelOf(side, level),
    };
  }

  /** What a reference names that is to be declared in the plan, and its id there. */
  toDeclare(side: Side, reference: Reference): { entity: NamedEntity; id: string } | undefined {
    const resolution = side.plan.resolve(reference);
    if (resolution.state !== 'found' || !isNamed(resolution.entity)) return undefined;
    const { entity } = resolution;
    if (this.#declared(entity) !== undefined) return undefined;
    const id = this.#made.get(nameKey(entity));
    return id === undefined ? undefined : { entity, id };
  }

  /** The ids of names that the plan has, or gets, under others than the import gives them. */
  links(side: Side): Record<string, string> {
    const links: Record<string, string> = {};
    for (const entity of namesIn(side)) {
      const id = this.#declared(entity)?.id ?? this.#made.get(nameKey(entity));
      if (id !== undefined && id !== entity.id) links[`${entity.kind} ${entity.id}`] = id;
    }
    return links;
  }

  /** An id for what has no reference: the next number that is free, as an import counts. */
  countedId(kind: Entity['kind'], stem: string): string {
    const isTaken = (id: string): boolean =>
      this.#taken.has(`${kind} ${id}`) || this.#plan.withId(kind, id).length > 0;
    let number = 1;
    while (isTaken(`${stem}${String(number)}`)) number++;
    return this.freeId(kind, `${stem}${String(number)}`);
  }

  /** An id that the plan has not yet, for an item of a kind. */
  freeId(kind: Entity['kind'], id: string): string {
    const isNamedKind = (namedKinds as readonly string[]).includes(kind);
    const kinds: readonly Entity['kind'][] = isNamedKind ? namedKinds : [kind];
    const free = freeId(id, (one) => {
      if (this.#taken.has(`${isNamedKind ? '' : kind} ${one}`)) return true;
      if (isNamedKind && (bodies.has(one) || one === 'trust')) return true;
      return kinds.some((other) => this.#plan.withId(other, one).length > 0);
    });
    this.#taken.add(`${isNamedKind ? '' : kind} ${free}`);
    return free;
  }

  #nameOf(entity: NamedEntity): string {
    const declared = this.#declared(entity);
    if (declared !== undefined) return declared.id;
    const key = nameKey(entity);
    const made = this.#made.get(key) ?? this.freeId(entity.kind, entity.id);
    this.#made.set(key, made);
    return made;
  }

  /** A thing by its name, else by the id that it had when its name was the file's. */
  #declared(entity: NamedEntity): Entity | undefined {
    if (!this.#known.has(entity)) this.#known.set(entity, this.#lookUp(entity));
    return this.#known.get(entity);
  }

  #lookUp(entity: NamedEntity): Entity | undefined {
    const { kind } = entity;
    const names = [entity.item.title, ...entity.item.also.map(({ name }) => name)];
    const byName = this.#plan.fact(declaredByBareName, kind);
    for (const { value = '' } of names) {
      const [one, second] = byName.get(bareName(value)) ?? [];
      if (one !== undefined && second === undefined) return one;
    }
    const before = this.#before.get(nameKey(entity));
    return before === undefined ? undefined : this.#plan.withId(kind, before)[0];
  }

  /** A word of a scale, where the plan calls it otherwise by now: the one with the same label. */
  #levelOf(side: Side, { scale, word }: Level): string | undefined {
    const levelsIn = (plan: Plan) => plan.withId('scale', scale)[0]?.item.levels ?? [];
    const own = levelsIn(this.#plan);
    if (own.some(({ keyword }) => keyword === word)) return undefined;
    const label = levelsIn(side.plan).find(({ keyword }) => keyword === word)?.label.value;
    return label === undefined
      ? undefined
      : own.find((level) => level.label.value === label)?.keyword;
  }
}

const namesIn = ({ plan }: Side): NamedEntity[] =>
  namedKinds.flatMap((kind): readonly NamedEntity[] => plan.all(kind));

const nameKey = ({ kind, item: { title }, id }: NamedEntity): string =>
  `${kind} ${bareName(title.value ?? '') || (title.value ?? id)}`;
