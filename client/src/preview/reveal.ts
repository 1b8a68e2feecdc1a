import { Range, TextEditorRevealType, Uri, ViewColumn, window, workspace } from 'vscode';
import type { PreviewPlaceResult } from '../../../server/src/lsp/protocol.ts';
import { isPlan } from '../selector.ts';

export type Place = PreviewPlaceResult['location'];

/** Shows a place of a plan’s text, where plans are already shown, else beside the preview. */
export async function reveal(
  { uri, range }: Place,
  preview: ViewColumn | undefined,
): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const { start, end } = range;
  const place = document.validateRange(
    new Range(start.line, start.character, end.line, end.character),
  );
  const editor = await window.showTextDocument(document, {
    viewColumn: columnFor(document.uri) ?? beside(preview),
    selection: new Range(place.start, place.start),
  });
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The column that shows this plan, else the one of another; undefined where none is shown. */
export function columnFor(uri: Uri): ViewColumn | undefined {
  const plans = window.visibleTextEditors.filter(({ document }) => isPlan(document));
  const same = plans.find(({ document }) => document.uri.toString() === uri.toString());
  return (same ?? plans[0])?.viewColumn;
}

const beside = (preview: ViewColumn | undefined): ViewColumn =>
  preview === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
