import { EventEmitter, Uri, type Disposable } from 'vscode';
import type { ProjectChangedParams } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

/** A project as the server last said that it is. */
export type Project = Required<ProjectChangedParams>;

/** What the server last said of each project. */
export class Projects implements Disposable {
  readonly #byRoot = new Map<string, Project>();
  readonly #changed = new EventEmitter<Project>();
  readonly #subscription: Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(server: Server) {
    this.#subscription = server.onProjectChanged((change) => {
      const uris = change.uris ?? this.#byRoot.get(change.root)?.uris ?? [];
      const project = { ...change, uris };
      // The last one to claim a document has it.
      this.#byRoot.delete(project.root);
      this.#byRoot.set(project.root, project);
      this.#changed.fire(project);
    });
  }

  /** The project that a document belongs to; undefined while the server has not said so. */
  of(document: Uri): Project | undefined {
    return [...this.#byRoot.values()].findLast((project) => has(project, document));
  }

  /** The first project that has files, by its folder; undefined where none has been read. */
  get first(): Project | undefined {
    const all = [...this.#byRoot.values()].filter(({ uris }) => uris.length > 0);
    return all.sort((a, b) => (a.root < b.root ? -1 : 1))[0];
  }

  /** The files of all projects that stand in a folder, settings included. */
  filesBelow(folder: Uri): Uri[] {
    const files = [...this.#byRoot.values()].flatMap(({ root, uris }) => [
      ...uris.map((uri) => Uri.parse(uri)),
      Uri.joinPath(Uri.parse(root), 'mustdo.json'),
    ]);
    return files.filter((file) => isBelow(folder, file));
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
