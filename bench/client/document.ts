import type { TextDocumentSyncKind } from 'vscode-languageclient';
import type { LanguageServer } from './server.ts';

const whole: typeof TextDocumentSyncKind.Full = 1;

/** A document that is open in the client, and every change of it on its way to the server. */
export class OpenDocument {
  readonly uri: string;
  readonly #server: LanguageServer;
  readonly #whole: boolean;
  #text: string;
  #version = 1;

  /** Opens a document; `sent` is when. */
  constructor(server: LanguageServer, uri: string, languageId: string, text: string) {
    this.uri = uri;
    this.#server = server;
    this.#text = text;
    const sync = server.capabilities.textDocumentSync;
    const kind = typeof sync === 'object' ? sync.change : sync;
    this.#whole = kind === whole;
    server.notify('textDocument/didOpen', {
      textDocument: { uri, languageId, version: this.#version, text },
    });
  }

  get version(): number {
    return this.#version;
  }

  /**
   * Puts text in place of some characters of a line, and says when it was sent. Servers that want whole
   * texts get the whole text.
   */
  replace(line: number, character: number, length: number, text: string): number {
    let offset = 0;
    for (let before = 0; before < line; before++) offset = this.#text.indexOf('\n', offset) + 1;
    offset += character;
    this.#text = this.#text.slice(0, offset) + text + this.#text.slice(offset + length);
    const start = { line, character };
    const end = { line, character: character + length };
    return this.#server.notify('textDocument/didChange', {
      textDocument: { uri: this.uri, version: ++this.#version },
      contentChanges: [this.#whole ? { text: this.#text } : { range: { start, end }, text }],
    });
  }
}
