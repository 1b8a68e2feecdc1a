import type { Blocks, Kind } from './keywords/index.ts';
import type { PropertySpec, Slots } from './keywords/spec.ts';
import type { MissingWord } from './shapes.ts';
import type { Reads } from './slots.ts';
import type { GridRow, Span } from './tree.ts';

/**
 * What a block says, typed from the keyword table: `action.due?.date.value?.last`. The names of the
 * fields are the table's; no type is written a second time.
 */

/** A value as a person gave it: known, missing for a reason, or neither because it cannot be read. */
export interface Value<T> {
  readonly value: T | undefined;
  /** The word in its place: `none`, `tbc`, …; an indicator's figure may also be `suspended`. */
  readonly missing?: MissingWord | 'suspended' | undefined;
  /** What was written after `tbc`, `unreadable` or `withheld`. */
  readonly why?: string | undefined;
  /** The paper's own words. */
  readonly given?: string | undefined;
  /** Why it is believed though the paper does not say it. */
  readonly inferred?: string | undefined;
  readonly span: Span;
}

type Camel<S> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail> & string>}`
  : S;

type ValuesOf<V extends Slots> = { readonly [K in keyof V]: Value<Reads<V[K]>> };

type QualifiersOf<Q extends Slots> = {
  readonly [K in keyof Q as Camel<K>]?: Value<Reads<Q[K]>> | undefined;
};

/** One line of a block: where it stands, its values and its qualifiers. */
export interface Said {
  /** As written: a scale's line names its own word. */
  readonly keyword: string;
  readonly keywordSpan: Span;
  readonly span: Span;
}

export type PropertyOf<P> =
  P extends PropertySpec<infer V, infer Q, infer Many>
    ? Many extends true
      ? readonly (Said & ValuesOf<V> & QualifiersOf<Q>)[]
      : (Said & ValuesOf<V> & QualifiersOf<Q>) | undefined
    : never;

interface ItemBase<K extends Kind> {
  readonly kind: K;
  /** The keyword that began it; of a source or a requirement, it says which kind. */
  readonly keyword: string;
  readonly keywordSpan: Span;
  readonly id: string;
  readonly idSpan: Span;
  readonly title: Value<string>;
  /** The whole block, and its header's line alone. */
  readonly span: Span;
  readonly headerSpan: Span;
  /** Where a new line of the block may be put: after its last line, with the indentation of its lines. */
  readonly insertAt: InsertionPoint;
  readonly children: readonly Item[];
  readonly rows: readonly GridRow[];
}

export interface InsertionPoint {
  readonly offset: number;
  readonly indent: string;
  /** Whether the block has no braces yet. */
  readonly bare: boolean;
}

type FieldsOf<K extends Kind> = {
  readonly [F in keyof Blocks[K]['properties']]: PropertyOf<Blocks[K]['properties'][F]>;
};

/** A block of one kind, read. */
export type ItemOf<K extends Kind> = ItemBase<K> & FieldsOf<K>;

/** A block of any kind; `kind` tells which. */
export type Item = { [K in Kind]: ItemOf<K> }[Kind];

/** What stands under a field's name in an item, for code that walks the table. */
export type AnySaid = Said & Readonly<Record<string, Value<unknown> | Span | string | undefined>>;
