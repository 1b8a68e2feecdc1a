import type { Connection } from 'vscode-languageserver';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { diagnosticsOf, type DocsUrl } from '../editor/diagnostics.ts';
import type { ProjectState } from './project-state.ts';

/** Publishes flags as diagnostics: a file's only when they are not what the client has already. */
export class Publisher {
  readonly #connection: Connection;
  readonly #versionOf: (uri: string) => number | undefined;
  readonly #docsUrl: DocsUrl;
  /** What the client has, by address, and whose it is. */
  readonly #sent = new Map<string, { readonly json: string; readonly root: string }>();

  constructor(
    connection: Connection,
    versionOf: (uri: string) => number | undefined,
    docsUrl: DocsUrl,
  ) {
    this.#connection = connection;
    this.#versionOf = versionOf;
    this.#docsUrl = docsUrl;
  }

  publish(project: ProjectState): void {
    const { unreadable } = project;
    for (const [uri, words] of unreadable) this.#send(project.root, uri, [atTheTop(words)]);
    for (const uri of project.uris) {
      const ask = project.ask(uri);
      if (ask !== undefined) this.#send(project.root, uri, diagnosticsOf(ask, this.#docsUrl));
    }
    for (const [uri, { root }] of this.#sent) {
      if (root === project.root && !project.has(uri) && !unreadable.has(uri)) this.#clear(uri);
    }
  }

  #send(root: string, uri: string, diagnostics: Diagnostic[]): void {
    const version = this.#versionOf(uri);
    const json = JSON.stringify(diagnostics);
    const sent = this.#sent.get(uri);
    if (sent?.json === json || (sent === undefined && diagnostics.length === 0)) return;
    this.#sent.set(uri, { json, root });
    void this.#connection.sendDiagnostics({
      uri,
      diagnostics,
      ...(version === undefined ? {} : { version }),
    });
  }

  #clear(uri: string): void {
    this.#sent.delete(uri);
    void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }
}

const atTheTop = (message: string): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  severity: DiagnosticSeverity.Error,
  source: 'Mustdo',
  code: 'unreadable',
  message,
});
