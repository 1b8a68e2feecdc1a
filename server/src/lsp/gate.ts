import {
  ErrorCodes,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-languageserver';
import type { MessageReader, MessageWriter, ResponseMessage } from 'vscode-languageserver';
import { whatIsWrong } from './shapes.ts';

/** What becomes of a message: it is handed on, answered with an error at once, or left, with the reason. */
type Verdict = 'pass' | { readonly answer: ResponseMessage } | { readonly leave: string };

/**
 * Lets through what a client may send, when it may send it: requests between `initialize` and
 * `shutdown`, in the shape that their methods take. All else never reaches the server, which so need
 * not doubt what it is given.
 */
class Gate {
  #stage: 'before' | 'open' | 'shut' = 'before';

  get isShut(): boolean {
    return this.#stage === 'shut';
  }

  judge(message: unknown): Verdict {
    if (typeof message !== 'object' || message === null || Array.isArray(message)) {
      return refused(null, ErrorCodes.InvalidRequest, 'A message is one JSON object.');
    }
    const { id, method, params } = message as Record<string, unknown>;
    if (method === undefined && isResponse(message)) return 'pass';
    if (typeof method !== 'string') {
      return refused(isId(id) ? id : null, ErrorCodes.InvalidRequest, 'A message needs a method.');
    }
    const wrong = whatIsWrong(method, params);
    if (id === undefined) return this.#judgeNotification(method, wrong);
    if (!isId(id)) {
      return refused(null, ErrorCodes.InvalidRequest, 'An id is a whole number or a string.');
    }
    const [code, words] = this.#judgeRequest(method, wrong);
    if (code !== undefined) return refused(id, code, words);
    if (method === 'initialize') this.#stage = 'open';
    if (method === 'shutdown') this.#stage = 'shut';
    return 'pass';
  }

  #judgeRequest(method: string, wrong: string | undefined): [number, string] | [undefined] {
    const isFirst = method === 'initialize';
    if (this.#stage === 'shut') return [ErrorCodes.InvalidRequest, 'The server was shut down.'];
    if (this.#stage === 'before' && !isFirst) {
      return [ErrorCodes.ServerNotInitialized, 'The server waits for initialize.'];
    }
    if (this.#stage === 'open' && isFirst) {
      return [ErrorCodes.InvalidRequest, 'The server is initialized already.'];
    }
    return wrong === undefined ? [undefined] : [ErrorCodes.InvalidParams, wrong];
  }

  #judgeNotification(method: string, wrong: string | undefined): Verdict {
    if (method === 'exit') return 'pass';
    if (this.#stage !== 'open')
      return { leave: `${method} came before initialize or after shutdown.` };
    return wrong === undefined ? 'pass' : { leave: wrong };
  }
}

/** A reader that hands on only what the gate lets through; the writer answers the rest. */
export class GuardedReader implements MessageReader {
  readonly #gate = new Gate();
  readonly #reader: MessageReader;
  readonly #writer: MessageWriter;

  readonly onError: MessageReader['onError'];
  readonly onClose: MessageReader['onClose'];
  readonly onPartialMessage: MessageReader['onPartialMessage'];

  constructor(reader: MessageReader, writer: MessageWriter) {
    this.#reader = reader;
    this.#writer = writer;
    this.onError = reader.onError;
    this.onClose = reader.onClose;
    this.onPartialMessage = reader.onPartialMessage;
  }

  /** Whether the client has asked the server to shut down. */
  get isShut(): boolean {
    return this.#gate.isShut;
  }

  listen(callback: DataCallback): Disposable {
    return this.#reader.listen((message) => {
      const verdict = this.#gate.judge(message);
      if (verdict === 'pass') callback(message);
      else if ('answer' in verdict) this.#send(verdict.answer);
      else this.#send(logged(verdict.leave));
    });
  }

  /** Answers what was no message at all. */
  answerUnreadable(words: string): void {
    this.#send(refused(null, ErrorCodes.ParseError, words).answer);
  }

  dispose(): void {
    this.#reader.dispose();
  }

  #send(message: Message): void {
    // A client that is gone needs no answer; that it is gone, the writer says.
    this.#writer.write(message).catch(() => undefined);
  }
}

function refused(
  id: string | number | null,
  code: number,
  message: string,
): { answer: ResponseMessage } {
  return { answer: { jsonrpc: '2.0', id, error: { code, message } } };
}

/** A word to the client's log: a notification has no answer. */
const logged = (message: string): Message & { method: string; params: object } => ({
  jsonrpc: '2.0',
  method: 'window/logMessage',
  params: { type: 2, message },
});

const isId = (id: unknown): id is string | number => typeof id === 'string' || Number.isInteger(id);

const isResponse = (message: object): boolean =>
  'id' in message &&
  (message.id === null || isId(message.id)) &&
  ('result' in message ||
    ('error' in message && typeof message.error === 'object' && message.error !== null));
