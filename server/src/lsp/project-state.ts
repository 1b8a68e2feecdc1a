import { checks } from '../checks/index.ts';
import type { Judgement } from '../checks/judgement.ts';
import { invalidText, judgeProject, unknownCheck } from '../checks/project.ts';
import type { Ask } from '../editor/ask.ts';
import type { IsoDate } from '../language/dates.ts';
import { PlanFile, type UnitChange } from '../plan/file.ts';
import type { FileHost } from '../plan/host.ts';
import { Plan } from '../plan/plan.ts';
import { loadProject, settingsFile, type Project } from '../plan/project.ts';
import { defaultSettings } from '../plan/settings.ts';
import { relativeTo, within } from './addresses.ts';

/**
 * A project as the editor sees it: its files on the host, with what is typed laid over them. Its plan
 * and its flags follow the edits; they are brought up to date when somebody asks.
 */
export class ProjectState {
  readonly root: string;
  readonly #host: FileHost | undefined;
  /** For a file that belongs to no folder: its name, all there is. */
  readonly #alone: string | undefined;
  #project: Project = emptyProject;
  #files = new Map<string, PlanFile>();
  #plan = new Plan([]);
  /** Undefined until it is judged for the first time. */
  #judgement: Judgement | undefined;
  #day: IsoDate = '';
  /** Files whose flags may be others, or stand elsewhere, than when they were last taken. */
  #changed = new Set<PlanFile>();

  constructor(root: string, host: FileHost | undefined, alone: string | undefined) {
    this.root = root;
    this.#host = host;
    this.#alone = alone;
  }

  /** Reads the project from its host; texts that are open win over what is on disk. */
  async load(openTexts: ReadonlyMap<string, string>): Promise<void> {
    const alone = this.#alone === undefined ? undefined : [this.#alone];
    this.#project = this.#host === undefined ? emptyProject : await loadProject(this.#host, alone);
    const texts = new Map(this.#project.files.map((file) => [file.path, file]));
    for (const [uri, text] of openTexts) {
      const path = relativeTo(this.root, uri);
      if (path !== undefined && texts.get(path)?.text !== text)
        texts.set(path, new PlanFile(path, text));
    }
    const before = this.#files;
    const paths = [...texts.keys()].sort();
    this.#files = new Map(
      paths.flatMap((path) => {
        const now = texts.get(path);
        const known = before.get(path);
        if (now === undefined) return [];
        known?.setText(now.text);
        return [[path, known ?? now] as const];
      }),
    );
    for (const file of this.#files.values()) this.#changed.add(file);
    this.#follow(this.#plan.setFiles([...this.#files.values()]));
  }

  /** The text of a document that is open here, to be edited; another file until now gets it whole. */
  open(uri: string, text: string): void {
    const path = relativeTo(this.root, uri);
    if (path === undefined) return;
    const known = this.#files.get(path);
    if (known !== undefined) {
      known.setText(text);
      this.#changed.add(known);
      return;
    }
    this.#files.set(path, new PlanFile(path, text));
    this.#files = new Map([...this.#files].sort(([a], [b]) => (a < b ? -1 : 1)));
    this.#follow(this.#plan.setFiles([...this.#files.values()]));
  }

  /** The file at an address, for edits. */
  fileAt(uri: string): PlanFile | undefined {
    const path = relativeTo(this.root, uri);
    return path === undefined ? undefined : this.#files.get(path);
  }

  /** After a file was edited: where its flags stand may have changed. */
  edited(file: PlanFile): void {
    this.#changed.add(file);
  }

  /** Judges the project at a date: its own, unless one is asked for. */
  judge(asked: IsoDate | undefined, today: IsoDate): void {
    this.#settle();
    this.#day = asked ?? this.#project.settings.asAt ?? today;
    const project = { ...this.#project, files: [...this.#files.values()] };
    if (this.#judgement === undefined) {
      this.#judgement = judgeProject(checks, project, this.#plan, this.#day);
    } else {
      const settings = this.#project.settings.checks;
      const run = { plan: this.#plan, asAt: this.#day, settings };
      this.#judgement.judge(run, invalidText(project));
    }
  }

  has(uri: string): boolean {
    return this.fileAt(uri) !== undefined;
  }

  ask(uri: string): Ask | undefined {
    const path = relativeTo(this.root, uri);
    return path === undefined ? undefined : this.askOf(path);
  }

  askOf(path: string): Ask | undefined {
    this.#settle();
    const file = this.#files.get(path);
    if (file === undefined) return undefined;
    return {
      plan: this.#plan,
      asAt: this.#day,
      file,
      flagsIn: (unit) => this.#judgement?.flagsIn(unit) ?? [],
      uriOf: (of) => this.uriOf(of),
    };
  }

  /** The files whose flags may be others, or stand elsewhere, since this was last asked. */
  takeChanged(): ReadonlySet<PlanFile> {
    this.#settle();
    const changed = this.#changed;
    for (const unit of this.#judgement?.takeTouched() ?? []) changed.add(unit.file);
    this.#changed = new Set();
    return changed;
  }

  uriOf(path: string): string {
    return within(this.root, path);
  }

  get plan(): Plan {
    this.#settle();
    return this.#plan;
  }

  /** Its flags; undefined until it is judged. */
  get judgement(): Judgement | undefined {
    this.#settle();
    return this.#judgement;
  }

  get asAt(): IsoDate {
    return this.#day;
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

  #settle(): void {
    this.#follow(this.#plan.update());
  }

  #follow(change: UnitChange): void {
    if (change.removed.length > 0 || change.added.length > 0) this.#judgement?.update(change);
  }
}

const emptyProject: Project = {
  settings: defaultSettings,
  files: [],
  invalidText: new Map(),
  unreadable: [],
};
