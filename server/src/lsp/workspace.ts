import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { today } from '../hosts/clock.ts';
import type { Ask } from '../editor/ask.ts';
import type { IsoDate } from '../language/dates.ts';
import type { Columns } from '../plan/file.ts';
import { backlogFile, settingsFile } from '../plan/file-names.ts';
import { nameOf, normalized, parentOf, relativeTo, schemeOf, within } from './addresses.ts';
import { Burst } from './burst.ts';
import { applyChange } from './content-changes.ts';
import type { Files } from './files.ts';
import type { Listener, Progress } from './listener.ts';
import { ProjectState } from './project-state.ts';

/** A document that is open in the editor. While a project holds it, its text is that of the project's file. */
interface OpenDocument {
  version: number;
  text: string;
}

/** So many files that changed outside are read one by one; of more, the whole project is. */
const fewFiles = 20;

/**
 * Every open document and every project they belong to. What comes in is done one after the other, so
 * that an answer is always about one state of the text.
 */
export class Workspace {
  readonly #files: Files;
  readonly #columns: Columns;
  readonly #tell: Listener;
  readonly #documents = new Map<string, OpenDocument>();
  readonly #projects = new Map<string, ProjectState>();
  #folders: readonly string[] = [];
  #asked: IsoDate | undefined;
  #day: IsoDate = '';
  #queue: Promise<unknown> = Promise.resolve();
  readonly #edited = new Burst<ProjectState>((projects) => {
    void this.#inTurn(() => {
      const current = new Set(this.projects);
      for (const project of projects) if (current.has(project)) this.#tell.changed(project);
    });
  });

  /** @param columns what the client counts columns in */
  constructor(files: Files, columns: Columns, listener: Listener) {
    this.#files = files;
    this.#columns = columns;
    this.#tell = listener;
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(normalized));
    const kept = this.#folders.filter((folder) => !gone.has(folder));
    this.#folders = [...new Set([...kept, ...added.map(normalized)])];
  }

  open(uri: string, version: number, text: string): Promise<void> {
    const address = normalized(uri);
    return this.#inTurn(async () => {
      this.#documents.set(address, { version, text });
      const known = this.#holding(address);
      const project = known ?? (await this.#projectOf(address));
      if (project.open(address, text) && known !== undefined) this.#tell.changed(project);
    });
  }

  /** Applies edits to an open document; edits to any other are ignored. */
  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ): Promise<void> {
    const address = normalized(uri);
    return this.#inTurn(() => {
      const document = this.#documents.get(address);
      const project = this.#holding(address);
      const file = project?.fileAt(address);
      if (document === undefined || project === undefined || file === undefined) return;
      document.version = version;
      for (const change of changes) applyChange(file, change);
      project.edited(file);
      this.#edited.add(project);
    });
  }

  /** A closed document is what is on disk again; one that is nowhere is gone. */
  close(uri: string): Promise<void> {
    const address = normalized(uri);
    return this.#inTurn(() =>
      this.#documents.delete(address) ? this.#reread(address) : undefined,
    );
  }

  /** Files that changed outside the editor, and folders that went with all that was in them. */
  filesChanged(uris: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      const addresses = this.#filesOf(new Set(uris.map(normalized)));
      if (addresses.some(isAboutFolder)) {
        await this.#reopenAll();
        return;
      }
      const known = addresses.every((address) => this.#holding(address) !== undefined);
      if (known && addresses.length <= fewFiles) {
        for (const address of addresses) await this.#reread(address);
        return;
      }
      const touched = this.projects.filter(({ root }) =>
        addresses.some((address) => relativeTo(root, address) !== undefined),
      );
      for (const project of touched) await this.#reload(project);
    });
  }

  /** Judges everything at that day; undefined for each project's own. */
  setAsAt(asked: IsoDate | undefined): Promise<void> {
    return this.#inTurn(() => {
      this.#asked = asked;
      for (const project of this.#projects.values()) this.#judge(project);
    });
  }

  /** Loads every project of the workspace's folders. */
  loadAll(): Promise<readonly ProjectState[]> {
    return this.#inTurn(async () => {
      for (const folder of this.#folders) {
        for (const uri of await this.#files.plansBelow(folder))
          await this.#projectOf(normalized(uri));
      }
      return [...this.#projects.values()];
    });
  }

  /** What an answer about a document is worked out from; undefined for a document that is not known. */
  ask(uri: string): Promise<Ask | undefined> {
    const address = normalized(uri);
    return this.#inTurn(() => this.#holding(address)?.ask(address));
  }

  /** The project of a document, once all that came before is done. */
  projectOf(uri: string): Promise<ProjectState | undefined> {
    const address = normalized(uri);
    return this.#inTurn(() => this.#holding(address));
  }

  /** An Ask for each project that is loaded, once all that came before is done. */
  asks(): Promise<readonly Ask[]> {
    return this.#inTurn(() => {
      const asks = this.projects.map((project) => project.ask(project.uris[0] ?? ''));
      return asks.filter((ask) => ask !== undefined);
    });
  }

  /** Judges everything anew when it is another day than it was. */
  dayMayHaveChanged(): Promise<void> {
    if (today() === this.#day) return Promise.resolve();
    return this.setAsAt(this.#asked);
  }

  get projects(): readonly ProjectState[] {
    return [...this.#projects.values()];
  }

  versionOf(uri: string): number | undefined {
    return this.#documents.get(normalized(uri))?.version;
  }

  #inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch((error: unknown) => {
      this.#tell.failed(error);
    });
    return done;
  }

  /** The project that has a document among its files. */
  #holding(address: string): ProjectState | undefined {
    const holding = this.projects.filter((project) => project.has(address));
    return holding.sort((a, b) => b.root.length - a.root.length)[0];
  }

  async #projectOf(address: string): Promise<ProjectState> {
    const project = await this.#unread(address);
    const known = this.#projects.get(project.id);
    return known?.has(address) === true ? known : this.#add(project);
  }

  /** The project that a document belongs to, with nothing in it yet. */
  async #unread(address: string): Promise<ProjectState> {
    const { root, alone } = await this.#rootOf(address);
    return new ProjectState(root, this.#files.hostFor(root), alone, this.#columns);
  }

  async #add(project: ProjectState): Promise<ProjectState> {
    await this.#read(project, await this.#openTexts(project.id));
    this.#projects.set(project.id, project);
    this.#judge(project);
    return project;
  }

  async #read(project: ProjectState, openTexts: ReadonlyMap<string, string>): Promise<void> {
    let progress: Progress | undefined;
    try {
      await project.load(openTexts, {
        dayOf: (own) => this.dayOf(own),
        progress: (done, of) => {
          progress ??= this.#tell.reading?.(project.root);
          progress?.report(done, of);
        },
        early: () => {
          this.#tell.changed(project);
        },
      });
    } finally {
      progress?.end();
    }
  }

  /** The folder of the nearest `mustdo.json` upwards, else the workspace's folder, else the file alone. */
  async #rootOf(address: string): Promise<{ root: string; alone?: string }> {
    const folder = this.#folders.find((candidate) => relativeTo(candidate, address) !== undefined);
    for (let place = parentOf(address); ; place = parentOf(place)) {
      const host = schemeOf(address) === 'untitled' ? undefined : this.#files.hostFor(place);
      if (host !== undefined && (await host.exists(settingsFile))) return { root: place };
      if (place === folder || parentOf(place) === place || host === undefined) break;
    }
    return folder === undefined
      ? { root: parentOf(address), alone: nameOf(address) }
      : { root: folder };
  }

  /** The texts of the open documents that belong to a project, and to none nested in it. */
  async #openTexts(id: string): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    for (const [uri, document] of this.#documents)
      if ((await this.#unread(uri)).id === id) texts.set(uri, this.#textOf(uri, document));
    return texts;
  }

  #textOf(uri: string, { text }: OpenDocument): string {
    return this.#holding(uri)?.fileAt(uri)?.text ?? text;
  }

  /** Before a project is given up: its open documents keep their texts. */
  #release(project: ProjectState): void {
    for (const [uri, document] of this.#documents) {
      if (project.has(uri)) document.text = this.#textOf(uri, document);
    }
  }

  /** Takes one file as it is on disk now, unless it is open. */
  async #reread(address: string): Promise<void> {
    const project = this.#holding(address);
    if (project === undefined || this.#documents.has(address)) return;
    if (await project.reread(address)) this.#tell.changed(project);
    else await this.#reload(project);
  }

  /** Takes all files as they are on disk now; open ones stay as they are. */
  async #reload(project: ProjectState): Promise<void> {
    const open = [...this.#documents].filter(([uri]) => project.has(uri));
    await project.load(new Map(open.map(([uri, document]) => [uri, this.#textOf(uri, document)])));
    this.#judge(project);
    if (project.uris.length > 0) return;
    for (const [key, candidate] of this.#projects) {
      if (candidate === project) this.#projects.delete(key);
    }
  }

  /** The files among addresses, and those that are known in the folders among them. */
  #filesOf(addresses: ReadonlySet<string>): string[] {
    const known = this.projects.flatMap(({ root, uris }) => [within(root, settingsFile), ...uris]);
    const below = known.filter((file) => {
      for (let place = parentOf(file); place !== parentOf(place); place = parentOf(place))
        if (addresses.has(place)) return true;
      return false;
    });
    const files = [...addresses].filter(
      (address) => address.endsWith('.plan') || isAboutFolder(address),
    );
    return [...new Set([...files, ...below])];
  }

  /** After settings changed: every document may belong elsewhere now. */
  async #reopenAll(): Promise<void> {
    const before = this.projects;
    const uris = before.flatMap((project) => project.uris);
    for (const project of before) this.#release(project);
    this.#projects.clear();
    for (const uri of uris) {
      const project = await this.#unread(uri);
      if (!this.#projects.has(project.id)) await this.#add(project);
    }
    for (const project of before) {
      if (this.#projects.has(project.id)) continue;
      project.empty();
      this.#tell.changed(project);
    }
  }

  /** The day that is asked for, else the project's own, else today. */
  dayOf(own: IsoDate | undefined): IsoDate {
    return this.#asked ?? own ?? today();
  }

  #judge(project: ProjectState): void {
    this.#day = today();
    project.judge((own) => this.dayOf(own));
    this.#tell.changed(project);
  }
}

/** Whether a file says which plans a folder has, and how they are checked. */
const isAboutFolder = (address: string): boolean =>
  [settingsFile, backlogFile].includes(nameOf(address));
