import type { Cursor } from './cursor.ts';
import { readIsoDate, type DateReading, type PlanDate } from './dates.ts';
import { isMissingWord } from './shapes.ts';
import { Misread, type Reference, type RegulationReference } from './slot.ts';

/**
 * Takes one thing from a line, as the slots ask for it. Each gives undefined, with nothing taken, where
 * something else stands.
 */

/** A bare word of any kind. */
export function takeWord(cursor: Cursor): string | undefined {
  const found = cursor.word();
  if (found === undefined) return undefined;
  cursor.take();
  return found.text;
}

/** What one thing, or several with commas between them, gives. */
export function takeList<T>(
  cursor: Cursor,
  takeOne: (cursor: Cursor) => T | undefined,
): T[] | Misread | undefined {
  const first = takeOne(cursor);
  if (first === undefined) return undefined;
  const items = [first];
  while (cursor.mark('comma')) {
    const span = cursor.take();
    const next = cursor.peek();
    if (next?.type === 'word' ? isMissingWord(next.text) : next?.type !== 'quoted') {
      return new Misread('unfinished-list', next?.text ?? '', span);
    }
    const item = takeOne(cursor);
    if (item === undefined) break;
    items.push(item);
  }
  // A list that has grown holds room for more; a copy holds what it has.
  return items.length > 1 ? items.slice() : items;
}

/** An id, perhaps with its source before a colon, or a name in quotes. */
export function takeReference(cursor: Cursor, kinds: readonly string[]): Reference | undefined {
  const quoted = cursor.quoted();
  if (quoted !== undefined) {
    const span = cursor.take();
    return { kinds, name: quoted.text, notInPlan: takeNotInPlan(cursor), span };
  }
  const first = cursor.word();
  if (first === undefined || isMissingWord(first.text)) return undefined;
  const second = cursor.mark('colon', 1) ? cursor.word(2) : undefined;
  const span = cursor.take(second === undefined ? 1 : 3);
  const notInPlan = takeNotInPlan(cursor);
  return second === undefined
    ? { kinds, id: first.text, notInPlan, span }
    : { kinds, source: first.text, id: second.text, notInPlan, span };
}

function takeNotInPlan(cursor: Cursor): boolean {
  if (cursor.word()?.text !== 'not-in-plan') return false;
  cursor.take();
  return true;
}

/** The longest date has five words: `monthly from 31 October 2018`. */
const mostWords = 5;

/** What a reader of dates makes of the words that stand next. */
export function takeDate(
  cursor: Cursor,
  reader: (words: readonly string[]) => DateReading | undefined,
): PlanDate | Misread | undefined {
  // Every reader of dates takes such a one; without its list of words, nearly all are read.
  const reading = readIsoDate(cursor.word()?.text ?? '') ?? reader(cursor.words(mostWords));
  if (reading === undefined) return undefined;
  const span = cursor.take(reading.used);
  return 'date' in reading
    ? reading.date
    : new Misread('impossible-date', reading.impossible, span);
}

/** `per "CQC action plan"`: the timescales of a plan that this project does not hold. */
export function takePlanInQuotes(cursor: Cursor): PlanDate | undefined {
  if (cursor.word()?.text !== 'per') return undefined;
  const next = cursor.peek(1);
  if (next?.type !== 'quoted') return undefined;
  cursor.take(2);
  return { form: 'per-plan', written: `per "${next.text}"`, per: next.text };
}

/** `,785` of `6,785`: groups of three digits that touch their comma. */
export function takeThousands(cursor: Cursor): string {
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

/** A paragraph, perhaps with the year of its instrument before a colon. */
export function takeRegulation(cursor: Cursor): RegulationReference | undefined {
  const first = cursor.word();
  if (first === undefined || !/^\d/.test(first.text)) return undefined;
  const second = cursor.mark('colon', 1) ? cursor.word(2) : undefined;
  if (second === undefined) {
    return { instrument: '2014', paragraph: first.text, span: cursor.take() };
  }
  return { instrument: first.text, paragraph: second.text, span: cursor.take(3) };
}
