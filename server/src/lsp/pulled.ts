import type {
  Connection,
  Diagnostic,
  DocumentDiagnosticReport,
  PublishDiagnosticsParams,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { normalized } from './addresses.ts';
import type { Publisher } from './publisher.ts';
import type { Workspace } from './workspace.ts';

/** The flags of a file, and the id that they have for the client. */
interface Kept {
  readonly resultId: string;
  readonly items: Diagnostic[];
  readonly version: number | null;
}

/** Keeps the diagnostics that would be published, for a client that asks for them instead. */
export class Pulled {
  readonly #kept = new Map<string, Kept>();
  readonly #connection: Connection;
  readonly #canRefresh: boolean;
  #results = 0;

  constructor(connection: Connection, canRefresh: boolean) {
    this.#connection = connection;
    this.#canRefresh = canRefresh;
  }

  /** Takes what a publisher has to say, in the place of the client. */
  sendDiagnostics({ uri, diagnostics, version }: PublishDiagnosticsParams): Promise<void> {
    const resultId = String(++this.#results);
    this.#kept.set(uri, { resultId, items: diagnostics, version: version ?? null });
    return Promise.resolve();
  }

  /** Has the client ask again, for files that it does not edit itself. */
  refresh(): void {
    if (!this.#canRefresh) return;
    this.#connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  /** Answers the client's questions. */
  answer(workspace: () => Workspace, publisher: () => Publisher): void {
    const { diagnostics } = this.#connection.languages;
    diagnostics.on(async ({ textDocument, previousResultId }) => {
      const project = await workspace().projectOf(textDocument.uri);
      if (project !== undefined) publisher().publish(project);
      return this.#reportOf(textDocument.uri, previousResultId);
    });
    diagnostics.onWorkspace(async ({ previousResultIds }): Promise<WorkspaceDiagnosticReport> => {
      for (const project of await workspace().loadAll()) publisher().publish(project);
      const before = new Map(previousResultIds.map(({ uri, value }) => [normalized(uri), value]));
      const items = [...this.#kept].map(([uri, { version }]) => ({
        ...this.#reportOf(uri, before.get(uri)),
        uri,
        version,
      }));
      return { items };
    });
  }

  #reportOf(uri: string, previous: string | undefined): DocumentDiagnosticReport {
    const kept = this.#kept.get(normalized(uri));
    if (kept === undefined) return { kind: 'full', items: [] };
    const { resultId, items } = kept;
    return previous === resultId
      ? { kind: 'unchanged', resultId }
      : { kind: 'full', resultId, items };
  }
}
