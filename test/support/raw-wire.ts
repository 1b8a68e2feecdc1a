import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { StreamMessageReader } from 'vscode-jsonrpc/node';
import type { Diagnostic } from 'vscode-languageserver-types';
import { uriOf } from './wire.ts';

const bin = fileURLToPath(new URL('../../server/bin/mustdo.js', import.meta.url));

/** What the server sends, as it stands on the wire. */
export interface Said {
  readonly id?: string | number | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A message as its bytes on the wire. */
export function framed(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${String(body.length)}\r\n\r\n`), body]);
}

/** The first request of a session, on a folder. */
export const initialize = (folder: string, more: object = {}) => ({
  jsonrpc: '2.0',
  id: 'initialize',
  method: 'initialize',
  params: {
    processId: process.pid,
    capabilities: {},
    workspaceFolders: [{ uri: uriOf(folder), name: 'folder' }],
    initializationOptions: { asAt: '2018-07-01' },
    ...more,
  },
});

/** The server as a process that is sent bytes: no client library between it and the test. */
export class RawWire implements AsyncDisposable {
  readonly process: ChildProcessWithoutNullStreams;
  readonly said: Said[] = [];
  readonly ended: Promise<number | null>;
  stderr = '';
  #waiting: (() => void)[] = [];
  #isOver = false;
  #lastId = 0;

  constructor() {
    this.process = spawn(process.execPath, [bin, 'lsp', '--stdio']);
    this.process.stderr.on('data', (bytes: Buffer) => (this.stderr += bytes.toString()));
    // A server that has gone takes nothing more; what it left behind is what counts.
    this.process.stdin.on('error', () => undefined);
    this.ended = new Promise((resolve) => {
      this.process.once('exit', (code) => {
        this.#isOver = true;
        this.#wake();
        resolve(code);
      });
    });
    new StreamMessageReader(this.process.stdout).listen((message) => {
      this.said.push(message as Said);
      this.#wake();
    });
  }

  /** A server after its handshake. */
  static async start(folder: string, more: object = {}): Promise<RawWire> {
    const wire = new RawWire();
    wire.send(initialize(folder, more));
    await wire.answerTo('initialize');
    wire.send({ jsonrpc: '2.0', method: 'initialized', params: {} });
    return wire;
  }

  bytes(bytes: Buffer | string): void {
    this.process.stdin.write(bytes);
  }

  send(message: unknown): void {
    this.bytes(framed(message));
  }

  notify(method: string, params?: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  /** Sends a request and gives its answer, whichever it is. */
  ask(method: string, params?: unknown): Promise<Said> {
    const id = ++this.#lastId;
    this.send({ jsonrpc: '2.0', id, method, params });
    return this.answerTo(id);
  }

  open(uri: string, text: string, version = 1): void {
    this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'mustdo', version, text },
    });
  }

  /** The diagnostics that stand for an address now; undefined before there were any. */
  flagsOf(uri: string): Diagnostic[] | undefined {
    return this.said
      .filter(({ method }) => method === 'textDocument/publishDiagnostics')
      .map(({ params }) => params as { uri: string; diagnostics: Diagnostic[] })
      .findLast((published) => published.uri === uri)?.diagnostics;
  }

  answerTo(id: string | number): Promise<Said> {
    return this.until(
      () => this.said.find((said) => said.id === id && said.method === undefined),
      `the answer to ${String(id)}`,
    );
  }

  /** Waits until something is found; rejects after a minute, and when the server has ended. */
  async until<T>(find: () => T | undefined, what: string): Promise<T> {
    const end = Date.now() + 60_000;
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (this.#isOver) throw new Error(`The server ended before ${what}. ${this.stderr}`);
      if (Date.now() > end) throw new Error(`Waited in vain for ${what}. ${this.stderr}`);
      await new Promise<void>((wake) => {
        this.#waiting.push(wake);
        setTimeout(wake, 200).unref();
      });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.process.kill();
    await this.ended;
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
