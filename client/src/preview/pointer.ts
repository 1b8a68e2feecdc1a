import {
  Range,
  ThemeColor,
  window,
  type Disposable,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import type { Place } from './reveal.ts';

/** Marks in the text what somebody points at in the preview. */
export class Pointer implements Disposable {
  readonly #mark: TextEditorDecorationType = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    overviewRulerColor: new ThemeColor('editorOverviewRuler.rangeHighlightForeground'),
  });
  readonly #change: Disposable;
  #marked: readonly TextEditor[] = [];

  constructor() {
    this.#change = window.onDidChangeVisibleTextEditors(() => {
      this.#marked = this.#marked.filter((editor) => window.visibleTextEditors.includes(editor));
    });
  }

  /** Marks the lines of a place where they are in sight; undefined takes the mark away. */
  show(place: Place | undefined): void {
    for (const editor of this.#marked) editor.setDecorations(this.#mark, []);
    this.#marked =
      place === undefined
        ? []
        : window.visibleTextEditors.filter(({ document }) => document.uri.toString() === place.uri);
    if (place === undefined) return;
    const { start, end } = place.range;
    const range = new Range(start.line, start.character, end.line, end.character);
    for (const editor of this.#marked) editor.setDecorations(this.#mark, [range]);
  }

  dispose(): void {
    this.#change.dispose();
    this.#mark.dispose();
  }
}
