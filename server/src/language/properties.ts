import type { Cursor } from './cursor.ts';
import type { AnySaid, Value } from './items.ts';
import type { PropertySpec } from './keywords/index.ts';
import { ReadValue } from './lines.ts';
import { problem, withRepair, type Problem } from './problems.ts';
import type { NamedSlot, Row } from './rows.ts';
import { isMissingWord } from './shapes.ts';
import { isMisread, type Misread, type Slot } from './slots.ts';
import type { Entry } from './tree.ts';

type Saying = Record<string, Value<unknown>>;

/** Reads one line of a block by its row in the keyword table: its values in order, then its qualifiers. */
export function readProperty(cursor: Cursor, entry: Entry, row: Row, problems: Problem[]): AnySaid {
  const { property } = row;
  const { keyword } = property;
  const written = entry.keyword.text;
  // The table's own copy of the keyword is kept, not one for every line.
  const line = new row.Line(written === keyword ? keyword : written, entry.span);
  const said = line as unknown as Saying;
  let late: NamedSlot[] | undefined;
  let isTypedMissing = false;
  for (const named of row.values) {
    const { name, slot } = named;
    if (slot.kind === 'text' && entry.text !== undefined && !isValueNext(cursor)) {
      // A text block stands at the line's end, after the qualifiers of the value it is.
      (late ??= []).push(named);
    } else if (cursor.done && isTypedMissing) {
      // `threshold unknown` says all there is to say of the whole line.
      said[name] = new ReadValue(undefined, cursor.end, cursor.end);
    } else {
      const value = readValue(cursor, slot, keyword, problems, slot.expects, property);
      if (value.missing !== undefined) isTypedMissing = true;
      said[name] = value;
    }
  }
  readQualifiers(cursor, row, said, problems);
  if (late !== undefined) {
    for (const { name, slot } of late) {
      said[name] = readValue(cursor, slot, keyword, problems, slot.expects);
    }
  }
  return said as unknown as AnySaid;
}

const isValueNext = (cursor: Cursor): boolean =>
  cursor.quoted() !== undefined || isMissingWord(cursor.word()?.text ?? '');

function readQualifiers(
  cursor: Cursor,
  { property, qualifiers }: Row,
  said: Saying,
  problems: Problem[],
): void {
  for (;;) {
    const word = cursor.word();
    const named = word === undefined ? undefined : qualifiers.get(word.text);
    if (word === undefined || named === undefined) return;
    cursor.take();
    const { name, slot } = named;
    const value = readValue(cursor, slot, word.text, problems, slot.expects);
    if (said[name] === undefined) said[name] = value;
    else problems.push(problem('repeated-qualifier', word.span, word.text, property.keyword));
  }
}

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
  const from = cursor.place;
  const missing = readMissing(cursor, slot);
  const value =
    missing === undefined
      ? readKnown(cursor, slot, keyword, problems, expects, property)
      : undefined;
  const start = cursor.startOf(from);
  const end = cursor.endSince(from);
  const marks = readMarks(cursor, problems);
  if (marks === undefined && missing === undefined) return new ReadValue(value, start, end);
  return { value, ...missing, ...marks, span: { start, end } };
}

function readMissing<T>(
  cursor: Cursor,
  slot: Slot<T>,
): Pick<Value<T>, 'missing' | 'why'> | undefined {
  const word = cursor.word()?.text;
  if (word === undefined) return undefined;
  const own =
    slot.alsoMissing.length > 0 && slot.alsoMissing.includes(word)
      ? (word as 'suspended')
      : undefined;
  const missing = isMissingWord(word) ? word : own;
  if (missing === undefined) return undefined;
  cursor.take();
  const why = explainable.has(missing) ? cursor.quoted()?.text : undefined;
  if (why === undefined) return { missing };
  cursor.take();
  return { missing, why };
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

function readMarks(
  cursor: Cursor,
  problems: Problem[],
): { given?: string; inferred?: string } | undefined {
  let marks: { given?: string; inferred?: string } | undefined;
  for (;;) {
    const word = cursor.word();
    if (word?.text !== 'given' && word?.text !== 'inferred') return marks;
    const next = cursor.peek(1);
    if (next?.type !== 'quoted') return marks;
    cursor.take(2);
    marks ??= {};
    if (marks[word.text] === undefined) marks[word.text] = next.text;
    else problems.push(problem('repeated-qualifier', word.span, word.text, 'the value'));
  }
}
