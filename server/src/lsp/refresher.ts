import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';

/** Somebody who types has stopped for so long, in milliseconds, before other files are looked at anew. */
const pause = 500;

/** What a client can be asked to ask for again. */
export interface Refreshable {
  readonly codeLenses: boolean;
  readonly inlayHints: boolean;
}

/** Has a client ask again for what a change may have made stale in files that did not change. */
export class Refresher {
  readonly #connection: Connection;
  readonly #can: () => Refreshable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, can: () => Refreshable) {
    this.#connection = connection;
    this.#can = can;
  }

  /** After a project was judged anew. */
  soon(): void {
    this.stop();
    const { codeLenses, inlayHints } = this.#can();
    if (codeLenses || inlayHints) this.#timer = setTimeout(() => this.#refresh(), pause);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #refresh(): void {
    const { codeLenses, inlayHints } = this.#can();
    const asked: Promise<unknown>[] = [];
    if (codeLenses) asked.push(this.#connection.sendRequest(CodeLensRefreshRequest.type));
    if (inlayHints) asked.push(this.#connection.languages.inlayHint.refresh());
    // A client that does not ask again shows what it has.
    for (const answer of asked) answer.catch(() => undefined);
  }
}
