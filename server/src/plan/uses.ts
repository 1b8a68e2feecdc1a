import { referencesTo, visitReferences } from '../language/walk.ts';
import { fold, type Entity, type Use } from './entity.ts';
import { Lists, ListsByName } from './lists.ts';
import type { Watch } from './cells.ts';

/**
 * What refers to what, by the kind of thing that is to be named: of a kind from when somebody first asks
 * for it. A plan refers ten times an action, and most of what is referred to nobody looks at from there.
 */
export class Uses {
  readonly #byId: Lists<Use>;
  readonly #byName: ListsByName<Use>;
  /** Every item there is, unit by unit. */
  readonly #everything: () => Iterable<readonly Entity[]>;
  /** Of each kind asked for, what the items of a unit refer to; units that do not are left out. */
  readonly #known = new Map<string, Map<readonly Entity[], readonly Use[]>>();

  constructor(
    compare: (a: Use, b: Use) => number,
    watch: Watch,
    everything: () => Iterable<readonly Entity[]>,
  ) {
    this.#byId = new Lists(compare, watch);
    this.#byName = new ListsByName(compare, watch);
    this.#everything = everything;
  }

  /** Enters what the items of a unit refer to. */
  add(entities: readonly Entity[]): void {
    for (const [kind, known] of this.#known) this.#enter(kind, entities, known);
  }

  remove(entities: readonly Entity[]): void {
    for (const [kind, known] of this.#known) {
      for (const use of known.get(entities) ?? []) {
        const { byId, key } = keyOf(use);
        (byId ? this.#byId : this.#byName).remove(kind, key, use);
      }
      known.delete(entities);
    }
  }

  /** Every reference to a thing of a kind by an id, or to a source by the id before a requirement’s. */
  ofId(kind: string, id: string): readonly Use[] {
    this.#lookFor(kind);
    return this.#byId.read(kind, id);
  }

  /** Every reference to a thing of a kind by a name. */
  ofName(kind: string, name: string): readonly Use[] {
    this.#lookFor(kind);
    return this.#byName.read(kind, fold(name));
  }

  /** Whether nothing of a kind is referred to by any name. */
  hasNoNames(kind: string): boolean {
    this.#lookFor(kind);
    return this.#byName.hasNone(kind);
  }

  #lookFor(kind: string): void {
    if (this.#known.has(kind)) return;
    const known = new Map<readonly Entity[], readonly Use[]>();
    this.#known.set(kind, known);
    for (const entities of this.#everything()) this.#enter(kind, entities, known);
  }

  #enter(
    kind: string,
    entities: readonly Entity[],
    known: Map<readonly Entity[], readonly Use[]>,
  ): void {
    const uses = usesBy(entities, kind);
    if (uses.length === 0) return;
    known.set(entities, uses);
    for (const use of uses) {
      const { byId, key } = keyOf(use);
      (byId ? this.#byId : this.#byName).add(kind, key, use);
    }
  }
}

/** Every reference of some items to a kind; one with a source before it names that too. */
function usesBy(entities: readonly Entity[], kind: string): readonly Use[] {
  const uses: Use[] = [];
  const rows = referencesTo(kind);
  for (const entity of entities) {
    visitReferences(
      entity.item,
      (reference, field) => {
        if (reference.notInPlan) return;
        if (reference.kinds.includes(kind)) {
          uses.push({ entity, field, reference, asSource: false });
        }
        if (kind === 'source' && reference.source !== undefined) {
          uses.push({ entity, field, reference, asSource: true });
        }
      },
      rows,
    );
  }
  return uses;
}

/** Under what a use is entered: an id, or a name. */
function keyOf({ reference, asSource }: Use): { readonly byId: boolean; readonly key: string } {
  const { id, name, source } = reference;
  if (asSource) return { byId: true, key: source ?? '' };
  return name === undefined ? { byId: true, key: id ?? '' } : { byId: false, key: fold(name) };
}
