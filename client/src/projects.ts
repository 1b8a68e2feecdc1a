import { EventEmitter, Uri, type Disposable } from 'vscode';
import type { ProjectChangedParams } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

/** A project as the server last said that it is. */
export type Project = Required<ProjectChangedParams>;

/** What the server last said of each project. */
export class Projects implements Disposable {
  readonly #byId = new Map<string, Project>();
  readonly #changed = new EventEmitter<Project>();
  readonly #subscription: Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    this.#subscription = server.onProjectChanged((change) => {
      const uris = change.uris ?? this.#byId.get(change.id)?.uris ?? [];
      const project = { ...change, uris };
      // The last one to claim a document has it.
      this.#byId.delete(project.id);
      this.#byId.set(project.id, project);
      this.#changed.fire(project);
    });
  }

  /** The project that a document belongs to; undefined while the server has not said so. */
  of(document: Uri): Project | undefined {
    return [...this.#byId.values()].findLast((project) => has(project, document));
  }

  /** The first project that has files, undefined where none has been read. */
  get first(): Project | undefined {
    const all = [...this.#byId.values()].filter(({ uris }) => uris.length > 0);
    return all.sort((a, b) => (a.id < b.id ? -1 : 1))[0];
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

/** Whether a document is one of a project’s files. */
export const has = (project: Project, document: Uri): boolean =>
  project.uris.some((uri) => Uri.parse(uri).toString() === document.toString());

/** Whether a file stands in a folder, or in one inside it. */
export const isBelow = (folder: Uri, file: Uri): boolean =>
  file.toString().startsWith(`${folder.toString()}/`);
