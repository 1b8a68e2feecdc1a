import { checks } from '../checks/index.ts';
import { checkProject, unknownCheck } from '../checks/project.ts';
import type { Ask } from '../editor/ask.ts';
import type { IsoDate } from '../language/dates.ts';
import { PlanFile } from '../plan/file.ts';
import type { Flag } from '../plan/flag.ts';
import type { FileHost } from '../plan/host.ts';
import { Plan } from '../plan/plan.ts';
import { loadProject, settingsFile, type Project } from '../plan/project.ts';
import { defaultSettings } from '../plan/settings.ts';
import { relativeTo, within } from './addresses.ts';

/** A project as the editor sees it: its files on the host, with what is typed laid over them. */
export class ProjectState {
  readonly root: string;
  readonly #host: FileHost | undefined;
  /** For a file that belongs to no folder: its name, all there is. */
  readonly #alone: string | undefined;
  #project: Project = emptyProject;
  #files = new Map<string, PlanFile>();
  #plan = new Plan([]);
  #flags: readonly Flag[] = [];
  #asAt: IsoDate = '';

  constructor(root: string, host: FileHost | undefined, alone: string | undefined) {
    this.root = root;
    this.#host = host;
    this.#alone = alone;
  }

  /** Reads the project from its host; texts that are open win over what is on disk. */
  async load(openTexts: ReadonlyMap<string, string>): Promise<void> {
    const alone = this.#alone === undefined ? undefined : [this.#alone];
    this.#project = this.#host === undefined ? emptyProject : await loadProject(this.#host, alone);
    const before = this.#files;
    this.#files = new Map(this.#project.files.map((file) => [file.path, file]));
    for (const [uri, text] of openTexts) {
      const path = relativeTo(this.root, uri);
      if (path !== undefined) this.#files.set(path, new PlanFile(path, text, before.get(path)));
    }
  }

  /** Takes the text of a document; units that did not change are not read again. */
  setText(uri: string, text: string): void {
    const path = relativeTo(this.root, uri);
    if (path !== undefined) this.#files.set(path, new PlanFile(path, text, this.#files.get(path)));
  }

  /** Judges the project at a date: its own, unless one is asked for. */
  judge(asked: IsoDate | undefined, today: IsoDate): void {
    this.#asAt = asked ?? this.#project.settings.asAt ?? today;
    const files = [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    this.#plan = new Plan(files);
    this.#flags = checkProject(checks, { ...this.#project, files }, this.#plan, this.#asAt);
  }

  has(uri: string): boolean {
    const path = relativeTo(this.root, uri);
    return path !== undefined && this.#files.has(path);
  }

  ask(uri: string): Ask | undefined {
    const path = relativeTo(this.root, uri);
    const file = path === undefined ? undefined : this.#files.get(path);
    if (file === undefined) return undefined;
    return {
      plan: this.#plan,
      asAt: this.#asAt,
      file,
      flags: this.#flags,
      uriOf: (of) => this.uriOf(of),
    };
  }

  uriOf(path: string): string {
    return within(this.root, path);
  }

  get plan(): Plan {
    return this.#plan;
  }

  get asAt(): IsoDate {
    return this.#asAt;
  }

  get flags(): readonly Flag[] {
    return this.#flags;
  }

  get uris(): string[] {
    return [...this.#files.keys()].map((path) => within(this.root, path));
  }

  /** What cannot be read or used at all, by its address: said where it stands. */
  get unreadable(): ReadonlyMap<string, string> {
    const found = new Map(
      this.#project.unreadable
        .filter(({ path }) => !this.#files.has(path))
        .map(({ path, reason }) => [
          within(this.root, path),
          `This file cannot be read: ${reason}.`,
        ]),
    );
    const wrong = unknownCheck(checks, this.#project.settings);
    if (wrong !== undefined)
      found.set(within(this.root, settingsFile), `${wrong}.`.replace('?.', '?'));
    return found;
  }
}

const emptyProject: Project = {
  settings: defaultSettings,
  files: [],
  invalidText: new Map(),
  unreadable: [],
};
