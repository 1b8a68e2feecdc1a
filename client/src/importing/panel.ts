import { Disposable, l10n, Uri, window, workspace, type WebviewPanel } from 'vscode';
import { emptyPage, pageFolder } from '../preview/page.ts';
import { finishImport } from './finish.ts';
import { fromPage, type FromPage, type Look, type ToPage } from './messages.ts';
import { asMap, type Source } from './source.ts';

const viewType = 'mustdo.import';

interface Start {
  readonly extension: Uri;
  readonly source: Source;
  readonly look: Look;
  /** Where the plan’s folder is made; undefined while nobody has said it. */
  readonly parent: Uri | undefined;
}

/** The page on which somebody looks through what a file’s columns were taken for, before anything is written. */
export class ImportPanel implements Disposable {
  readonly #panel: WebviewPanel;
  readonly #source: Source;
  readonly #subscriptions: Disposable;
  #parent: Uri | undefined;
  /** What was looked at last, and for which turn of the page. */
  #look: Look;
  #turn = 0;
  /** What the page has said since; only the last of it is answered. */
  #wanted: { readonly map: string; readonly turn: number } | undefined;
  #looking = false;
  #finishing = false;

  private constructor({ extension, source, look, parent }: Start) {
    this.#source = source;
    this.#look = look;
    this.#parent = parent;
    this.#panel = window.createWebviewPanel(
      viewType,
      l10n.t('Import: {0}', source.name),
      { viewColumn: window.tabGroups.activeTabGroup.viewColumn },
      { enableScripts: true, localResourceRoots: [pageFolder(extension)] },
    );
    const { webview } = this.#panel;
    this.#panel.iconPath = {
      light: Uri.joinPath(extension, 'syntaxes/icons/plan-light.svg'),
      dark: Uri.joinPath(extension, 'syntaxes/icons/plan-dark.svg'),
    };
    this.#subscriptions = Disposable.from(
      webview.onDidReceiveMessage((message: unknown) => {
        const { data } = fromPage.safeParse(message);
        if (data !== undefined) void this.#act(data);
      }),
      this.#panel.onDidDispose(() => this.dispose()),
    );
    webview.html = emptyPage(webview, extension, {
      bundle: 'import',
      title: l10n.t('Mustdo import'),
    });
  }

  /** Opens the page; it lives as long as its tab. */
  static open(start: Start): ImportPanel {
    return new ImportPanel(start);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #act(message: FromPage): Promise<void> {
    try {
      switch (message.type) {
        case 'ready':
          await this.#show();
          return;
        case 'map':
          this.#wanted = { map: asMap(message.mapping), turn: message.turn };
          await this.#lookAgain();
          return;
        case 'useSaved':
          await this.#useSaved();
          return;
        case 'where':
          await this.#askWhere();
          return;
        case 'import':
          await this.#finish(message);
          return;
        case 'cancel':
          this.#panel.dispose();
      }
    } catch (error) {
      await this.#post({
        type: 'say',
        words: error instanceof Error ? error.message : String(error),
      });
    }
  }

  async #lookAgain(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      while (this.#wanted !== undefined) {
        const { map, turn } = this.#wanted;
        this.#wanted = undefined;
        this.#look = await this.#source.look(map);
        this.#turn = turn;
      }
    } finally {
      this.#looking = false;
    }
    await this.#show();
  }

  async #useSaved(): Promise<void> {
    const picked = await window.showOpenDialog({
      filters: { [l10n.t('Saved choices')]: ['json'] },
      openLabel: l10n.t('Use These Choices'),
      title: l10n.t('Which choices?'),
    });
    const [file] = picked ?? [];
    if (file === undefined) return;
    const map = new TextDecoder().decode(await workspace.fs.readFile(file));
    this.#look = await this.#source.look(map);
    await this.#show();
  }

  async #askWhere(): Promise<Uri | undefined> {
    const picked = await window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      ...(this.#parent !== undefined && { defaultUri: this.#parent }),
      openLabel: l10n.t('Put the Plan Here'),
      title: l10n.t('Where shall the plan be?'),
    });
    const [parent] = picked ?? [];
    if (parent === undefined) return undefined;
    this.#parent = parent;
    await this.#post({ type: 'where', where: placeInWords(parent) });
    return parent;
  }

  async #finish({ mapping, folder, saves }: Extract<FromPage, { type: 'import' }>): Promise<void> {
    if (this.#finishing) return;
    this.#finishing = true;
    try {
      const parent = this.#parent ?? (await this.#askWhere());
      if (parent === undefined) {
        await this.#post({ type: 'say', words: l10n.t('Choose a folder for the plan first.') });
        return;
      }
      await finishImport(this.#source, { parent, folder, map: asMap(mapping), saves });
      this.#panel.dispose();
    } finally {
      this.#finishing = false;
    }
  }

  async #show(): Promise<void> {
    await this.#post({
      type: 'show',
      file: this.#source.name,
      where: this.#parent === undefined ? null : placeInWords(this.#parent),
      look: this.#look,
      turn: this.#turn,
    });
  }

  async #post(message: ToPage): Promise<void> {
    try {
      await this.#panel.webview.postMessage(message);
    } catch {
      // Somebody has closed it.
    }
  }
}

/** A folder as people know it: within the folder that is open, else by its path. */
function placeInWords(folder: Uri): string {
  const open = workspace.getWorkspaceFolder(folder);
  if (open === undefined) return folder.scheme === 'file' ? folder.fsPath : folder.path;
  const below = folder.path.slice(open.uri.path.length).replace(/^\//, '');
  return below === '' ? open.name : `${open.name}/${below}`;
}
