import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import type { Diagnostic, Position } from 'vscode-languageserver-types';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';

const bin = fileURLToPath(new URL('../../server/bin/mustdo.js', import.meta.url));

export const uriOf = (path: string): string => pathToFileURL(path).toString();

/** The language server as a process of its own, spoken to over JSON-RPC: no editor anywhere. */
export class Wire implements AsyncDisposable {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: MessageConnection;
  /** The diagnostics that stand for each address, and how often they were published. */
  readonly diagnostics = new Map<
    string,
    { items: Diagnostic[]; version: number | undefined; times: number }
  >();
  readonly notes: { method: string; params: unknown }[] = [];
  /** What the server asked to be told of. */
  readonly registered: unknown[] = [];
  /** What the server said of itself. */
  initialized: Initialized = { capabilities: {} };
  #waiting: (() => void)[] = [];

  private constructor() {
    this.process = spawn(process.execPath, [bin, 'lsp', '--stdio']);
    this.connection = createMessageConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.connection.onNotification((method, params: unknown) => {
      if (method === 'textDocument/publishDiagnostics') this.#publish(params as Published);
      else this.notes.push({ method, params });
      for (const wake of this.#waiting.splice(0)) wake();
    });
    this.connection.onUnhandledProgress((params) => {
      this.notes.push({ method: '$/progress', params });
    });
    this.connection.onRequest((method, params: unknown) => {
      if (method === 'client/registerCapability') this.registered.push(params);
      return null;
    });
    this.connection.listen();
  }

  /** Starts a server on a folder and does the handshake. */
  static async start(
    folder: string,
    options: InitializationOptions = {},
    capabilities: object = {},
  ): Promise<Wire> {
    const wire = new Wire();
    wire.initialized = await wire.request<Initialized>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      workspaceFolders: [{ uri: uriOf(folder), name: 'folder' }],
      initializationOptions: options,
    });
    wire.notify('initialized', {});
    return wire;
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, version = 1): void {
    this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'mustdo', version, text },
    });
  }

  /** Puts text in place of a range of an open document. */
  edit(uri: string, version: number, start: Position, end: Position, text: string): void {
    this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start, end }, text }],
    });
  }

  /** Asks about a place in a document. */
  at<R>(method: string, uri: string, position: Position, more: object = {}): Promise<R> {
    return this.request<R>(method, { textDocument: { uri }, position, ...more });
  }

  /** The diagnostics of an address once they are as wanted; rejects after ten seconds. */
  async diagnosed(uri: string, wanted: (items: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    await this.until(() => wanted(this.diagnostics.get(uri)?.items ?? []), `diagnostics of ${uri}`);
    return this.diagnostics.get(uri)?.items ?? [];
  }

  async until(holds: () => boolean, what: string): Promise<void> {
    const end = Date.now() + 10_000;
    while (!holds()) {
      if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
      await new Promise<void>((wake) => {
        this.#waiting.push(wake);
        setTimeout(wake, 200);
      });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const gone = new Promise<void>((resolve) => this.process.once('exit', () => resolve()));
    if (this.process.exitCode !== null) return;
    await this.request('shutdown', undefined).catch(() => undefined);
    this.notify('exit', undefined);
    await gone;
    this.connection.dispose();
  }

  #publish({ uri, diagnostics, version }: Published): void {
    const times = (this.diagnostics.get(uri)?.times ?? 0) + 1;
    this.diagnostics.set(uri, { items: diagnostics, version, times });
  }
}

/** The answer to the handshake, as far as tests look at it. */
interface Initialized {
  readonly capabilities: {
    readonly completionProvider?: { readonly resolveProvider?: boolean };
    readonly codeActionProvider?: {
      readonly resolveProvider?: boolean;
      readonly codeActionKinds?: readonly string[];
    };
    readonly signatureHelpProvider?: object;
    readonly positionEncoding?: string;
  };
}

interface Published {
  readonly uri: string;
  readonly diagnostics: Diagnostic[];
  readonly version?: number;
}
