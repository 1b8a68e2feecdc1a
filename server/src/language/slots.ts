import type { Cursor } from './cursor.ts';
import { readDate, readPeriod, type DateReading, type PlanDate } from './dates.ts';
import { isMissingWord } from './shapes.ts';
import type { Span } from './tree.ts';

/**
 * Slots: what a keyword takes. The same word is an id, a date or a number depending on the slot
 * that reads it; completion, hover, the reference and the JSON Schema ask the slot what it holds.
 */

/** What stands there is of the slot's form but cannot be: 31 June, a list that ends with a comma. */
export interface Misread {
  readonly misread: 'impossible-date' | 'unfinished-list';
  readonly reason: string;
  readonly span: Span;
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

export const isMisread = (value: unknown): value is Misread =>
  typeof value === 'object' && value !== null && 'misread' in value;

const base = { optional: false, alsoMissing: [] as readonly string[], of: [] as readonly string[] };

/** A text in quotes, or the text block at the line's end. */
export const text: Slot<string> = {
  ...base,
  kind: 'text',
  expects: 'a text in "quotation marks"',
  schema: { type: 'string' },
  read(cursor) {
    const quoted = cursor.quoted();
    if (quoted === undefined) return cursor.done ? cursor.takeText()?.text : undefined;
    cursor.take();
    return quoted.text;
  },
};

/** An id that is declared here: a step's number, a ground's paragraph. */
export const id: Slot<string> = {
  ...base,
  kind: 'id',
  expects: 'an id or a number',
  schema: { type: 'string' },
  read: takeWord,
};

/** Ids of a list that nothing in a plan declares: licence conditions. */
export const ids: Slot<readonly string[]> = {
  ...base,
  kind: 'ids',
  expects: 'one or more references, with commas between them',
  schema: { type: 'array', items: { type: 'string' } },
  read: (cursor) => takeList(cursor, takeWord),
};

/** One of a few fixed words. */
export function word<const W extends string>(...words: readonly W[]): Slot<W> {
  const isOne = (candidate: string): candidate is W =>
    (words as readonly string[]).includes(candidate);
  return {
    ...base,
    kind: 'word',
    expects: words.join(' or '),
    schema: { enum: words },
    of: words,
    read(cursor) {
      const found = cursor.word()?.text;
      if (found === undefined || !isOne(found)) return undefined;
      cursor.take();
      return found;
    },
  };
}

/** A word of a dated vocabulary (key questions, notices): which words it has is data, not grammar. */
export function term(vocabulary: string, expects: string): Slot<string> {
  const of = [vocabulary];
  return { ...base, kind: 'term', expects, schema: { type: 'string' }, of, read: takeWord };
}

/** A word of the plan's own scale of that name. */
export function level(scale: string): Slot<Level> {
  return {
    ...base,
    kind: 'level',
    expects: `a word of the plan's ${scale} scale`,
    schema: { type: 'string' },
    of: [scale],
    read(cursor) {
      const found = cursor.word();
      if (found === undefined) return undefined;
      cursor.take();
      return { scale, word: found.text, span: found.span };
    },
  };
}

/** The id, or the printed name in quotes, of one thing of the given kinds. */
export function reference(expects: string, ...kinds: readonly string[]): Slot<Reference> {
  const read = (cursor: Cursor) => takeReference(cursor, kinds);
  return { ...base, kind: 'reference', expects, schema: referenceSchema, of: kinds, read };
}

/** The same as {@link reference}, for several with commas between them. */
export function references(
  expects: string,
  ...kinds: readonly string[]
): Slot<readonly Reference[]> {
  return {
    ...base,
    kind: 'references',
    expects,
    schema: { type: 'array', items: referenceSchema },
    of: kinds,
    read: (cursor) => takeList(cursor, () => takeReference(cursor, kinds)),
  };
}

export const date: Slot<PlanDate> = {
  ...base,
  kind: 'date',
  expects: 'a date such as 31 October 2018, 2018-10-31, Oct 2018 or Q4 2019/20',
  schema: { $ref: '#/$defs/date' },
  read(cursor) {
    const found = takePlanInQuotes(cursor) ?? takeDate(cursor, readDate);
    if (found === undefined || isMisread(found) || cursor.word()?.text !== 'tbc') return found;
    cursor.take();
    const awaiting = cursor.quoted()?.text ?? '';
    if (cursor.quoted() !== undefined) cursor.take();
    return { ...found, awaiting };
  },
};

/** What a figure in a series belongs to. */
export const period: Slot<PlanDate> = {
  ...base,
  kind: 'period',
  expects: 'a month, a day, a quarter or a year such as 2018-06, Q4 2019/20 or 2017/18',
  schema: { $ref: '#/$defs/date' },
  read: (cursor) => takeDate(cursor, readPeriod),
};

/** A number, perhaps with thousands commas, perhaps in per cent. */
export const figure: Slot<Figure> = {
  ...base,
  kind: 'figure',
  expects: 'a number such as 85, 6,785 or 43.1 %',
  schema: { $ref: '#/$defs/figure' },
  read(cursor) {
    const first = cursor.word();
    const digits = first?.text ?? '';
    if (!/^-?\d+(\.\d+)?$/.test(digits)) return undefined;
    const thousands = takeThousands(cursor);
    const written = digits + thousands;
    const percent = cursor.word()?.text === '%';
    if (percent) cursor.take();
    return {
      amount: Number(written.replaceAll(',', '')),
      percent,
      written: percent ? `${written} %` : written,
    };
  },
};

/** What a figure counts: a bare word such as `%`, or a text. */
export const unit: Slot<string> = {
  ...base,
  kind: 'text',
  expects: '% or a text such as "days"',
  schema: { type: 'string' },
  read: (cursor) => takeWord(cursor) ?? text.read(cursor),
};

/** Paragraphs of regulations, with commas between them: `18(2)(a)`, `2009:16`. */
export const regulations: Slot<readonly RegulationReference[]> = {
  ...base,
  kind: 'regulations',
  expects: 'a regulation such as 17 or 17(2)(a); 2009:16 is of the 2009 Registration Regulations',
  schema: { type: 'array', items: { $ref: '#/$defs/regulation' } },
  read: (cursor) => takeList(cursor, takeRegulation),
};

/** The same slot, left out where there is nothing to say. */
export const optional = <T>(slot: Slot<T>): Slot<T> => ({ ...slot, optional: true });

/** The same slot, which also takes a word of its own for a missing value: `suspended`. */
export const orWords = <T>(slot: Slot<T>, ...words: string[]): Slot<T> => ({
  ...slot,
  alsoMissing: words,
});

const referenceSchema = { $ref: '#/$defs/reference' };

function takeWord(cursor: Cursor): string | undefined {
  const found = cursor.word();
  if (found === undefined) return undefined;
  cursor.take();
  return found.text;
}

function takeList<T>(
  cursor: Cursor,
  takeOne: (cursor: Cursor) => T | undefined,
): T[] | Misread | undefined {
  const items: T[] = [];
  for (;;) {
    const item = takeOne(cursor);
    if (item === undefined) break;
    items.push(item);
    if (!cursor.mark('comma')) return items;
    const span = cursor.take();
    const next = cursor.peek();
    if (next?.type === 'word' ? isMissingWord(next.text) : next?.type !== 'quoted') {
      return { misread: 'unfinished-list', reason: next?.text ?? '', span };
    }
  }
  return items.length > 0 ? items : undefined;
}

function takeReference(cursor: Cursor, kinds: readonly string[]): Reference | undefined {
  const quoted = cursor.quoted();
  if (quoted !== undefined) {
    const span = cursor.take();
    return { kinds, name: quoted.text, notInPlan: takeNotInPlan(cursor), span };
  }
  const first = cursor.word();
  if (first === undefined || isMissingWord(first.text)) return undefined;
  const second = cursor.mark('colon', 1) ? cursor.word(2) : undefined;
  const span = cursor.take(second === undefined ? 1 : 3);
  const found = second === undefined ? { id: first.text } : { source: first.text, id: second.text };
  return { kinds, ...found, notInPlan: takeNotInPlan(cursor), span };
}

function takeNotInPlan(cursor: Cursor): boolean {
  if (cursor.word()?.text !== 'not-in-plan') return false;
  cursor.take();
  return true;
}

function takeDate(
  cursor: Cursor,
  reader: (words: readonly string[]) => DateReading | undefined,
): PlanDate | Misread | undefined {
  const reading = reader(cursor.words(8));
  if (reading === undefined) return undefined;
  const span = cursor.take(reading.used);
  return 'date' in reading
    ? reading.date
    : { misread: 'impossible-date', reason: reading.impossible, span };
}

/** `per "CQC action plan"`: the timescales of a plan that this project does not hold. */
function takePlanInQuotes(cursor: Cursor): PlanDate | undefined {
  const next = cursor.peek(1);
  if (cursor.word()?.text !== 'per' || next?.type !== 'quoted') return undefined;
  cursor.take(2);
  return { form: 'per-plan', written: `per "${next.text}"`, per: next.text };
}

/** `,785` of `6,785`: groups of three digits that touch their comma. */
function takeThousands(cursor: Cursor): string {
  let end = cursor.take().end;
  let written = '';
  for (;;) {
    const comma = cursor.peek();
    const group = cursor.word(1);
    const touching =
      comma?.type === 'comma' && comma.span.start === end && group?.span.start === end + 1;
    if (!touching || !/^\d{3}(\.\d+)?$/.test(group.text)) return written;
    end = cursor.take(2).end;
    written += `,${group.text}`;
  }
}

function takeRegulation(cursor: Cursor): RegulationReference | undefined {
  const first = cursor.word();
  if (first === undefined || !/^\d/.test(first.text)) return undefined;
  const second = cursor.mark('colon', 1) ? cursor.word(2) : undefined;
  if (second === undefined) {
    return { instrument: '2014', paragraph: first.text, span: cursor.take() };
  }
  return { instrument: first.text, paragraph: second.text, span: cursor.take(3) };
}
