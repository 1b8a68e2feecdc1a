import type {
  Location,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Span } from '../language/tree.ts';
import type { PlanFile, Unit } from '../plan/file.ts';
import type { Edit, Place } from '../plan/flag.ts';
import type { Ask } from './ask.ts';

/** Between the plan's places (offsets) and LSP's: lines from 0, and columns as the client counts them. */

/** How far an offset is from another before it on the same line of a unit, as the client counts. */
export const columnOf = ({ text, file }: Unit, from: number, offset: number): number =>
  file.columns === 'utf-16' ? offset - from : bytesIn(text.slice(from, offset));

const encoder = new TextEncoder();

const bytesIn = (text: string): number => encoder.encode(text).length;

/** The UTF-16 units at the start of a text that take so many bytes as UTF-8; no half of a character. */
function unitsWithin(text: string, bytes: number): number {
  let left = bytes;
  let units = 0;
  for (const character of text) {
    left -= bytesIn(character);
    if (left < 0) break;
    units += character.length;
  }
  return units;
}

/** The offset of a position; one beyond the line's or the file's end is that end. */
export function offsetAt(file: PlanFile, { line, character }: Position): number {
  if (file.columns === 'utf-16') return file.offsetAt({ line: line + 1, column: character + 1 });
  const start = file.offsetAt({ line: line + 1, column: 1 });
  const end = file.offsetAt({ line: line + 1, column: Infinity });
  const unit = file.unitAt(start);
  const text = unit?.text.slice(start - unit.start, end - unit.start) ?? '';
  return start + unitsWithin(text, Math.max(character, 0));
}

/** The position of an offset in a unit. */
function positionIn(unit: Unit, offset: number): Position {
  const { line, column } = unit.positionAt(offset);
  const at = Math.min(offset, unit.text.length);
  return { line: line - 1, character: columnOf(unit, at - (column - 1), at) };
}

/** The position of an offset in a file. */
export function positionAt(file: PlanFile, offset: number): Position {
  const unit = file.unitAt(offset);
  return unit === undefined ? { line: 0, character: 0 } : positionIn(unit, offset - unit.start);
}

/** The range of a span of a unit. */
export const rangeOf = (unit: Unit, { start, end }: Span): Range => ({
  start: positionIn(unit, start),
  end: positionIn(unit, end),
});

/** The range of a whole file. */
export const wholeOf = (file: PlanFile): Range => ({
  start: { line: 0, character: 0 },
  end: positionAt(file, file.length),
});

export const locationOf = (ask: Pick<Ask, 'uriOf'>, { unit, span }: Place): Location => ({
  uri: ask.uriOf(unit.file.path),
  range: rangeOf(unit, span),
});

/** The unit an offset is in; the one that ends there only when it is the last. */
export const unitAt = (file: PlanFile, offset: number): Unit | undefined => file.unitAt(offset);

/** Edits as LSP has them, by file. Line ends follow the file's own. */
export function workspaceEdit(ask: Ask, edits: readonly Edit[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { unit, span, text } of edits) {
    const { eol } = unit.file;
    (changes[ask.uriOf(unit.file.path)] ??= []).push({
      range: rangeOf(unit, span),
      newText: text.replaceAll('\n', eol),
    });
  }
  return { changes };
}
