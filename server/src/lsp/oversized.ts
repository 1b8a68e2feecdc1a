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

  /** Whether a document that is being opened is too large. */
  opened(uri: string, text: string): boolean {
    if (text.length <= sizeLimit) {
      this.closed(uri);
      return false;
    }
    this.#uris.add(normalized(uri));
    return true;
  }

  /** Whether a change makes a document too large, as far as the change alone can tell. */
  changed(uri: string, changes: readonly Change[]): boolean {
    const isSo = changes.some(({ text }) => text.length > sizeLimit);
    if (isSo) this.#uris.add(normalized(uri));
    return isSo;
  }

  closed(uri: string): void {
    if (!this.#uris.delete(normalized(uri))) return;
    void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Says at a document's top that it is too large; to be called once no other flags of it will come. */
  flag(uri: string, version: number): void {
    if (!this.has(uri)) return;
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
