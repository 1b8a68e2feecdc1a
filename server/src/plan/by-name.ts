import { fold, namesOf, type Entity } from './entity.ts';
import type { Lists } from './lists.ts';

/**
 * A plan’s items by their names, filled when somebody first looks for one: in many plans all is referred
 * to by its id.
 */
export class ByName {
  readonly #lists: Lists<Entity>;
  /** Every item there is, unit by unit. */
  readonly #everything: () => Iterable<readonly Entity[]>;
  #isFilled = false;

  constructor(lists: Lists<Entity>, everything: () => Iterable<readonly Entity[]>) {
    this.#lists = lists;
    this.#everything = everything;
  }

  add(entities: readonly Entity[]): void {
    if (!this.#isFilled) return;
    for (const entity of entities) {
      for (const name of namesOf(entity.item)) this.#lists.add(entity.kind, fold(name), entity);
    }
  }

  remove(entities: readonly Entity[]): void {
    if (!this.#isFilled) return;
    for (const entity of entities) {
      for (const name of namesOf(entity.item)) this.#lists.remove(entity.kind, fold(name), entity);
    }
  }

  /** The items of a kind that have a name. */
  read(kind: string, name: string): readonly Entity[] {
    if (!this.#isFilled) {
      this.#isFilled = true;
      for (const entities of this.#everything()) this.add(entities);
    }
    return this.#lists.read(kind, fold(name));
  }
}
