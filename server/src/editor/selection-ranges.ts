import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { Item } from '../language/items.ts';
import { tokenEnd, tokenize } from '../language/tokens.ts';
import type { Span } from '../language/tree.ts';
import { linesOf, valuesOf } from '../language/walk.ts';
import type { Unit } from '../plan/file.ts';
import type { Ask } from './ask.ts';
import { offsetAt, rangeOf, unitAt, wholeOf } from './places.ts';

/** What to select when a selection grows: the word, the value, the line, the block, what holds it, the file. */
export const selectionRanges = (ask: Ask, positions: readonly Position[]): SelectionRange[] =>
  positions.map((position) => selectionRange(ask, position));

function selectionRange({ file }: Ask, position: Position): SelectionRange {
  const offset = offsetAt(file, position);
  const unit = unitAt(file, offset);
  if (unit === undefined) return { range: { start: position, end: position } };
  let selection: SelectionRange = { range: wholeOf(file) };
  for (const span of spansAround(unit, offset - unit.start)) {
    selection = { range: rangeOf(unit, span), parent: selection };
  }
  return selection;
}

/** From the largest to the smallest; each within the one before, and smaller. */
function spansAround(unit: Unit, at: number): Span[] {
  const all = [
    ...unit.reading.items.flatMap((item) => [...spansOf(item)]),
    ...tokenSpans(unit),
    wordAround(unit.text, at),
  ];
  const around = all
    .filter(({ start, end }) => start <= at && at <= end && start < end)
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  const nested: Span[] = [];
  for (const span of around) {
    const outer = nested.at(-1) ?? { start: -unit.start, end: unit.file.length - unit.start };
    const isWithin = span.start >= outer.start && span.end <= outer.end;
    if (isWithin && lengthOf(span) < lengthOf(outer)) nested.push(span);
  }
  return nested;
}

const lengthOf = ({ start, end }: Span): number => end - start;

function* spansOf(item: Item): Generator<Span> {
  yield item.span;
  yield item.headerSpan;
  yield item.title.span;
  for (const { said } of linesOf(item)) yield said.span;
  for (const { value } of valuesOf(item)) yield value.span;
  for (const { span, cells } of item.rows) {
    yield span;
    for (const { parts } of cells)
      yield { start: parts[0]?.span.start ?? 0, end: parts.at(-1)?.span.end ?? 0 };
  }
  for (const child of item.children) yield* spansOf(child);
}

/** Words, texts and comments; what stands between quotation marks by itself. */
function* tokenSpans({ text }: Unit): Generator<Span> {
  const { tokens, comments } = tokenize(text);
  for (const token of [...tokens, ...comments]) {
    const start = token.startOffset;
    const end = tokenEnd(token);
    if (token.image.trim() !== '') yield { start, end };
    if (/^(["“”„‟]).*["“”„‟]$/s.test(token.image)) yield { start: start + 1, end: end - 1 };
  }
}

/** The run of letters, digits and their marks around an offset; nothing between two blanks. */
function wordAround(text: string, at: number): Span {
  const before = /[\p{L}\p{N}\p{M}’'-]*$/u.exec(text.slice(Math.max(at - 100, 0), at))?.[0] ?? '';
  const after = /^[\p{L}\p{N}\p{M}’'-]*/u.exec(text.slice(at, at + 100))?.[0] ?? '';
  return { start: at - before.length, end: at + after.length };
}
