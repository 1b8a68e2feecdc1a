import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { offsetAt } from '../editor/places.ts';
import type { PlanFile } from '../plan/file.ts';

/** Puts an edit into a file; what lies outside its text is taken for its nearest place. */
export function applyChange(file: PlanFile, change: TextDocumentContentChangeEvent): void {
  if (!('range' in change)) {
    file.setText(change.text);
    return;
  }
  const { start, end } = offsetsOf(file, change.range);
  file.edit(Math.min(start, end), Math.max(start, end), change.text);
}

const offsetsOf = (file: PlanFile, { start, end }: Range): { start: number; end: number } => ({
  start: offsetAt(file, start),
  end: offsetAt(file, end),
});
