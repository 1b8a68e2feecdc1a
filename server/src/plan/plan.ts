import { kinds, type Kind } from '../language/keywords/index.ts';
import type { Reference } from '../language/slots.ts';
import { ByName } from './by-name.ts';
import { Watch, type Cell, type Watched } from './cells.ts';
import { entitiesOf, namesOf, type Entity, type Resolution, type Use } from './entity.ts';
import { KnownFact, type FactOf } from './fact.ts';
import type { PlanFile, Unit, UnitChange } from './file.ts';
import { Lists, OrderedList } from './lists.ts';
import { Uses } from './uses.ts';
import { bodies } from './vocabularies.ts';

export type { Entity, Resolution, Use } from './entity.ts';

/** Something that follows from a plan. */
export type Fact<T> = FactOf<Plan, T>;

const outside: Resolution = { state: 'outside' };
const unknown: Resolution = { state: 'unknown' };

/**
 * The typed plan of one project: every item of its files, and what refers to what. It follows its
 * files: after edits, `update` takes out what is gone and puts in what is new, and what nobody touched
 * stays what it is.
 */
export class Plan {
  /** Whether it may follow edits of its files. */
  readonly isFollowed: boolean;
  readonly #watch: Watch;
  #files: readonly PlanFile[] = [];
  readonly #order = new Map<PlanFile, number>();
  /** The items of each unit that has any, those inside others after them. */
  readonly #entities = new Map<Unit, readonly Entity[]>();
  readonly #all = new Map<Kind, OrderedList<Entity>>();
  readonly #byId: Lists<Entity>;
  readonly #byName: ByName;
  readonly #uses: Uses;
  readonly #facts = new Map<Fact<unknown>, Map<string, KnownFact<Plan, unknown>>>();
  readonly #staleFacts = new Set<KnownFact<Plan, unknown>>();
  #wideChanges = 0;

  /** @param isFollowed false where its files will not change any more: what was read of it is then not noted */
  constructor(files: readonly PlanFile[], isFollowed = true) {
    this.isFollowed = isFollowed;
    this.#watch = new Watch(isFollowed);
    const entities = (a: Entity, b: Entity): number => this.compare(a, b);
    const uses = (a: Use, b: Use): number =>
      this.compare(a.entity, b.entity) || a.reference.span.start - b.reference.span.start;
    for (const kind of kinds) this.#all.set(kind, new OrderedList(entities, this.#watch));
    this.#byId = new Lists(entities, this.#watch);
    const everything = (): Iterable<readonly Entity[]> => this.#entities.values();
    this.#byName = new ByName(new Lists(entities, this.#watch), everything);
    this.#uses = new Uses(uses, this.#watch, everything);
    this.setFiles(files);
  }

  get files(): readonly PlanFile[] {
    return this.#files;
  }

  /** Follows the edits that were made to its files since it last did. */
  update(): UnitChange {
    const changes = this.#files.map((file) => file.takeChange());
    return this.#replace(
      changes.flatMap(({ removed }) => removed),
      changes.flatMap(({ added }) => added),
    );
  }

  /** Takes other files, in their order; those it has already keep their items. */
  setFiles(files: readonly PlanFile[]): UnitChange {
    const gone = new Set(this.#files);
    const isNew = files.filter((file) => !gone.delete(file));
    for (const file of isNew) file.takeChange();
    const edited = this.update();
    this.#files = files;
    this.#order.clear();
    for (const [index, file] of files.entries()) this.#order.set(file, index);
    const units = (of: Iterable<PlanFile>): Unit[] => [...of].flatMap((file) => file.units);
    const own = this.#replace(units(gone), units(isNew));
    // What was edited in a file before it went has come and gone.
    const came = new Set(edited.added);
    const went = new Set(own.removed);
    return {
      removed: [...edited.removed, ...own.removed.filter((unit) => !came.has(unit))],
      added: [...edited.added.filter((unit) => !went.has(unit)), ...own.added],
    };
  }

  /** Every item of a kind, in the order of the files and their text. */
  all<K extends Kind>(kind: K): readonly Entity<K>[] {
    return (this.#all.get(kind)?.read() ?? []) as unknown as readonly Entity<K>[];
  }

  /** The items of a kind that have an id; more than one only where the plan is wrong, or for requirements. */
  withId<K extends Kind>(kind: K, id: string): readonly Entity<K>[] {
    return this.#byId.read(kind, id) as unknown as readonly Entity<K>[];
  }

  /** The items of a unit, those inside others after them. */
  entitiesIn(unit: Unit): readonly Entity[] {
    return this.#entities.get(unit) ?? [];
  }

  /** The plan's heading, where there is one. */
  get heading(): Entity<'plan'> | undefined {
    return this.all('plan')[0];
  }

  resolve(reference: Reference): Resolution {
    if (reference.notInPlan) return outside;
    if (reference.name !== undefined) return this.#resolveName(reference, reference.name);
    const id = reference.id ?? '';
    const wanted = this.#withIdOf(reference, id);
    const [first] = wanted;
    if (first !== undefined) {
      return wanted.every((entity) => entity.parent === first.parent)
        ? { state: 'found', entity: first }
        : { state: 'ambiguous', entities: wanted };
    }
    if (reference.kinds.includes('trust') && id === 'trust') return outside;
    const body = reference.kinds.includes('body') ? bodies.get(id) : undefined;
    return body === undefined ? unknown : { state: 'body', body };
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
    const uses = this.usesOf(to).filter(
      (use) => use.entity.kind === kind && use.field === field && !use.asSource,
    );
    return [...new Set(uses.map(({ entity }) => entity))] as unknown as Entity<K>[];
  }

  /** Every reference that names an item, or a source before a requirement's id, in the plan's order. */
  usesOf(to: Entity): readonly Use[] {
    return this.mentionsOf(to).filter((use) => use.asSource || this.#names(use.reference, to));
  }

  /** Every reference that has an id or a name of an item, whether it means that item or another. */
  mentionsOf(to: Entity): readonly Use[] {
    const byId = this.#uses.ofId(to.kind, to.id);
    if (this.#uses.hasNoNames(to.kind)) return byId;
    const byName = namesOf(to.item).flatMap((name) => this.#uses.ofName(to.kind, name));
    return byName.length === 0 ? byId : [...byId, ...byName];
  }

  /** Every reference by a name where a thing of a kind could stand, in the plan's order. */
  usesOfName(kind: Kind, name: string): readonly Use[] {
    return this.#uses.ofName(kind, name);
  }

  /** Something that follows from the plan; kept until what it follows from has changed. */
  fact<T>(fact: Fact<T>, key = ''): T {
    const kept = fact as Fact<unknown>;
    let ofFact = this.#facts.get(kept);
    if (ofFact === undefined) {
      ofFact = new Map<string, KnownFact<Plan, unknown>>();
      this.#facts.set(kept, ofFact);
    }
    let known = ofFact.get(key);
    if (known === undefined) {
      known = new KnownFact(
        this,
        kept,
        key,
        this.#watch,
        (stale) => this.#staleFacts.add(stale),
        () => this.#wideChanges++,
      );
      ofFact.set(key, known);
    }
    return known.value as T;
  }

  /** How often something has changed that nearly all follows from. */
  get wideChanges(): number {
    return this.#wideChanges;
  }

  /** Whether somebody wants to know what is read. */
  get isWatched(): boolean {
    return this.#watch.isOn;
  }

  /** Notes that cells are read, where somebody is watching. */
  note(cells: readonly Cell[]): void {
    if (!this.#watch.isOn) return;
    for (const cell of cells) this.#watch.note(cell);
  }

  /** Works something out, and says what of the plan it was worked out from. */
  watch<T>(work: () => T): Watched<T> {
    return this.#watch.watch(work);
  }

  /** Which of two items stands first: by file, then by its place. */
  compare(a: Entity, b: Entity): number {
    const order = (entity: Entity): number => this.#order.get(entity.unit.file) ?? 0;
    return (
      (a.unit.file === b.unit.file ? 0 : order(a) - order(b)) ||
      a.unit.start - b.unit.start ||
      a.item.span.start - b.item.span.start
    );
  }

  #replace(removed: readonly Unit[], added: readonly Unit[]): UnitChange {
    for (const unit of removed) this.#remove(unit);
    for (const unit of added) this.#add(unit);
    for (const fact of this.#staleFacts) {
      this.#staleFacts.delete(fact);
      fact.refreshIfRead();
    }
    return { removed, added };
  }

  #add(unit: Unit): void {
    const entities = entitiesOf(unit);
    if (entities.length === 0) return;
    this.#entities.set(unit, entities);
    for (const entity of entities) {
      this.#all.get(entity.kind)?.add(entity);
      this.#byId.add(entity.kind, entity.id, entity);
    }
    this.#byName.add(entities);
    this.#uses.add(entities);
  }

  #remove(unit: Unit): void {
    const entities = this.#entities.get(unit);
    if (entities === undefined) return;
    this.#entities.delete(unit);
    for (const entity of entities) {
      this.#all.get(entity.kind)?.remove(entity);
      this.#byId.remove(entity.kind, entity.id, entity);
    }
    this.#byName.remove(entities);
    this.#uses.remove(entities);
  }

  /** Whether a reference names an item, where its id or name is one of the item's. */
  #names(reference: Reference, to: Entity): boolean {
    const resolution = this.resolve(reference);
    return resolution.state === 'found' && resolution.entity === to;
  }

  #withIdOf({ kinds: of, source }: Reference, id: string): readonly Entity[] {
    const found =
      of.length === 1
        ? this.#byId.read(of[0] ?? '', id)
        : of.flatMap((kind) => this.#byId.read(kind, id));
    return source === undefined ? found : found.filter(({ parent }) => parent?.id === source);
  }

  #resolveName(reference: Reference, name: string): Resolution {
    const entities = new Set(reference.kinds.flatMap((kind) => this.#byName.read(kind, name)));
    const [first] = entities;
    if (first === undefined) return { state: 'undeclared', name };
    if (entities.size > 1) return { state: 'ambiguous', entities: [...entities] };
    return { state: 'found', entity: first };
  }
}
