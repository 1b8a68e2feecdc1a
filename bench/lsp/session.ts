import type { Place } from '../content/content.ts';
import { OpenDocument } from '../client/document.ts';
import type { Answer, LanguageServer, Published } from '../client/server.ts';
import { WrongAnswer } from '../client/waiting.ts';

/** How many keys a burst has; every id of an SRO is longer. */
export const burstLength = 20;

/**
 * A document in which one reference is broken and mended in turns. Each edit changes what the server has to
 * say about that line, so what it publishes shows which text it has seen; where it gives the version,
 * that has to fit as well.
 */
export class Session {
  readonly server: LanguageServer;
  readonly document: OpenDocument;
  readonly place: Place;
  /** The id that stands at the place when nothing is broken. */
  readonly id: string;
  readonly #limit: number;
  readonly #clean: boolean;

  private constructor(
    server: LanguageServer,
    document: OpenDocument,
    place: Place,
    id: string,
    { limit, clean }: { readonly limit: number; readonly clean: boolean },
  ) {
    this.server = server;
    this.document = document;
    this.place = place;
    this.id = id;
    this.#limit = limit;
    this.#clean = clean;
  }

  /**
   * Opens the text with its reference broken, so that every server has something to publish.
   * @param how `clean`: whether a mended document must have no diagnostics at all
   */
  static open(
    server: LanguageServer,
    file: { readonly uri: string; readonly language: string; readonly text: string },
    place: Place,
    how: { readonly limit: number; readonly clean: boolean },
  ): { session: Session; first: Promise<Published> } {
    const lines = file.text.split('\n');
    const line = lines[place.line] ?? '';
    const end = place.character + place.length;
    lines[place.line] = `${line.slice(0, end)}x${line.slice(end)}`;
    const document = new OpenDocument(server, file.uri, file.language, lines.join('\n'));
    const id = line.slice(place.character, end);
    const session = new Session(server, document, place, id, how);
    return { session, first: session.#diagnosed(true) };
  }

  /** Takes the wrong character away; resolves with the milliseconds to the diagnostics. */
  mend(): Promise<number> {
    return this.#edit(this.place.length, 1, '', false);
  }

  /** Types a wrong character. */
  spoil(): Promise<number> {
    return this.#edit(this.place.length, 0, 'x', true);
  }

  /** Takes the last keys of the id away. */
  cut(length: number): Promise<number> {
    return this.#edit(this.place.length - length, length, '', true);
  }

  /** Types the last keys of the id, none waiting for another; the time is that of the last one. */
  type(length: number): Promise<number> {
    const from = this.place.length - length;
    for (let index = from; index < this.place.length - 1; index++)
      this.#replace(index, 0, this.id.charAt(index));
    return this.#edit(this.place.length - 1, 0, this.id.slice(-1), false);
  }

  /** Asks right behind a key. The next edit has to wait for `settled`, so that it meets a server at rest. */
  async askBehindKey(
    key: 'cut' | 'spoil',
    method: string,
    more: object,
  ): Promise<{ milliseconds: number; result: unknown; settled: Promise<unknown> }> {
    const [start, length, text] =
      key === 'cut' ? [this.place.length - 1, 1, ''] : [this.place.length, 0, 'x'];
    const sent = this.#replace(start, length, text);
    const settled = this.#diagnosed(true);
    // The answer is waited for first; a rejection meanwhile is for whoever waits for this.
    settled.catch(() => undefined);
    const position = {
      line: this.place.line,
      character: this.place.character + start + text.length,
    };
    const { result, at } = await this.ask(method, { position, ...more });
    return { milliseconds: at - sent, result, settled };
  }

  ask(method: string, params: object): Promise<Answer<unknown>> {
    const textDocument = { uri: this.document.uri };
    return this.server.request<unknown>(
      `textDocument/${method}`,
      { textDocument, ...params },
      this.#limit,
    );
  }

  #replace(start: number, length: number, text: string): number {
    return this.document.replace(this.place.line, this.place.character + start, length, text);
  }

  async #edit(start: number, length: number, text: string, broken: boolean): Promise<number> {
    const sent = this.#replace(start, length, text);
    return (await this.#diagnosed(broken)).at - sent;
  }

  async #diagnosed(broken: boolean): Promise<Published> {
    const { version } = this.document;
    const published = await this.server.next(
      'diagnostics',
      (each) =>
        each.uri === decodeURIComponent(this.document.uri) &&
        (each.version === undefined || each.version === version) &&
        each.diagnostics.some(({ range }) => range.start.line === this.place.line) === broken &&
        // Where flags stand elsewhere, a server that only clears its diagnostics has not looked yet.
        (this.#clean || each.diagnostics.length > 0),
      this.#limit,
    );
    // Nor in any other file.
    const [other] = [...this.server.published.values()].flatMap(({ diagnostics }) => diagnostics);
    if (!broken && this.#clean && other !== undefined)
      throw new WrongAnswer(`the content is not clean: ${JSON.stringify(other.message)}`);
    return published;
  }
}
