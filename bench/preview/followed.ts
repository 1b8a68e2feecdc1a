import { pathToFileURL } from 'node:url';
import {
  previewRequest,
  projectChanged,
  setAsAtRequest,
  type PreviewParams,
  type PreviewResult,
} from '../../server/src/lsp/protocol.ts';
import type { Place } from '../content/content.ts';
import { OpenDocument } from '../client/document.ts';
import { LanguageServer } from '../client/server.ts';
import { WrongAnswer } from '../client/waiting.ts';
import { scriptOf, servers } from '../lsp/servers.ts';
import type { Written } from '../lsp/written.ts';
import type { Spent } from './spent.ts';

export type TabId = NonNullable<PreviewParams['tab']>;

/** An answer of the server, and what it took. */
export interface Answered extends Spent {
  readonly bytes: number;
  readonly preview: PreviewResult;
}

/** A key, and what followed it. */
export interface Pressed extends Spent {
  /** Of the preview; undefined where none was asked for. */
  readonly answered: Omit<Answered, keyof Spent> | undefined;
}

/** So long somebody who types leaves the server alone: what it put off counts with the key. */
const between = 60;

/** The server with a plan open, asked for its preview as the extension asks. */
export class Followed {
  readonly #server: LanguageServer;
  readonly #document: OpenDocument;
  readonly #limit: number;
  #known: Record<string, number> = {};

  private constructor(server: LanguageServer, document: OpenDocument, limit: number) {
    this.#server = server;
    this.#document = document;
    this.#limit = limit;
  }

  /** Starts the server, opens the plan, and waits for its flags. */
  static async start({ content, folder, uriOf }: Written, limit: number): Promise<Followed> {
    const [ours] = servers;
    if (ours === undefined) throw new RangeError('No server.');
    const folderUri = pathToFileURL(folder).toString();
    const { args, settings } = ours;
    const start = { script: scriptOf(ours), args, folder, folderUri, settings };
    const server = await LanguageServer.start(start, limit);
    const judged = server.told(projectChanged, limit);
    const text = content.files.get(content.opened) ?? '';
    const document = new OpenDocument(server, uriOf(content.opened), 'mustdo', text);
    await judged;
    return new Followed(server, document, limit);
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** Judges the plan at another day. */
  async judgeAt(asAt: string): Promise<void> {
    await this.#server.request(setAsAtRequest, { asAt }, this.#limit);
  }

  /** Asks for a tab as a page does that has nothing yet. */
  async open(tab: TabId): Promise<Answered> {
    this.#known = {};
    const before = this.#server.processorTime();
    const answered = await this.#ask(tab);
    return { ...answered, processor: this.#since(before) };
  }

  /**
   * Puts text in place of some characters, and asks for the tab that is open, if one is. The time is that to the
   * answer; without a tab, that to the word that the project has changed, which comes behind its flags.
   */
  async key({ line, character, length }: Place, text: string, tab?: TabId): Promise<Pressed> {
    const before = this.#server.processorTime();
    const changed = this.#server.told(projectChanged, this.#limit);
    const sent = this.#document.replace(line, character, length, text);
    const told = (await changed).at - sent;
    const answered = tab && (await this.#ask(tab));
    await new Promise((resolve) => setTimeout(resolve, between));
    const milliseconds = told + (answered?.milliseconds ?? 0);
    return { milliseconds, processor: this.#since(before), answered };
  }

  #since(before: number | undefined): number | undefined {
    const now = this.#server.processorTime();
    return before === undefined || now === undefined ? undefined : now - before;
  }

  async #ask(tab: TabId): Promise<Omit<Answered, 'processor'>> {
    const { uri } = this.#document;
    const params: PreviewParams = { uri, tab, known: this.#known };
    const { result, sent, at, bytes } = await this.#server.request<PreviewResult | null>(
      previewRequest,
      params,
      this.#limit,
    );
    if (result === null) throw new WrongAnswer('no preview');
    for (const { id, revision } of result.sections.flatMap(({ tables }) => tables))
      this.#known[id] = revision;
    return { milliseconds: at - sent, bytes, preview: result };
  }
}
