import {
  Disposable,
  EventEmitter,
  Uri,
  ViewColumn,
  window,
  workspace,
  type FileSystemWatcher,
  type WebviewPanel,
} from 'vscode';
import { previewRequest, type PreviewResult } from '../../../server/src/lsp/protocol.ts';
import { isThere } from '../files.ts';
import { has, isBelow, type Projects } from '../projects.ts';
import { activePlan } from '../selector.ts';
import type { Server } from '../server.ts';
import { fromPage, pageState, type ToPage } from './messages.ts';
import { emptyPage, pageFolder } from './page.ts';
import { reveal, type Place } from './reveal.ts';

const viewType = 'mustdo.preview';

interface Around {
  /** Where the extension is. */
  readonly extension: Uri;
  readonly server: Server;
  readonly projects: Projects;
  /** Watches the files of plans. */
  readonly plans: FileSystemWatcher;
  /** Watches the folders they stand in. */
  readonly folders: FileSystemWatcher;
}

/** The preview: one panel, which shows the project of the plan that is worked on. */
export class Preview implements Disposable {
  readonly #around: Around;
  readonly #subscriptions: Disposable;
  readonly #changed = new EventEmitter<undefined>();
  #panel: WebviewPanel | undefined;
  #uri: Uri | undefined;
  #places: Readonly<Record<string, Place>> = {};
  /** Whether the file that is followed was taken away. */
  #deleted = false;
  #filling = false;
  #stale = false;

  /** Another document is followed, or the panel came to the front, left it or was closed. */
  readonly onDidChange = this.#changed.event;

  constructor(around: Around) {
    this.#around = around;
    const { projects, plans, folders } = around;
    this.#subscriptions = Disposable.from(
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel, state) => this.#restore(panel, state),
      }),
      window.onDidChangeActiveTextEditor(() => this.#follow(activePlan()?.document.uri)),
      projects.onDidChange((project) => {
        if (this.#uri !== undefined && has(project, this.#uri)) this.#refresh();
      }),
      plans.onDidDelete((uri) => this.#lookFor(uri)),
      plans.onDidCreate((uri) => this.#lookFor(uri)),
      folders.onDidDelete((folder) => {
        if (this.#uri !== undefined && isBelow(folder, this.#uri)) this.#lookFor(this.#uri);
      }),
    );
  }

  /** The document that is followed; undefined when there is no preview. */
  get uri(): Uri | undefined {
    return this.#panel === undefined ? undefined : this.#uri;
  }

  get active(): boolean {
    return this.#panel?.active === true;
  }

  /** Shows the preview beside the text, and follows that document. */
  show(uri: Uri): void {
    if (this.#panel === undefined) {
      const beside = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      this.#adopt(window.createWebviewPanel(viewType, 'Preview', beside));
    } else {
      this.#panel.reveal(undefined, true);
    }
    this.#follow(uri);
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#panel?.dispose();
    this.#changed.dispose();
  }

  #restore(panel: WebviewPanel, state: unknown): Promise<void> {
    this.#panel?.dispose();
    const { data } = pageState.safeParse(state);
    this.#uri = activePlan()?.document.uri ?? (data && Uri.parse(data.uri));
    this.#adopt(panel);
    return Promise.resolve();
  }

  /** Fills a panel with the page, which asks for its tables when it is there. */
  #adopt(panel: WebviewPanel): void {
    const { extension } = this.#around;
    this.#panel = panel;
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extension)] };
    panel.iconPath = {
      light: Uri.joinPath(extension, 'syntaxes/icons/plan-light.svg'),
      dark: Uri.joinPath(extension, 'syntaxes/icons/plan-dark.svg'),
    };
    panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    panel.onDidChangeViewState(() => this.#changed.fire(undefined));
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
      this.#changed.fire(undefined);
    });
    panel.webview.html = emptyPage(panel.webview, extension);
    this.#changed.fire(undefined);
  }

  #receive(message: unknown): void {
    const { data } = fromPage.safeParse(message);
    if (data?.type === 'ready') this.#refresh();
    const place = data?.type === 'reveal' ? this.#places[data.key] : undefined;
    if (place === undefined) return;
    reveal(place, this.#panel?.viewColumn).catch(() => {
      void window.showWarningMessage('The file that this row stands in is no longer there.');
    });
  }

  #follow(uri: Uri | undefined): void {
    if (uri === undefined || this.#panel === undefined) return;
    if (uri.toString() === this.#uri?.toString()) return;
    this.#uri = uri;
    this.#deleted = false;
    this.#changed.fire(undefined);
    this.#refresh();
  }

  /** After a file came or went: says so when it is the one that is followed. */
  #lookFor(uri: Uri): void {
    if (uri.toString() !== this.#uri?.toString()) return;
    void isThere(uri).then((there) => {
      this.#deleted = !there;
      this.#refresh();
    });
  }

  /** Fills the page anew; while that is under way, once more afterwards. A hidden page asks when it is back. */
  #refresh(): void {
    this.#stale = true;
    if (!this.#filling) void this.#fill();
  }

  async #fill(): Promise<void> {
    this.#filling = true;
    try {
      while (this.#stale && this.#uri !== undefined && this.#panel?.visible === true) {
        this.#stale = false;
        await this.#post(await this.#messageFor(this.#uri));
      }
    } finally {
      this.#filling = false;
    }
  }

  async #post(message: ToPage): Promise<void> {
    if (this.#panel === undefined) return;
    if (message.type === 'show') this.#panel.title = `Preview: ${message.paper.heading.title}`;
    await this.#panel.webview.postMessage(message);
  }

  async #messageFor(uri: Uri): Promise<ToPage> {
    const name = uri.path.split('/').at(-1) ?? uri.path;
    try {
      const preview = await this.#ask(uri);
      if (preview === null)
        return { type: 'say', words: `${name} belongs to no plan.`, keep: false };
      this.#places = preview.places;
      return {
        type: 'show',
        uri: uri.toString(),
        project: this.#around.projects.of(uri)?.root ?? uri.toString(),
        isToday: preview.isToday,
        ...(this.#deleted && { notice: `${name} has been deleted.` }),
        paper: preview.paper,
        rows: Object.keys(preview.places),
      };
    } catch (error) {
      if (uri.scheme !== 'untitled' && !(await isThere(uri))) {
        const words = `${name} has been deleted. Open another plan to see it here.`;
        return { type: 'say', words, keep: false };
      }
      const reason = error instanceof Error ? error.message : String(error);
      return { type: 'say', words: `The preview cannot be renewed now: ${reason}`, keep: true };
    }
  }

  /** @throws when the document is gone, or the server does not answer */
  async #ask(uri: Uri): Promise<PreviewResult | null> {
    const { server } = this.#around;
    const params = { uri: uri.toString() };
    const preview = await server.request<PreviewResult | null>(previewRequest, params);
    if (preview !== null) return preview;
    // After a reload of the window nobody may have opened it yet, and the server knows open plans only.
    await workspace.openTextDocument(uri);
    return server.request<PreviewResult | null>(previewRequest, params);
  }
}
