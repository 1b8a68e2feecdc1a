import type { Connection } from 'vscode-languageserver';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import type { Ask } from '../editor/ask.ts';
import { diagnosticOf, leftOut, shownFlags, type DocsUrl } from '../editor/diagnostics.ts';
import type { PlanFile } from '../plan/file.ts';
import type { Flag } from '../plan/flag.ts';
import type { SettingsFault } from '../plan/json-text.ts';
import type { ProjectState } from './project-state.ts';

/** What the client has of a file. */
interface Sent {
  readonly diagnostics: readonly Diagnostic[];
  /** The project it belongs to. */
  readonly project: string;
}

/** A flag as it was last sent, and the line its unit stood on then. */
interface Rendered {
  readonly line: number;
  readonly diagnostic: Diagnostic;
}

/** Publishes flags as diagnostics: a file's only when they are not what the client has already. */
export class Publisher {
  readonly #connection: Pick<Connection, 'sendDiagnostics'>;
  readonly #versionOf: (uri: string) => number | undefined;
  readonly #docsUrl: DocsUrl;
  /** What the client has, by address. */
  readonly #sent = new Map<string, Sent>();
  readonly #rendered = new WeakMap<Flag, Rendered>();
  /** The files whose flags point into a file. */
  readonly #pointing = new WeakMap<PlanFile, Set<PlanFile>>();

  constructor(
    connection: Pick<Connection, 'sendDiagnostics'>,
    versionOf: (uri: string) => number | undefined,
    docsUrl: DocsUrl,
  ) {
    this.#connection = connection;
    this.#versionOf = versionOf;
    this.#docsUrl = docsUrl;
  }

  /** Publishes what has changed in a project since it was last published. */
  publish(project: ProjectState): void {
    const { settingsFaults: settings } = project;
    const others = new Map<string, Diagnostic[]>([
      [settings.uri, settings.faults.map(ofSettings)],
      ...[...project.unreadable].map(([uri, words]): [string, Diagnostic[]] => [
        uri,
        [atTheTop(words)],
      ]),
    ]);
    for (const [uri, diagnostics] of others) this.#send(project.id, uri, diagnostics);
    const changed = project.takeChanged();
    const files = new Set(changed);
    for (const file of changed)
      for (const other of this.#pointing.get(file) ?? []) files.add(other);
    for (const file of files) {
      const ask = project.askOf(file.path);
      if (ask?.file === file) this.#send(project.id, ask.uriOf(file.path), this.#of(ask));
    }
    for (const [uri, sent] of this.#sent) {
      if (sent.project === project.id && !project.has(uri) && !others.has(uri)) this.#clear(uri);
    }
  }

  #of(ask: Ask): Diagnostic[] {
    const { flags, left } = shownFlags(ask);
    return [...flags.map((flag) => this.#render(ask, flag)), ...leftOut(ask, left)];
  }

  #render(ask: Ask, flag: Flag): Diagnostic {
    const { line, file } = flag.place.unit;
    const known = this.#rendered.get(flag);
    if (known?.line === line && flag.related.length === 0) return known.diagnostic;
    const diagnostic = diagnosticOf(ask, flag, this.#docsUrl);
    this.#rendered.set(flag, { line, diagnostic });
    for (const { place } of flag.related) this.#points(file, place.unit.file);
    return diagnostic;
  }

  #points(from: PlanFile, to: PlanFile): void {
    if (from === to) return;
    const pointing = this.#pointing.get(to) ?? new Set();
    this.#pointing.set(to, pointing.add(from));
  }

  #send(project: string, uri: string, diagnostics: Diagnostic[]): void {
    const sent = this.#sent.get(uri);
    if (sent === undefined && diagnostics.length === 0) return;
    this.#sent.set(uri, { diagnostics, project });
    if (sent !== undefined && isSame(sent.diagnostics, diagnostics)) return;
    const version = this.#versionOf(uri);
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

const isSame = (before: readonly Diagnostic[], now: readonly Diagnostic[]): boolean =>
  before.length === now.length &&
  before.every((diagnostic, index) => {
    const other = now[index];
    return diagnostic === other || JSON.stringify(diagnostic) === JSON.stringify(other);
  });

const ofSettings = ({ message, start, end }: SettingsFault): Diagnostic => ({
  range: {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  },
  severity: DiagnosticSeverity.Error,
  source: 'Mustdo',
  code: 'settings',
  message: `${message}.`.replace('?.', '?'),
});

const atTheTop = (message: string): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  severity: DiagnosticSeverity.Error,
  source: 'Mustdo',
  code: 'unreadable',
  message,
});
