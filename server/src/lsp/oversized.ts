import { DiagnosticSeverity, type Connection } from 'vscode-languageserver';
import { sizeLimit } from '../plan/decode.ts';
import { normalized } from './addresses.ts';

interface Change {
  readonly text: string;
}

/**
 * The open documents that are larger than any plan file that is read. They are flagged and otherwise left
 * alone until they are closed: to read one would keep every other answer waiting.
 */
export class Oversized {
  readonly #connection: Connection;
  readonly #uris = new Set<string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  has(uri: string): boolean {
    return this.#uris.has(normalized(uri));
  }

  /** Whether a document that is being opened is too large; if so, it is flagged. */
  opened(uri: string, version: number, text: string): boolean {
    const isSo = text.length > sizeLimit;
    if (isSo) this.#add(uri, version);
    else this.closed(uri);
    return isSo;
  }

  /** Whether a change makes a document too large, as far as the change alone can tell; if so, it is flagged. */
  changed(uri: string, version: number, changes: readonly Change[]): boolean {
    const isSo = changes.some(({ text }) => text.length > sizeLimit);
    if (isSo) this.#add(uri, version);
    return isSo;
  }

  closed(uri: string): void {
    if (!this.#uris.delete(normalized(uri))) return;
    void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #add(uri: string, version: number): void {
    this.#uris.add(normalized(uri));
    const message = `This document is larger than ${String(sizeLimit / 1024 / 1024)} MB, the most that Mustdo reads.\nSplit it into several files, and open them anew.`;
    void this.#connection.sendDiagnostics({
      uri,
      version,
      diagnostics: [
        {
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
          severity: DiagnosticSeverity.Error,
          source: 'Mustdo',
          code: 'unreadable',
          message,
        },
      ],
    });
  }
}
