import { fold, namesOf, type Entity } from './entity.ts';
import type { Lists } from './lists.ts';

/**
 * A plan’s items by their names, those of a kind from when somebody first looks for one: most things are
 * referred to by their ids.
 */
export class ByName {
  readonly #lists: Lists<Entity>;
  /** Every item there is, unit by unit. */
  readonly #everything: () => Iterable<readonly Entity[]>;
  readonly #kinds = new Set<string>();

  constructor(lists: Lists<Entity>, everything: () => Iterable<readonly Entity[]>) {
    this.#lists = lists;
    this.#everything = everything;
  }

  add(entities: readonly Entity[]): void {
    for (const entity of entities) if (this.#kinds.has(entity.kind)) this.#add(entity);
  }

  remove(entities: readonly Entity[]): void {
    for (const entity of entities) {
      if (!this.#kinds.has(entity.kind)) continue;
      for (const name of namesOf(entity.item)) this.#lists.remove(entity.kind, fold(name), entity);
    }
  }

  /** The items of a kind that have a name. */
  read(kind: string, name: string): readonly Entity[] {
    if (!this.#kinds.has(kind)) {
      this.#kinds.add(kind);
      for (const entities of this.#everything()) {
        for (const entity of entities) if (entity.kind === kind) this.#add(entity);
      }
    }
    return this.#lists.read(kind, fold(name));
  }

  #add(entity: Entity): void {
    for (const name of namesOf(entity.item)) this.#lists.add(entity.kind, fold(name), entity);
  }
}
