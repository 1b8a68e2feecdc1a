import { Disposable, EventEmitter, l10n, Uri, workspace, type WebviewPanel } from 'vscode';
import {
  previewFindRequest,
  previewPlaceRequest,
  previewRequest,
  previewRowsRequest,
  type PreviewFindParams,
  type PreviewFindResult,
  type PreviewParams,
  type PreviewPlaceParams,
  type PreviewPlaceResult,
  type PreviewResult,
  type PreviewRowsParams,
  type PreviewRowsResult,
} from '../../../server/src/lsp/protocol.ts';
import type { AsAt } from '../as-at.ts';
import { isThere } from '../files.ts';
import { has, isBelow, type Project, type Projects } from '../projects.ts';
import type { Server } from '../server.ts';
import { fromPage, type FromPage, type RowName, type TabId, type ToPage } from './messages.ts';
import { emptyPage, pageFolder } from './page.ts';
import { type Place } from './reveal.ts';

/** What panels work with. */
export interface Around {
  /** Where the extension is. */
  readonly extension: Uri;
  readonly server: Server;
  readonly projects: Projects;
  readonly asAt: AsAt;
}

/** What a panel asks of the editor around it. */
export interface Editor {
  /** Goes to a place of the text. */
  reveal(place: Place, panel: Panel): void;
  /** Marks a place of the text; undefined: none any more. */
  point(place: Place | undefined): void;
}

/** One panel of the preview: it shows the project of a document in the tab that its page asks for. */
export class Panel implements Disposable {
  readonly webviewPanel: WebviewPanel;
  readonly #around: Around;
  readonly #editor: Editor;
  readonly #subscriptions: Disposable;
  readonly #changed = new EventEmitter<undefined>();
  #uri: Uri | undefined;
  #tab: TabId = 'plan';
  #locked = false;
  /** What the page has already: the revision of each table, and of which project. */
  #known: Readonly<Record<string, number>> = {};
  #knownProject: string | undefined;
  /** Whether the file that is followed was taken away. */
  #deleted = false;
  #filling = false;
  #stale = false;
  #isGone = false;
  /** Whether the page has just come, and knows nothing yet of the cursor. */
  #isNew = false;
  /** What the cursor is in, to be told again to a page that comes back. */
  #marked: readonly string[] = [];
  /** Whether the page listens. One that is hidden is taken away, and another comes when it is shown again. */
  #listens = false;
  /** A row that the page is to show as soon as it listens. */
  #wanted: RowName | undefined;

  /** It follows another document, is locked, or came to the front or left it. */
  readonly onDidChange = this.#changed.event;

  constructor(webviewPanel: WebviewPanel, around: Around, editor: Editor, uri: Uri | undefined) {
    const { extension } = around;
    this.webviewPanel = webviewPanel;
    this.#around = around;
    this.#editor = editor;
    this.#uri = uri;
    const { webview } = webviewPanel;
    webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extension)] };
    webviewPanel.iconPath = {
      light: Uri.joinPath(extension, 'syntaxes/icons/plan-light.svg'),
      dark: Uri.joinPath(extension, 'syntaxes/icons/plan-dark.svg'),
    };
    this.#subscriptions = Disposable.from(
      webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      webviewPanel.onDidChangeViewState(() => {
        this.#listens &&= webviewPanel.visible;
        this.#changed.fire(undefined);
      }),
    );
    webview.html = emptyPage(webview, extension, {
      bundle: 'preview',
      title: l10n.t('Mustdo preview'),
    });
  }

  /** The document that is followed. */
  get uri(): Uri | undefined {
    return this.#uri;
  }

  /** Whether it stays with its plan, whatever is worked on. */
  get locked(): boolean {
    return this.#locked;
  }

  set locked(locked: boolean) {
    if (locked === this.#locked) return;
    this.#locked = locked;
    this.#changed.fire(undefined);
    this.refresh();
  }

  follow(uri: Uri): void {
    if (uri.toString() === this.#uri?.toString()) return;
    this.#uri = uri;
    this.#deleted = false;
    this.#changed.fire(undefined);
    this.refresh();
  }

  /** A project was judged anew. */
  judged(project: Project): void {
    if (this.#uri !== undefined && has(project, this.#uri)) this.refresh();
  }

  /** After a file or a folder came or went: says so when it is the one that is followed. */
  lookFor(gone: Uri): void {
    const uri = this.#uri;
    if (uri === undefined) return;
    if (gone.toString() !== uri.toString() && !isBelow(gone, uri)) return;
    void isThere(uri).then((there) => {
      this.#deleted = !there;
      this.refresh();
    });
  }

  /** The cursor moved: marks the rows about what it is in. */
  async mark(params: PreviewRowsParams, seek: boolean): Promise<void> {
    const uri = Uri.parse(params.uri);
    const { projects, server } = this.#around;
    if (this.#uri === undefined || !this.webviewPanel.visible) return;
    if (projects.of(uri)?.id !== projects.of(this.#uri)?.id) return;
    const rows = await server.request<PreviewRowsResult | null>(previewRowsRequest, params);
    this.#marked = rows?.keys ?? [];
    await this.#post({ type: 'mark', keys: [...this.#marked], seek });
  }

  /** Shows the row about an item or a place, in whichever tab has it; false where no row is about that. */
  async find(params: Omit<PreviewFindParams, 'tab'>): Promise<boolean> {
    const wanted: PreviewFindParams = { ...params, tab: this.#tab };
    const { server } = this.#around;
    const found = await server.request<PreviewFindResult | null>(previewFindRequest, wanted);
    if (found === null) return false;
    this.#wanted = found.row;
    this.#marked = [found.row.key];
    this.refresh();
    return true;
  }

  dispose(): void {
    this.#isGone = true;
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  #receive(message: unknown): void {
    const { data } = fromPage.safeParse(message);
    if (data !== undefined) this.#act(data);
  }

  #act(message: FromPage): void {
    switch (message.type) {
      case 'ready':
        this.#known = {};
        this.#isNew = true;
        this.#listens = true;
        this.#tab = message.tab;
        this.locked = message.locked;
        this.refresh();
        return;
      case 'tab':
        this.#tab = message.tab;
        this.refresh();
        return;
      case 'lock':
        this.locked = message.locked;
        return;
      case 'asAt':
        this.#around.asAt.choose(message.day ?? undefined);
        return;
      case 'reveal':
        void this.#placeOf(message.row).then((place) => {
          if (place !== undefined) this.#editor.reveal(place, this);
        });
        return;
      case 'point': {
        const { row } = message;
        if (row === null) this.#editor.point(undefined);
        else void this.#placeOf(row).then((place) => this.#editor.point(place));
      }
    }
  }

  async #placeOf(row: RowName): Promise<Place | undefined> {
    if (this.#uri === undefined) return undefined;
    const params: PreviewPlaceParams = { uri: this.#uri.toString(), ...row };
    try {
      const found = await this.#around.server.request<PreviewPlaceResult | null>(
        previewPlaceRequest,
        params,
      );
      return found?.location;
    } catch {
      // The server says elsewhere that it does not run; a row then leads nowhere.
      return undefined;
    }
  }

  /** Fills the page anew; while that is under way, once more afterwards. A hidden page asks when it is back. */
  refresh(): void {
    this.#stale = true;
    if (!this.#filling) void this.#fill();
  }

  async #fill(): Promise<void> {
    this.#filling = true;
    try {
      while (this.#stale && this.#uri !== undefined && !this.#isGone && this.webviewPanel.visible) {
        this.#stale = false;
        await this.#post(await this.#messageFor(this.#uri));
        if (this.#isNew) {
          this.#isNew = false;
          await this.#post({ type: 'mark', keys: [...this.#marked], seek: false });
        }
        const row = this.#wanted;
        if (row === undefined || !this.#listens) continue;
        this.#wanted = undefined;
        await this.#post({ type: 'find', row });
      }
    } finally {
      this.#filling = false;
    }
  }

  async #post(message: ToPage): Promise<void> {
    if (this.#isGone) return;
    if (message.type === 'show') {
      const { title } = message.heading;
      this.webviewPanel.title = message.locked
        ? l10n.t('Preview: {0}, locked', title)
        : l10n.t('Preview: {0}', title);
    }
    await this.webviewPanel.webview.postMessage(message);
  }

  async #messageFor(uri: Uri): Promise<ToPage> {
    const name = uri.path.split('/').at(-1) ?? uri.path;
    const tab = this.#tab;
    try {
      const project = this.#around.projects.of(uri)?.id ?? uri.toString();
      if (project !== this.#knownProject) this.#known = {};
      this.#knownProject = project;
      const preview = await this.#ask({ uri: uri.toString(), tab, known: this.#known });
      if (preview === null)
        return { type: 'say', words: l10n.t('{0} belongs to no plan.', name), keep: false };
      const { heading, sections, asAt, isToday } = preview;
      const tables = sections.flatMap((section) => section.tables);
      this.#known = {
        ...this.#known,
        ...Object.fromEntries(tables.map(({ id, revision }) => [id, revision])),
      };
      return {
        type: 'show',
        uri: uri.toString(),
        project,
        tab,
        asAt,
        isToday,
        isChosen: this.#around.asAt.isChosen,
        locked: this.#locked,
        ...(this.#deleted && { notice: l10n.t('{0} has been deleted.', name) }),
        heading,
        sections: [...sections],
      };
    } catch (error) {
      if (uri.scheme !== 'untitled' && !(await isThere(uri))) {
        const words = l10n.t('{0} has been deleted. Open another plan to see it here.', name);
        return { type: 'say', words, keep: false };
      }
      const reason = error instanceof Error ? error.message : String(error);
      const words = l10n.t('The preview cannot be renewed now: {0}', reason);
      return { type: 'say', words, keep: true };
    }
  }

  /** @throws when the document is gone, or the server does not answer */
  async #ask(params: PreviewParams): Promise<PreviewResult | null> {
    const { server } = this.#around;
    const preview = await server.request<PreviewResult | null>(previewRequest, params);
    if (preview !== null) return preview;
    // After a reload of the window nobody may have opened it yet, and the server knows open plans only.
    await workspace.openTextDocument(Uri.parse(params.uri));
    return server.request<PreviewResult | null>(previewRequest, params);
  }
}
