import {
  EventEmitter,
  l10n,
  Uri,
  window,
  workspace,
  type Disposable,
  type FileSystemWatcher,
  type LogOutputChannel,
} from 'vscode';
import {
  CloseAction,
  type BaseLanguageClient,
  type CloseHandlerResult,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import {
  projectChanged,
  setAsAtRequest,
  type FormResult,
  type InitializationOptions,
  type ProjectChangedParams,
  type SetAsAtParams,
} from '../../server/src/lsp/protocol.ts';
import type { AsAt } from './as-at.ts';
import { answerFileRequests } from './files.ts';
import { planSelector } from './selector.ts';

/** How the server comes to run here. */
export interface Start {
  readonly makeClient: (options: LanguageClientOptions) => BaseLanguageClient;
  /** Whether the server can read files itself. */
  readonly hasDisk: boolean;
}

/** A change as the server sends it. */
type ServerEdit = Extract<FormResult, { readonly edit: unknown }>['edit'];

interface Around {
  /** Where the extension is. */
  readonly extension: Uri;
  readonly asAt: AsAt;
  readonly log: LogOutputChannel;
  /** Watchers of the files that plans are made of, and of the folders they stand in. */
  readonly watched: FileSystemWatcher[];
}

/** The language server: starts it, starts it again when it has stopped, and asks it things. */
export class Server implements Disposable {
  readonly #start: Start;
  readonly #around: Around;
  readonly #asAtChanges: Disposable;
  readonly #projectChanged = new EventEmitter<ProjectChangedParams>();
  readonly #stateChanged = new EventEmitter<undefined>();
  #client: BaseLanguageClient | undefined;
  #stopped = false;
  #turn: Promise<void> = Promise.resolve();

  /** A project was judged anew. */
  readonly onProjectChanged = this.#projectChanged.event;
  readonly onDidChangeState = this.#stateChanged.event;

  constructor(start: Start, around: Around) {
    this.#start = start;
    this.#around = around;
    this.#asAtChanges = around.asAt.onDidChange(() => void this.#sendAsAt());
  }

  /** Whether it has stopped, and will not start by itself. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Starts the server; says so to the person when it cannot. */
  start(): Promise<void> {
    return this.#inTurn(() => this.#begin());
  }

  /** Ends the server, whatever state it is in, and starts a new one with all that is open. */
  restart(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#end();
      await this.#begin();
    });
  }

  /** @throws what the server answers when it cannot, or when it does not run */
  async request<R>(method: string, params: object = {}): Promise<R> {
    await this.#turn;
    if (this.#client === undefined) throw new Error(l10n.t('The Mustdo server does not run.'));
    return this.#client.sendRequest<R>(method, params);
  }

  /**
   * Makes a change that the server has worked out, so that one undo takes it back.
   * @returns the file and the line, from 0, where it begins
   * @throws when it cannot be made
   */
  async applyEdit(edit: ServerEdit): Promise<{ uri: string; line: number } | undefined> {
    const change = await this.#client?.protocol2CodeConverter.asWorkspaceEdit(edit);
    if (change === undefined || !(await workspace.applyEdit(change))) {
      throw new Error(l10n.t('The plan cannot be changed here; nothing was written.'));
    }
    const [uri, edits] = change.entries()[0] ?? [];
    const first = edits?.[0];
    if (uri === undefined || first === undefined) return undefined;
    const blank = /^(?:\r\n|\n|\r)*/.exec(first.newText)?.[0].match(/\r\n|\n|\r/g)?.length ?? 0;
    return { uri: uri.toString(), line: first.range.start.line + blank };
  }

  dispose(): void {
    void this.#end();
    this.#asAtChanges.dispose();
    this.#projectChanged.dispose();
    this.#stateChanged.dispose();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work);
    return this.#turn;
  }

  async #begin(): Promise<void> {
    const client = this.#start.makeClient({
      documentSelector: planSelector(),
      synchronize: { fileEvents: this.#around.watched },
      initializationOptions: () => this.#options(),
      outputChannel: this.#around.log,
      errorHandler: this.#errorHandler(() => client),
    });
    client.onNotification(projectChanged, (project: ProjectChangedParams) =>
      this.#projectChanged.fire(project),
    );
    answerFileRequests(client);
    this.#client = client;
    this.#setStopped(false);
    try {
      await client.start();
    } catch (error) {
      this.#around.log.error(error instanceof Error ? error : String(error));
      this.#hasStopped(l10n.t('Mustdo’s server cannot be started.'));
    }
  }

  async #end(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      // It was not there any more, or did not answer: gone is gone.
      this.#around.log.warn(error instanceof Error ? error.message : String(error));
    }
  }

  #options(): InitializationOptions {
    const folders = workspace.workspaceFolders ?? [];
    const onDisk = this.#start.hasDisk && folders.every(({ uri }) => uri.scheme === 'file');
    return {
      files: onDisk ? 'disk' : 'client',
      asAt: this.#around.asAt.inForce,
      watchesFiles: true,
      docs: Uri.joinPath(this.#around.extension, 'docs/checks').toString(),
      showReferences: true,
    };
  }

  async #sendAsAt(): Promise<void> {
    const params: SetAsAtParams = { asAt: this.#around.asAt.inForce };
    try {
      await this.request(setAsAtRequest, params);
    } catch (error) {
      // A server that starts later is told then.
      this.#around.log.warn(error instanceof Error ? error.message : String(error));
    }
  }

  /** Starts a server that has died again, as often as is usual, and tells people what that means for them. */
  #errorHandler(client: () => BaseLanguageClient): ErrorHandler {
    let usual: ErrorHandler | undefined;
    const usually = (): ErrorHandler => (usual ??= client().createDefaultErrorHandler());
    return {
      error: (error, message, count) => usually().error(error, message, count),
      closed: async (): Promise<CloseHandlerResult> => {
        const { action } = await usually().closed();
        if (action === CloseAction.Restart) {
          void window.showInformationMessage(
            l10n.t(
              'Mustdo’s server stopped and has been started again. Nothing that you wrote is lost.',
            ),
          );
        } else {
          this.#hasStopped(
            l10n.t(
              'Mustdo’s server stopped five times in three minutes, and stays stopped. Nothing that you wrote is lost.',
            ),
          );
        }
        return { action, handled: true };
      },
    };
  }

  #hasStopped(words: string): void {
    this.#setStopped(true);
    const again = l10n.t('Start Again');
    void window.showErrorMessage(words, again).then((picked) => {
      if (picked === again) void this.restart();
    });
  }

  #setStopped(stopped: boolean): void {
    this.#stopped = stopped;
    this.#stateChanged.fire(undefined);
  }
}
