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

/** Between the plan's places (offsets, lines from 1) and LSP's (lines from 0, UTF-16 columns). */

/** The offset of a position; one beyond the line's or the file's end is that end. */
export function offsetAt(file: PlanFile, { line, character }: Position): number {
  return file.offsetAt({ line: line + 1, column: character + 1 });
}

/** The range of a span of a unit. */
export function rangeOf(unit: Unit, span: Span): Range {
  const { start, end } = unit.file.rangeOf(unit, span);
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

/** The range of a whole file. */
export function wholeOf(file: PlanFile): Range {
  const { line, column } = file.positionAt(file.length);
  return { start: { line: 0, character: 0 }, end: { line: line - 1, character: column - 1 } };
}

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
