import { checks } from '../checks/index.ts';
import type { Judgement } from '../checks/judgement.ts';
import { invalidText, judgeProject } from '../checks/project.ts';
import { settingsFaults } from '../checks/settings.ts';
import type { Ask } from '../editor/ask.ts';
import type { IsoDate } from '../language/dates.ts';
import { noBacklog } from '../plan/backlog.ts';
import { PlanFile, type Columns, type Unit, type UnitChange } from '../plan/file.ts';
import type { FileHost } from '../plan/host.ts';
import type { SettingsFault } from '../plan/json-text.ts';
import { Plan } from '../plan/plan.ts';
import { settingsFile } from '../plan/file-names.ts';
import { loadProject, readText, type Project } from '../plan/project.ts';
import { defaultSettings, readSettings, type Settings } from '../plan/settings.ts';
import { relativeTo, within } from './addresses.ts';
import { soon } from './soon.ts';

/** The day a project is judged at, from the one that it sets. */
export type DayOf = (own: IsoDate | undefined) => IsoDate;

/** What is said while a project is read. */
export interface Loading {
  /** The day to judge at meanwhile, from the one that the project sets. */
  readonly dayOf?: DayOf;
  /** Told from time to time how much is read, of how much. */
  readonly progress?: (done: number, of: number) => void;
  /**
   * Called once when reading will take long: until it is done, the open files have the flags that
   * stand whatever the others say.
   */
  readonly early?: () => void;
}

/** From this many units on, reading a project takes long enough to be said. */
const manyUnits = 3000;

/** How long units are read before others have their turn, in milliseconds. */
const slice = 40;

/**
 * A project as the editor sees it: its files on the host, with what is typed laid over them. Its plan
 * and its flags follow the edits; they are brought up to date when somebody asks.
 */
export class ProjectState {
  readonly root: string;
  readonly #host: FileHost | undefined;
  readonly #columns: Columns;
  /** For a file that belongs to no folder: its name, all there is. */
  readonly #alone: string | undefined;
  #project: Project = emptyProject;
  #files = new Map<string, PlanFile>();
  #plan = new Plan([]);
  /** Undefined until it is judged for the first time. */
  #judgement: Judgement | undefined;
  /** Of the open files alone, while the others are read for the first time. */
  #early: Judgement | undefined;
  #day: IsoDate = '';
  /** The files that the client was told of. */
  #said: string | undefined;
  /** Files whose flags may be others, or stand elsewhere, than when they were last taken. */
  #changed = new Set<PlanFile>();
  /** Whether a file has been edited since the plan last followed. */
  #isEdited = false;

  /** @param columns what the client counts columns in */
  constructor(
    root: string,
    host: FileHost | undefined,
    alone: string | undefined,
    columns: Columns,
  ) {
    this.root = root;
    this.#columns = columns;
    this.#host = host;
    this.#alone = alone;
  }

  /**
   * Reads the project from its host; texts that are open win over what is on disk.
   */
  async load(openTexts: ReadonlyMap<string, string>, loading: Loading = {}): Promise<void> {
    const alone = this.#alone === undefined ? undefined : [this.#alone];
    this.#project = this.#host === undefined ? emptyProject : await loadProject(this.#host, alone);
    const read = new Map(this.#project.files.map((file) => [file.path, file]));
    const open: PlanFile[] = [];
    for (const [uri, text] of openTexts) {
      const path = relativeTo(this.root, uri);
      if (path === undefined) continue;
      const file = read.get(path);
      if (file?.text !== text) read.set(path, new PlanFile(path, text));
      open.push(read.get(path) ?? new PlanFile(path, text));
    }
    const files = this.#merged(read);
    const units = files.flatMap((file) => file.units);
    if (this.#judgement === undefined && units.length > manyUnits) {
      if (open.length > 0) this.#judgeEarly(open, loading);
      await readAhead(units, loading.progress);
    }
    // What was judged early had a plan of its own: nothing of it stays.
    if (this.#early !== undefined) this.#plan = new Plan([]);
    this.#early = undefined;
    this.#files = new Map(files.map((file) => [file.path, file]));
    for (const file of files) this.#changed.add(file);
    this.#follow(this.#plan.setFiles(files));
  }

  /** The files as they were read; those that are known already take the new texts. */
  #merged(read: ReadonlyMap<string, PlanFile>): PlanFile[] {
    const inOrder = [...read.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return inOrder.map((now) => {
      now.columns = this.#columns;
      const known = this.#files.get(now.path);
      known?.setText(now.text);
      return known ?? now;
    });
  }

  /** Judges the open files as if there were no others. */
  #judgeEarly(open: readonly PlanFile[], { dayOf, early }: Loading): void {
    if (dayOf === undefined) return;
    this.#files = new Map(open.map((file) => [file.path, file]));
    this.#plan = new Plan(open);
    this.#day = dayOf(this.#project.settings.asAt);
    this.#early = judgeProject(checks, { ...this.#project, files: open }, this.#plan, this.#day);
    for (const file of open) this.#changed.add(file);
    early?.();
  }

  /** Has nothing any more: what it had belongs elsewhere now, or is gone. */
  empty(): void {
    this.#project = emptyProject;
    this.#files.clear();
    this.#follow(this.#plan.setFiles([]));
  }

  /**
   * The text of a document that is open here, to be edited; another file until now gets it whole.
   * @returns whether that is another text than the project had
   */
  open(uri: string, text: string): boolean {
    const path = relativeTo(this.root, uri);
    if (path === undefined) return false;
    const known = this.#files.get(path);
    if (known?.text === text) return false;
    if (known !== undefined) {
      known.setText(text);
      this.edited(known);
      return true;
    }
    const file = new PlanFile(path, text);
    file.columns = this.#columns;
    this.#files.set(path, file);
    this.#files = new Map([...this.#files].sort(([a], [b]) => (a < b ? -1 : 1)));
    this.#follow(this.#plan.setFiles([...this.#files.values()]));
    return true;
  }

  /** The file at an address, for edits. */
  fileAt(uri: string): PlanFile | undefined {
    const path = relativeTo(this.root, uri);
    return path === undefined ? undefined : this.#files.get(path);
  }

  /** After a file was edited: where its flags stand may have changed. */
  edited(file: PlanFile): void {
    this.#changed.add(file);
    this.#isEdited = true;
  }

  /**
   * Takes one of its files as the host has it now.
   * @returns false where that changes which files there are
   */
  async reread(uri: string): Promise<boolean> {
    const file = this.fileAt(uri);
    if (file === undefined || this.#host === undefined) return false;
    const decoded = await readText(this.#host, file.path);
    if ('unreadable' in decoded || decoded.invalidAt.length > 0) return false;
    if (this.#project.invalidText.has(file.path)) return false;
    file.setText(decoded.text);
    this.edited(file);
    return true;
  }

  /** Judges the project anew at a date. */
  judge(dayOf: DayOf): void {
    this.#settle();
    this.#day = dayOf(this.#project.settings.asAt);
    const project = { ...this.#project, files: [...this.#files.values()] };
    if (this.#judgement === undefined) {
      this.#judgement = judgeProject(checks, project, this.#plan, this.#day);
    } else {
      const { settings, backlog } = project;
      const run = { plan: this.#plan, asAt: this.#day, settings, backlog };
      this.#judgement.judge(run, invalidText(project));
    }
  }

  /** What it is told apart from others by: its folder, or the file that belongs to none. */
  get id(): string {
    return this.#alone === undefined ? this.root : within(this.root, this.#alone);
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
      flagsIn: (unit) => this.#judgement?.flagsIn(unit) ?? this.#early?.ownFlagsIn(unit) ?? [],
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

  /** The addresses of its files, when they are others than when this was last asked. */
  takeOtherUris(): readonly string[] | undefined {
    const now = [...this.#files.keys()].join('\n');
    if (now === this.#said) return undefined;
    this.#said = now;
    return this.uris;
  }

  get uris(): string[] {
    return [...this.#files.keys()].map((path) => within(this.root, path));
  }

  /** What cannot be read or used at all, by its address: said where it stands. */
  get unreadable(): ReadonlyMap<string, string> {
    return new Map(
      this.#project.unreadable
        .filter(({ path }) => !this.#files.has(path))
        .map(({ path, reason }) => [
          within(this.root, path),
          `This file cannot be read: ${reason}.`,
        ]),
    );
  }

  /** What is wrong with its settings, and where those stand. */
  get settingsFaults(): { readonly uri: string; readonly faults: readonly SettingsFault[] } {
    const faults = settingsFaults(checks, this.#project.settingsReading);
    return { uri: within(this.root, settingsFile), faults };
  }

  get settings(): Settings {
    return this.#project.settings;
  }

  /**
   * The bytes of a file of the project, as its host has them.
   * @param limit at most so many and one more are read
   * @returns rejects with words where it cannot be read
   */
  read(path: string, limit: number): Promise<Uint8Array> {
    return this.#host === undefined
      ? Promise.reject(new Error('its folder cannot be read from here'))
      : this.#host.read(path, limit);
  }

  #settle(): void {
    if (!this.#isEdited) return;
    this.#isEdited = false;
    this.#follow(this.#plan.update());
  }

  #follow(change: UnitChange): void {
    if (change.removed.length > 0 || change.added.length > 0) this.#judgement?.update(change);
  }
}

const emptyProject: Project = {
  settings: defaultSettings,
  settingsReading: readSettings('{}'),
  backlog: noBacklog,
  files: [],
  invalidText: new Map(),
  unreadable: [],
};

/** Reads units in slices, so that what comes in meanwhile is heard. */
async function readAhead(units: readonly Unit[], progress: Loading['progress']): Promise<void> {
  let since = performance.now();
  for (const [index, unit] of units.entries()) {
    unit.readAhead();
    if (performance.now() - since < slice) continue;
    progress?.(index, units.length);
    await new Promise<void>((resolve) => {
      soon(resolve);
    });
    since = performance.now();
  }
}
