import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Unit } from '../plan/file.ts';
import type { Ask } from './ask.ts';
import { formattingWhere } from './formatting.ts';
import { offsetAt } from './places.ts';

/**
 * The edits that lay out the lines of ranges as the whole file would have them, and no line else. An
 * edit that reaches beyond a range is left out.
 */
export function rangeFormatting(ask: Ask, ranges: readonly Range[]): TextEdit[] {
  const { file } = ask;
  const spans = ranges.map(({ start, end }) => ({
    start: offsetAt(file, start),
    end: offsetAt(file, end),
  }));
  const isTouched = ({ start, text }: Unit): boolean =>
    spans.some((span) => start <= span.end && start + text.length >= span.start);
  return formattingWhere(ask, isTouched).filter(({ range }) =>
    ranges.some((wanted) => isWithin(range, wanted)),
  );
}

/** Edits are of whole lines: one ends at the beginning of the next. */
const isWithin = ({ start, end }: Range, wanted: Range): boolean =>
  start.line >= wanted.start.line &&
  (end.character === 0 && end.line > start.line ? end.line - 1 : end.line) <= lastLine(wanted);

/** A selection that ends at the beginning of a line has nothing of it. */
const lastLine = ({ start, end }: Range): number =>
  end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
