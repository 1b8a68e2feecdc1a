import { Disposable, EventEmitter, window, type Uri } from 'vscode';
import type { Preview } from '../preview/preview.ts';
import type { Project, Projects } from '../projects.ts';
import { activePlan } from '../selector.ts';

/** The project that the trees are about: that of the plan that was last worked on, else the first there is. */
export class CurrentProject implements Disposable {
  readonly #projects: Projects;
  readonly #preview: Preview;
  readonly #changed = new EventEmitter<undefined>();
  readonly #subscriptions: Disposable;
  #document: Uri | undefined;

  /** Another project, or the same one judged anew. */
  readonly onDidChange = this.#changed.event;

  constructor(projects: Projects, preview: Preview) {
    this.#projects = projects;
    this.#preview = preview;
    this.#document = this.#worksOn();
    this.#subscriptions = Disposable.from(
      projects.onDidChange(() => this.#changed.fire(undefined)),
      window.onDidChangeActiveTextEditor(() => this.#follow()),
      preview.onDidChange(() => this.#follow()),
    );
  }

  /** Undefined while no plan has been read. */
  get project(): Project | undefined {
    const own = this.#document && this.#projects.of(this.#document);
    return own !== undefined && own.uris.length > 0 ? own : this.#projects.first;
  }

  /** A document of it, to ask the server about. */
  get uri(): string | undefined {
    return this.project?.uris[0];
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  #follow(): void {
    const document = this.#worksOn();
    if (document === undefined || document.toString() === this.#document?.toString()) return;
    const before = this.project;
    this.#document = document;
    if (this.project !== before) this.#changed.fire(undefined);
  }

  #worksOn(): Uri | undefined {
    return this.#preview.active ? this.#preview.uri : activePlan()?.document.uri;
  }
}
