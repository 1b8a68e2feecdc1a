import { Cell, Watch } from './cells.ts';

const empty: readonly never[] = [];

/** Things kept in an order of their own: what goes in or out costs little, and they are sorted when read. */
export class OrderedList<T extends object> extends Cell {
  readonly #compare: (a: T, b: T) => number;
  readonly #watch: Watch;
  /** Most lists hold one thing for ever: only those that held more have a set. */
  #only: T | undefined;
  #things: Set<T> | undefined;
  #sorted: readonly T[] | undefined;

  constructor(compare: (a: T, b: T) => number, watch: Watch) {
    super();
    this.#compare = compare;
    this.#watch = watch;
  }

  get isEmpty(): boolean {
    return this.#things === undefined ? this.#only === undefined : this.#things.size === 0;
  }

  add(thing: T): void {
    if (this.#things !== undefined) this.#things.add(thing);
    else if (this.#only === undefined) this.#only = thing;
    else if (this.#only !== thing) {
      this.#things = new Set([this.#only, thing]);
      this.#only = undefined;
    }
    this.#touch();
  }

  remove(thing: T): void {
    if (this.#only === thing) this.#only = undefined;
    else if (this.#things?.delete(thing) !== true) return;
    this.#touch();
  }

  read(): readonly T[] {
    this.#watch.note(this);
    this.#sorted ??= this.#inOrder();
    return this.#sorted;
  }

  #inOrder(): readonly T[] {
    if (this.#things === undefined) return this.#only === undefined ? empty : [this.#only];
    const all = [...this.#things];
    return all.length > 1 ? all.sort(this.#compare) : all;
  }

  #touch(): void {
    this.#sorted = undefined;
    this.changed();
  }
}

/** Ordered lists by a kind and a key. One that nobody has put anything in can be read too, and be waited for. */
export class Lists<T extends object> {
  readonly #compare: (a: T, b: T) => number;
  readonly #watch: Watch;
  readonly #lists = new Map<string, Map<string, OrderedList<T>>>();

  constructor(compare: (a: T, b: T) => number, watch: Watch) {
    this.#compare = compare;
    this.#watch = watch;
  }

  add(kind: string, key: string, thing: T): void {
    this.#at(kind, key).add(thing);
  }

  remove(kind: string, key: string, thing: T): void {
    const list = this.#lists.get(kind)?.get(key);
    list?.remove(thing);
    if (list?.isEmpty === true && !list.isRead) this.#lists.get(kind)?.delete(key);
  }

  /** Whether there is no list of a kind. */
  hasNone(kind: string): boolean {
    return (this.#lists.get(kind)?.size ?? 0) === 0;
  }

  read(kind: string, key: string): readonly T[] {
    const known = this.#lists.get(kind)?.get(key);
    if (known !== undefined) return known.read();
    return this.#watch.isOn ? this.#at(kind, key).read() : empty;
  }

  #at(kind: string, key: string): OrderedList<T> {
    let ofKind = this.#lists.get(kind);
    if (ofKind === undefined) this.#lists.set(kind, (ofKind = new Map<string, OrderedList<T>>()));
    let list = ofKind.get(key);
    if (list === undefined) ofKind.set(key, (list = new OrderedList(this.#compare, this.#watch)));
    return list;
  }
}

/**
 * Ordered lists by a kind and a name, which are waited for kind by kind: nearly every item has a name,
 * and hardly any is referred to by it.
 */
export class ListsByName<T extends object> {
  readonly #watch: Watch;
  readonly #cells = new Map<string, Cell>();
  readonly #lists: Lists<T>;

  constructor(compare: (a: T, b: T) => number, watch: Watch) {
    this.#watch = watch;
    this.#lists = new Lists(compare, new Watch());
  }

  add(kind: string, name: string, thing: T): void {
    this.#lists.add(kind, name, thing);
    this.#cells.get(kind)?.changed();
  }

  remove(kind: string, name: string, thing: T): void {
    this.#lists.remove(kind, name, thing);
    this.#cells.get(kind)?.changed();
  }

  /** Whether nothing of a kind is here by any name; waited for like a list. */
  hasNone(kind: string): boolean {
    this.#waitFor(kind);
    return this.#lists.hasNone(kind);
  }

  read(kind: string, name: string): readonly T[] {
    this.#waitFor(kind);
    return this.#lists.read(kind, name);
  }

  #waitFor(kind: string): void {
    let cell = this.#cells.get(kind);
    if (cell === undefined) this.#cells.set(kind, (cell = new Cell()));
    this.#watch.note(cell);
  }
}
