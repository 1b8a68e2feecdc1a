import type { Cursor } from './cursor.ts';
import type { AnySaid, Value } from './items.ts';
import type { PropertySpec } from './keywords/spec.ts';
import { problem, withRepair, type Problem } from './problems.ts';
import { isMissingWord } from './shapes.ts';
import { isMisread, type Misread, type Slot } from './slots.ts';
import type { Entry, Span } from './tree.ts';

/** Reads one line of a block by its row in the keyword table: its values in order, then its qualifiers. */
export function readProperty(
  cursor: Cursor,
  entry: Entry,
  property: PropertySpec,
  problems: Problem[],
): AnySaid {
  const { keyword } = property;
  const said: Record<string, Value<unknown> | Span | string> = {
    keyword: entry.keyword.text,
    keywordSpan: entry.keyword.span,
    span: entry.span,
  };
  const late: [string, Slot<unknown>][] = [];
  for (const [name, slot] of Object.entries<Slot<unknown>>(property.values)) {
    // A text block stands at the line's end, after the qualifiers of the value it is.
    const stands = cursor.quoted() !== undefined || isMissingWord(cursor.word()?.text ?? '');
    if (slot.kind === 'text' && entry.text !== undefined && !stands) {
      late.push([name, slot]);
    } else if (cursor.done && isTypedMissing(said)) {
      // `threshold unknown` says all there is to say of the whole line.
      said[name] = { value: undefined, span: { start: cursor.end, end: cursor.end } };
    } else {
      said[name] = readValue(cursor, slot, keyword, problems, slot.expects, property);
    }
  }
  readQualifiers(cursor, property, said, problems);
  for (const [name, slot] of late) {
    said[name] = readValue(cursor, slot, keyword, problems, slot.expects);
  }
  return said as AnySaid;
}

const isTypedMissing = (said: Record<string, Value<unknown> | Span | string>): boolean =>
  Object.values(said).some(
    (value) => typeof value === 'object' && 'missing' in value && value.missing !== undefined,
  );

function readQualifiers(
  cursor: Cursor,
  property: PropertySpec,
  said: Record<string, Value<unknown> | Span | string>,
  problems: Problem[],
): void {
  for (;;) {
    const word = cursor.word();
    const slot = word === undefined ? undefined : ownSlot(property.qualifiers, word.text);
    if (word === undefined || slot === undefined) return;
    cursor.take();
    const name = camelCase(word.text);
    const value = readValue(cursor, slot, word.text, problems, slot.expects);
    if (said[name] === undefined) said[name] = value;
    else problems.push(problem('repeated-qualifier', word.span, word.text, property.keyword));
  }
}

const ownSlot = (slots: PropertySpec['qualifiers'], word: string): Slot<unknown> | undefined =>
  Object.hasOwn(slots, word) ? slots[word] : undefined;

/** The field that a qualifier's keyword fills: `unless-agreed` fills `unlessAgreed`. */
export const camelCase = (keyword: string): string =>
  keyword.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Words after which a missing value may say why. */
const explainable: ReadonlySet<string> = new Set(['tbc', 'unreadable', 'withheld']);

/**
 * Reads one value: what its slot holds, or a word for missing; then `given` and `inferred`.
 * @param property when given, its qualifiers do not count as a value of a slot that may be left out
 */
export function readValue<T>(
  cursor: Cursor,
  slot: Slot<T>,
  keyword: string,
  problems: Problem[],
  expects: string,
  property?: PropertySpec,
): Value<T> {
  const start = cursor.nextStart;
  const before = cursor.lastEnd;
  const core = readMissing(cursor, slot) ?? {
    value: readKnown(cursor, slot, keyword, problems, expects, property),
  };
  const end = cursor.lastEnd === before ? start : (cursor.lastEnd ?? start);
  return { ...core, ...readMarks(cursor, problems), span: { start, end } };
}

type Core<T> = Pick<Value<T>, 'value' | 'missing' | 'why'>;

function readMissing<T>(cursor: Cursor, slot: Slot<T>): Core<T> | undefined {
  const word = cursor.word()?.text;
  if (word === undefined) return undefined;
  const own = slot.alsoMissing.includes(word) ? (word as 'suspended') : undefined;
  const missing = isMissingWord(word) ? word : own;
  if (missing === undefined) return undefined;
  cursor.take();
  const why = explainable.has(missing) ? cursor.quoted()?.text : undefined;
  if (why === undefined) return { value: undefined, missing };
  cursor.take();
  return { value: undefined, missing, why };
}

function readKnown<T>(
  cursor: Cursor,
  slot: Slot<T>,
  keyword: string,
  problems: Problem[],
  expects: string,
  property: PropertySpec | undefined,
): T | undefined {
  const word = cursor.word()?.text;
  const qualifiers = slot.optional ? property?.qualifiers : undefined;
  const isQualifier =
    word !== undefined && qualifiers !== undefined && Object.hasOwn(qualifiers, word);
  const isMark = (word === 'given' || word === 'inferred') && cursor.peek(1)?.type === 'quoted';
  const read = isQualifier || isMark ? undefined : slot.read(cursor);
  if (isMisread(read)) {
    problems.push(misreadProblem(cursor, read, keyword));
    return undefined;
  }
  if (read === undefined && !slot.optional) {
    reportMissing(cursor, slot, keyword, problems, expects, isMark);
  }
  return read;
}

function misreadProblem(
  cursor: Cursor,
  { misread, reason, span }: Misread,
  keyword: string,
): Problem {
  if (misread === 'unfinished-list') return problem(misread, span, keyword, reason);
  return problem(misread, span, cursor.textFrom(span), reason);
}

function reportMissing<T>(
  cursor: Cursor,
  slot: Slot<T>,
  keyword: string,
  problems: Problem[],
  expects: string,
  isMark: boolean,
): void {
  if (cursor.done || isMark) {
    const at = cursor.peek()?.span.start ?? cursor.end;
    const place = { start: at, end: at };
    const found = problem('missing-value', place, keyword, expects);
    const before = isMark ? 'tbc ' : ' tbc';
    problems.push(
      withRepair(found, { title: 'Write tbc: to be confirmed', span: place, text: before }),
    );
    return;
  }
  const { span, text } = cursor.rest();
  if (slot.kind !== 'text') {
    problems.push(problem('wrong-value', span, text, keyword, expects));
    return;
  }
  const found = problem('missing-quotes', span, text, keyword);
  const repair = {
    title: 'Put it in quotation marks',
    span,
    text: `"${text.replaceAll('"', '""')}"`,
  };
  problems.push(withRepair(found, repair));
}

function readMarks(cursor: Cursor, problems: Problem[]): { given?: string; inferred?: string } {
  const marks: { given?: string; inferred?: string } = {};
  for (;;) {
    const word = cursor.word();
    if (word?.text !== 'given' && word?.text !== 'inferred') return marks;
    const next = cursor.peek(1);
    if (next?.type !== 'quoted') return marks;
    cursor.take(2);
    if (marks[word.text] === undefined) marks[word.text] = next.text;
    else problems.push(problem('repeated-qualifier', word.span, word.text, 'the value'));
  }
}
