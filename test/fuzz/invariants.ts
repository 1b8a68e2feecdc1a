import assert from 'node:assert/strict';
import { formatPlan, formatUnit } from '../../server/src/language/printer.ts';
import { readUnit, unitsOf } from '../../server/src/language/read.ts';
import { tokenEnd, tokenize } from '../../server/src/language/tokens.ts';
import type { Span } from '../../server/src/language/tree.ts';

/** Every span of what was read, wherever it stands. */
export function* spansIn(value: unknown): Generator<Span> {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value) yield value as Span;
  for (const inner of Object.values(value)) yield* spansIn(inner);
}

/** Every character is in a token or a comment, or cannot be seen. */
export function assertNothingSkipped(unit: string): void {
  const { tokens, comments } = tokenize(unit);
  const pieces = [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset);
  let end = 0;
  for (const piece of pieces) {
    assert.match(unit.slice(end, piece.startOffset), /^[\s\u00ad\u200b-\u200d\u2060]*$/);
    end = tokenEnd(piece);
  }
  assert.match(unit.slice(end), /^[\s\u00ad\u200b-\u200d\u2060]*$/);
}

function assertRead(unit: string): void {
  assert.deepEqual(unitsOf(unit), [unit], 'a unit is one unit');
  assertNothingSkipped(unit);
  const reading = readUnit(unit);
  for (const { start, end } of spansIn(reading)) {
    assert.ok(0 <= start && start <= end && end <= unit.length, `${start} to ${end}`);
  }
  let last = 0;
  for (const { span, message, todo } of reading.problems) {
    assert.ok(span.start >= last, 'problems in the order of the text');
    assert.ok(message !== '' && todo !== '');
    last = span.start;
  }
  readUnit('action A "t" { """ /* {');
  assert.deepEqual(readUnit(unit), reading, 'read again');
  if (reading.problems.length > 0) {
    assert.equal(formatUnit(unit, '\n', false), unit, 'a unit with a problem stays as it is');
  }
}

/** Whatever a text is: it is read without a throw, nothing of it is lost, and formatting is done at once. */
export function assertInvariants(text: string): void {
  const units = unitsOf(text);
  assert.equal(units.join(''), text, 'joined, the units are the text');
  for (const unit of units) assertRead(unit);
  const formatted = formatPlan(text);
  assert.equal(formatPlan(formatted), formatted, 'formatted again');
}
