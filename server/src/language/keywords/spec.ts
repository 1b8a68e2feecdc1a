import type { Slot } from '../slots.ts';

/**
 * The form of the keyword table: a block has properties, a property has values in order and
 * qualifiers in any order. The typed plan, the parser's messages, completion, the reference and
 * the JSON Schema all follow from these rows.
 */

// The slots of a row are of many types at once; `never` here would forbid reading them back.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Slots = Readonly<Record<string, Slot<any>>>;

export interface PropertySpec<
  V extends Slots = Slots,
  Q extends Slots = Slots,
  Many extends boolean = boolean,
> {
  readonly keyword: string;
  readonly doc: string;
  /** What follows the keyword, in order, by name. */
  readonly values: V;
  /** What may follow the values, by keyword, in any order, each once. */
  readonly qualifiers: Q;
  /** Whether it may be said more than once. */
  readonly many: Many;
}

// No qualifiers at all: a record without keys, which the rule takes for a slip.
// eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type
type NoSlots = Readonly<Record<never, never>>;

/** A property said at most once. */
export const one = <const V extends Slots, const Q extends Slots = NoSlots>(
  keyword: string,
  doc: string,
  values: V,
  qualifiers?: Q,
): PropertySpec<V, Q, false> => ({
  keyword,
  doc,
  values,
  qualifiers: qualifiers ?? ({} as Q),
  many: false,
});

/** A property that may be said many times; all are kept, in the order of the text. */
export const many = <const V extends Slots, const Q extends Slots = NoSlots>(
  keyword: string,
  doc: string,
  values: V,
  qualifiers?: Q,
): PropertySpec<V, Q, true> => ({ ...one(keyword, doc, values, qualifiers), many: true });

export type Properties = Readonly<Record<string, PropertySpec>>;

/** The kinds of things that have ids; an id is unique within its kind (a requirement's within its source). */
export const kinds = [
  'plan',
  'trust',
  'directorate',
  'service',
  'committee',
  'sro',
  'risk',
  'scale',
  'term',
  'source',
  'requirement',
  'action',
  'indicator',
  'ratings',
  'meeting',
] as const;

export type Kind = (typeof kinds)[number];

export interface BlockSpec<P extends Properties = Properties> {
  readonly kind: Kind;
  /** For people: “a committee”. */
  readonly name: string;
  readonly doc: string;
  readonly properties: P;
  /** The kind of block that may stand inside it. */
  readonly children?: Kind | undefined;
  /** Whether rows that begin with `|` may stand inside it. */
  readonly grid?: true | undefined;
  /** What a line with any other keyword is: a level of a scale names itself. */
  readonly otherwise?: string | undefined;
  /** The keywords that begin it, each with what it is; one for most kinds. */
  readonly keywords: Readonly<Record<string, string>>;
}

export const block = <const P extends Properties>(spec: BlockSpec<P>): BlockSpec<P> => spec;

/** The field that a qualifier's keyword fills: `unless-agreed` fills `unlessAgreed`. */
export const camelCase = (keyword: string): string =>
  keyword.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
