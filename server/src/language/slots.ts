import { readDate, readPeriod, type PlanDate } from './dates.ts';
import {
  isMisread,
  type Figure,
  type Level,
  type Reference,
  type RegulationReference,
  type Slot,
} from './slot.ts';
import {
  takeDate,
  takeList,
  takePlanInQuotes,
  takeReference,
  takeRegulation,
  takeThousands,
  takeWord,
} from './taking.ts';

export * from './slot.ts';

/**
 * Slots: what a keyword takes. The same word is an id, a date or a number depending on the slot
 * that reads it; completion, hover, the reference and the JSON Schema ask the slot what it holds.
 */

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
  const read: Slot<Reference>['read'] = (cursor) => takeReference(cursor, kinds);
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
