import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import type {
  Diagnostic,
  InitializeResult,
  PublishDiagnosticsParams,
  ServerCapabilities,
} from 'vscode-languageclient';
import { abilities } from './abilities.ts';
import { Framing, framed, type Frame } from './framing.ts';
import { memoryOf, type Memory } from './memory.ts';
import { processorTimeOf } from './processor.ts';
import { Ended, waiter, WrongAnswer, type Waiter } from './waiting.ts';

/** How a server is started. */
export interface Start {
  /** A script for Node and its arguments. */
  readonly script: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly folderUri: string;
  /** What the client has for a section of its settings. */
  readonly settings: (section: string) => unknown;
  readonly initializationOptions?: object;
}

/** Diagnostics as they came. */
export interface Published {
  readonly uri: string;
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** When the last byte came in. */
  readonly at: number;
}

export interface Answer<T> {
  readonly result: T;
  readonly sent: number;
  readonly at: number;
  /** How long the message was that came, without its head. */
  readonly bytes: number;
}

type Came = Omit<Answer<unknown>, 'sent'>;

/** A notification as it came. */
export interface Told {
  readonly params: unknown;
  readonly at: number;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Listener {
  readonly holds: (published: Published) => boolean;
  readonly waiter: Waiter<Published>;
}

/** A language server as a process, and the client’s end of the wire to it. */
export class LanguageServer {
  /** When the process was started. */
  readonly started: number;
  capabilities: ServerCapabilities = {};
  /** The last that was published for each address. */
  readonly published = new Map<string, Published>();
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #start: Start;
  readonly #framing = new Framing();
  readonly #requests = new Map<number, Waiter<Came>>();
  readonly #listeners = new Set<Listener>();
  readonly #awaited = new Map<string, Waiter<Told>>();
  #last = 0;
  #ended: Ended | undefined;
  #errors = '';

  private constructor(start: Start) {
    this.#start = start;
    this.started = performance.now();
    this.#process = spawn(process.execPath, [start.script, ...start.args], {
      cwd: start.folder,
      env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' },
    });
    this.#process.stdout.on('data', (piece: Buffer) => {
      const at = performance.now();
      for (const frame of this.#framing.add(piece, at)) this.#receive(frame);
    });
    this.#process.stderr.on('data', (piece: Buffer) => {
      this.#errors = (this.#errors + piece.toString()).slice(-4000);
    });
    this.#process.stdin.on('error', () => undefined);
    this.#process.on('close', (code, signal) => this.#end(code, signal));
  }

  /** Starts a server and does the handshake. */
  static async start(start: Start, limit: number): Promise<LanguageServer> {
    const server = new LanguageServer(start);
    try {
      const { result } = await server.request<InitializeResult>(
        'initialize',
        {
          processId: process.pid,
          clientInfo: { name: 'Mustdo benchmark' },
          locale: 'en',
          rootPath: start.folder,
          rootUri: start.folderUri,
          workspaceFolders: [{ uri: start.folderUri, name: 'bench' }],
          capabilities: abilities,
          initializationOptions: start.initializationOptions ?? {},
        },
        limit,
      );
      server.capabilities = result.capabilities;
      server.notify('initialized', {});
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** Sends a notification, and says when. */
  notify(method: string, params: object): number {
    return this.#send({ method, params });
  }

  async request<T>(method: string, params: object, limit: number): Promise<Answer<T>> {
    if (this.#ended !== undefined) throw this.#ended;
    const id = ++this.#last;
    const wait = waiter<Came>(method, limit);
    this.#requests.set(id, wait);
    const sent = this.#send({ id, method, params });
    const { result, ...came } = await wait.promise.finally(() => this.#requests.delete(id));
    return { result: result as T, sent, ...came };
  }

  /** The next diagnostics, from now on, that are as wanted. */
  async next(
    what: string,
    holds: (published: Published) => boolean,
    limit: number,
  ): Promise<Published> {
    if (this.#ended !== undefined) throw this.#ended;
    const listener: Listener = { holds, waiter: waiter<Published>(what, limit) };
    this.#listeners.add(listener);
    return listener.waiter.promise.finally(() => this.#listeners.delete(listener));
  }

  /** The next notification of a method, from now on. */
  async told(method: string, limit: number): Promise<Told> {
    if (this.#ended !== undefined) throw this.#ended;
    const waiting = waiter<Told>(method, limit);
    this.#awaited.set(method, waiting);
    return waiting.promise.finally(() => this.#awaited.delete(method));
  }

  /** Milliseconds of processor time that it has taken so far, where the system says so. */
  processorTime(): number | undefined {
    return this.#process.pid === undefined ? undefined : processorTimeOf(this.#process.pid);
  }

  memory(): Memory | undefined {
    return this.#process.pid === undefined ? undefined : memoryOf(this.#process.pid);
  }

  /** Ends the process, politely first. */
  async stop(): Promise<void> {
    if (this.#ended !== undefined) return;
    const gone = new Promise<void>((resolve) => this.#process.once('close', () => resolve()));
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), 2000);
    void this.request('shutdown', {}, 2000)
      .then(() => this.notify('exit', {}))
      .catch(() => undefined);
    await gone;
    clearTimeout(timer);
  }

  /** The time is taken before the bytes are handed over, and after they are made. */
  #send(message: object): number {
    const bytes = framed({ jsonrpc: '2.0', ...message });
    const sent = performance.now();
    this.#process.stdin.write(bytes);
    return sent;
  }

  #receive({ body, at }: Frame): void {
    const message = JSON.parse(body.toString()) as Message;
    if (message.method === undefined) this.#answered(message, at, body.length);
    else if (message.id !== undefined) this.#answer(message.id, message.method, message.params);
    else if (message.method === 'textDocument/publishDiagnostics')
      this.#publish(message.params as PublishDiagnosticsParams, at);
    else this.#awaited.get(message.method)?.resolve({ params: message.params, at });
  }

  #answered({ id, result, error }: Message, at: number, bytes: number): void {
    const waiting = this.#requests.get(Number(id));
    if (error === undefined) waiting?.resolve({ result, at, bytes });
    else waiting?.reject(new WrongAnswer(error.message));
  }

  #publish({ uri, version, diagnostics }: PublishDiagnosticsParams, at: number): void {
    // Servers differ in what they escape.
    const published = { uri: decodeURIComponent(uri), version, diagnostics, at };
    this.published.set(published.uri, published);
    for (const { holds, waiter: waiting } of this.#listeners)
      if (holds(published)) waiting.resolve(published);
  }

  /** What an editor answers when a server asks it. */
  #answer(id: number | string, method: string, params: unknown): void {
    const answers: Record<string, () => unknown> = {
      'workspace/configuration': () =>
        (params as { items: { section?: string }[] }).items.map(
          ({ section }) => this.#start.settings(section ?? '') ?? null,
        ),
      'workspace/workspaceFolders': () => [{ uri: this.#start.folderUri, name: 'bench' }],
      'workspace/applyEdit': () => ({ applied: false }),
    };
    const acknowledged = /^(?:client\/|window\/|workspace\/\w+\/refresh$)/.test(method);
    const answer = answers[method] ?? (acknowledged ? () => null : undefined);
    if (answer === undefined) this.#send({ id, error: { code: -32601, message: 'Not known.' } });
    else this.#send({ id, result: answer() });
  }

  #end(code: number | null, signal: string | null): void {
    const heap = this.#errors.includes('heap out of memory');
    const how = heap ? 'out of memory' : (signal ?? `exit code ${code ?? 'unknown'}`);
    this.#ended = new Ended(`ended by itself (${how})`, { cause: this.#errors });
    for (const waiting of this.#requests.values()) waiting.reject(this.#ended);
    for (const { waiter: waiting } of this.#listeners) waiting.reject(this.#ended);
    for (const waiting of this.#awaited.values()) waiting.reject(this.#ended);
  }
}
