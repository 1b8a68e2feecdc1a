import {
  Disposable,
  EventEmitter,
  l10n,
  Uri,
  ViewColumn,
  window,
  type FileSystemWatcher,
  type TextEditor,
  type WebviewPanel,
} from 'vscode';
import { activePlan, isPlan } from '../selector.ts';
import { pageState } from './messages.ts';
import { Panel, type Around, type Editor } from './panel.ts';
import { Pointer } from './pointer.ts';
import { reveal, type Place } from './reveal.ts';

const viewType = 'mustdo.preview';

/** A cursor that moves on within so many milliseconds was only passing. */
const passing = 80;

interface Files {
  /** Watches the files of plans. */
  readonly plans: FileSystemWatcher;
  /** Watches the folders they stand in. */
  readonly folders: FileSystemWatcher;
}

/**
 * The previews: any number of panels. One of them at most follows the plan that is worked on; the others
 * are locked, and stay with theirs.
 */
export class Preview implements Disposable {
  readonly #around: Around;
  readonly #subscriptions: Disposable;
  readonly #changed = new EventEmitter<undefined>();
  readonly #panels = new Set<Panel>();
  readonly #pointer = new Pointer();
  readonly #editor: Editor;
  /** Where a row has just led: the cursor’s coming there is no reason to move the preview. */
  #revealed: string | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** Another document is followed, or a panel came to the front, left it or was closed. */
  readonly onDidChange = this.#changed.event;

  constructor(around: Around, { plans, folders }: Files) {
    this.#around = around;
    this.#editor = {
      reveal: (place, panel) => this.#reveal(place, panel),
      point: (place) => this.#pointer.show(place),
    };
    const lookFor = (uri: Uri): void => {
      for (const panel of this.#panels) panel.lookFor(uri);
    };
    this.#subscriptions = Disposable.from(
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel, state) => this.#restore(panel, state),
      }),
      window.onDidChangeActiveTextEditor(() => this.#follow(activePlan()?.document.uri)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#moved(textEditor)),
      around.projects.onDidChange((project) => {
        for (const panel of this.#panels) panel.judged(project);
      }),
      plans.onDidDelete(lookFor),
      plans.onDidCreate(lookFor),
      folders.onDidDelete(lookFor),
    );
  }

  /** The document that the panel in front follows, else the one that is not locked; undefined without either. */
  get uri(): Uri | undefined {
    return (this.#front ?? this.#following)?.uri;
  }

  get active(): boolean {
    return this.#front !== undefined;
  }

  /** Shows the preview beside the text, and follows that document; where all are locked, a new one. */
  show(uri: Uri): Panel {
    const panel = this.#following;
    if (panel === undefined) {
      const beside = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      return this.#adopt(window.createWebviewPanel(viewType, l10n.t('Preview'), beside), uri);
    }
    panel.webviewPanel.reveal(undefined, true);
    panel.follow(uri);
    return panel;
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#subscriptions.dispose();
    for (const { webviewPanel } of this.#panels) webviewPanel.dispose();
    this.#pointer.dispose();
    this.#changed.dispose();
  }

  /** The panel that is worked in. */
  get #front(): Panel | undefined {
    return [...this.#panels].find(({ webviewPanel }) => webviewPanel.active);
  }

  /** The panel that follows what is worked on. */
  get #following(): Panel | undefined {
    return [...this.#panels].find(({ locked }) => !locked);
  }

  #restore(webviewPanel: WebviewPanel, state: unknown): Promise<void> {
    const { data } = pageState.safeParse(state);
    const own = data && Uri.parse(data.uri);
    const uri = data?.locked === true ? own : (activePlan()?.document.uri ?? own);
    const panel = this.#adopt(webviewPanel, uri);
    panel.locked = data?.locked === true;
    return Promise.resolve();
  }

  #adopt(webviewPanel: WebviewPanel, uri: Uri | undefined): Panel {
    const panel = new Panel(webviewPanel, this.#around, this.#editor, uri);
    this.#panels.add(panel);
    panel.onDidChange(() => {
      // One that is unlocked again takes the place of the one that followed.
      this.#changed.fire(undefined);
    });
    webviewPanel.onDidDispose(() => {
      this.#panels.delete(panel);
      panel.dispose();
      this.#pointer.show(undefined);
      this.#changed.fire(undefined);
    });
    this.#changed.fire(undefined);
    return panel;
  }

  #follow(uri: Uri | undefined): void {
    if (uri === undefined) return;
    for (const panel of this.#panels) if (!panel.locked) panel.follow(uri);
  }

  #moved(editor: TextEditor): void {
    if (this.#panels.size === 0 || !isPlan(editor.document)) return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      const { line, character } = editor.selection.active;
      const uri = editor.document.uri.toString();
      const seek = this.#revealed !== `${uri} ${String(line)}`;
      this.#revealed = undefined;
      for (const panel of this.#panels) {
        // A server that does not run says so elsewhere.
        panel.mark({ uri, position: { line, character } }, seek).catch(() => undefined);
      }
    }, passing);
  }

  #reveal(place: Place, { webviewPanel }: Panel): void {
    this.#revealed = `${place.uri} ${String(place.range.start.line)}`;
    reveal(place, webviewPanel.viewColumn).catch(() => {
      void window.showWarningMessage(
        l10n.t('The file that this row stands in is no longer there.'),
      );
    });
  }
}
