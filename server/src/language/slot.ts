import type { Cursor } from './cursor.ts';
import type { Span } from './tree.ts';

/** The form of a slot, and what slots read. */

/** What stands there is of the slot's form but cannot be: 31 June, a list that ends with a comma. */
export class Misread {
  declare readonly misread: 'impossible-date' | 'unfinished-list';
  declare readonly reason: string;
  declare readonly span: Span;

  constructor(misread: Misread['misread'], reason: string, span: Span) {
    this.misread = misread;
    this.reason = reason;
    this.span = span;
  }
}

export interface Slot<T> {
  readonly kind: SlotKind;
  /** For people: “a date such as 31 October 2018”. */
  readonly expects: string;
  readonly optional: boolean;
  /** Words that may stand in place of the value, besides those every slot takes. */
  readonly alsoMissing: readonly string[];
  /** JSON Schema of the value as exported. */
  readonly schema: object;
  /** For references: the kinds an id may be of; for words: the words. */
  readonly of: readonly string[];
  /** Takes the value from the cursor; undefined, with nothing taken, when something else stands there. */
  read(cursor: Cursor): T | Misread | undefined;
}

export type SlotKind =
  | 'text'
  | 'id'
  | 'word'
  | 'term'
  | 'level'
  | 'reference'
  | 'references'
  | 'date'
  | 'period'
  | 'figure'
  | 'regulations'
  | 'ids';

export type Reads<S> = S extends Slot<infer T> ? T : never;

/** A name of something declared elsewhere: an id (perhaps with its source), or a name in quotes. */
export interface Reference {
  readonly kinds: readonly string[];
  readonly id?: string | undefined;
  /** The source a requirement's id is looked up in: `NHSI-2019:1.1`. */
  readonly source?: string | undefined;
  /** A name as printed, in quotes; resolved by title and alias. */
  readonly name?: string | undefined;
  readonly notInPlan: boolean;
  readonly span: Span;
}

/** A word of one of the plan's own scales: `amber`. */
export interface Level {
  readonly scale: string;
  readonly word: string;
  readonly span: Span;
}

export interface Figure {
  readonly amount: number;
  readonly percent: boolean;
  readonly written: string;
}

/** A paragraph of a regulation: 17(2)(a) of the 2014 Regulations unless another instrument is named. */
export interface RegulationReference {
  /** The year of the instrument: `2014`, or `2009` for the Registration Regulations. */
  readonly instrument: string;
  readonly paragraph: string;
  readonly span: Span;
}

export const isMisread = (value: unknown): value is Misread => value instanceof Misread;
