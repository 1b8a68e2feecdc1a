import * as vscode from 'vscode';

/**
 * Listens to what the extension says to people: no extension can read what VS Code shows of that. Each message
 * is shown as ever.
 */
export class Heard {
  readonly words: string[] = [];
  readonly #own = {
    showInformationMessage: vscode.window.showInformationMessage,
    showErrorMessage: vscode.window.showErrorMessage,
  };

  constructor() {
    for (const [name, show] of Object.entries(this.#own)) {
      const heard = (words: string, ...rest: string[]): unknown => {
        this.words.push(words);
        return show(words, ...rest);
      };
      Object.assign(vscode.window, { [name]: heard });
    }
  }

  [Symbol.dispose](): void {
    Object.assign(vscode.window, this.#own);
  }
}
