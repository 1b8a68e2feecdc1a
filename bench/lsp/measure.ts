import { pathToFileURL } from 'node:url';
import { LanguageServer } from '../client/server.ts';
import { Ended } from '../client/waiting.ts';
import { askAll, completionOf, tokensBehindKey } from './answers.ts';
import { everyFile } from './every-file.ts';
import { meaningInFiles, meaningOf } from './meaning.ts';
import type { Options } from './options.ts';
import { insteadOf, isFinal, repeat, type Repeats } from './repeat.ts';
import { noTimeLeft, type Cell, type Outcome, type Row } from './results.ts';
import type { Part, Scene } from './scenes.ts';
import { scriptOf, type Server } from './servers.ts';
import { burstLength, Session } from './session.ts';
import { writeContent, type Written } from './written.ts';

/**
 * Measures one server with one scene. What it does not manage is said in the outcomes, never thrown.
 * @param end of `performance.now()`: when nothing more is begun
 */
export async function measure(
  server: Server,
  scene: Scene,
  options: Options,
  end: number,
): Promise<Cell> {
  const written = writeContent(server.language, scene);
  const measurement = new Measurement(server, scene, options, written, end);
  const outcomes = await measurement.run();
  const { content } = written;
  let all = 0;
  for (const text of content.files.values()) all += text.length;
  const opened = content.files.get(content.opened)?.length ?? 0;
  return { server: server.id, scene: scene.id, characters: { opened, all }, outcomes };
}

class Measurement {
  readonly #server: Server;
  readonly #scene: Scene;
  readonly #options: Options;
  readonly #written: Written;
  readonly #limit: number;
  /** When nothing more is begun. */
  readonly #end: number;
  readonly #outcomes: Partial<Record<Row, Outcome>> = {};
  #live: { readonly process: LanguageServer; readonly session: Session } | undefined;

  constructor(server: Server, scene: Scene, options: Options, written: Written, end: number) {
    this.#server = server;
    this.#scene = scene;
    this.#options = options;
    this.#written = written;
    this.#limit = options.limit;
    this.#end = Math.min(end, performance.now() + options.cell);
  }

  async run(): Promise<Partial<Record<Row, Outcome>>> {
    try {
      for (const part of this.#scene.parts) await this.#parts[part]();
    } catch (error) {
      // What it is in the middle of is written down already; whatever would follow has nothing to stand on.
      if (!isFinal(error)) throw error;
    } finally {
      const memory = this.#live?.process.memory();
      if (memory !== undefined) this.#outcomes.memoryPeak = { kind: 'bytes', bytes: memory.peak };
      await this.#live?.process.stop();
    }
    return this.#outcomes;
  }

  readonly #parts: Readonly<Record<Part, () => Promise<void>>> = {
    start: async () => {
      const all: number[] = [];
      await this.#times('start', this.#options.starts, async (add) => add(await this.#start(all)));
      if (all.length > 0) this.#outcomes.all = { kind: 'times', milliseconds: all };
      const memory = this.#live?.process.memory();
      if (memory !== undefined) this.#outcomes.memoryOpen = { kind: 'bytes', bytes: memory.now };
    },
    typing: () => {
      // The text was opened broken, so the first edit mends it.
      let opened = true;
      return this.#times('typing', this.#options.edits, async (add) => {
        if (!opened) add(await this.#session.spoil());
        opened = false;
        add(await this.#session.mend());
      });
    },
    burst: () =>
      this.#times('burst', this.#options.bursts, async (add) => {
        await this.#session.cut(burstLength);
        add(await this.#session.type(burstLength));
      }),
    completion: async () => {
      const repeats = this.#repeats(this.#options.asks);
      await this.#record('completion', () => completionOf(this.#session, repeats));
      await this.#record('tokensAfter', () => tokensBehindKey(this.#session, repeats));
    },
    answers: () =>
      askAll(this.#session, this.#repeats(this.#options.asks), (row, measured) =>
        this.#record(row, measured),
      ),
    meaning: async () => {
      if (this.#server.language !== 'mustdo') return;
      const how = { ...this.#repeats(this.#options.asks), limit: this.#limit };
      const measured = this.#scene.many ? meaningInFiles : meaningOf;
      await measured(this.#session, this.#written, how, (row, outcome) =>
        this.#record(row, outcome),
      );
    },
  };

  get #session(): Session {
    if (this.#live === undefined) throw new Ended('was not started');
    return this.#live.session;
  }

  #repeats(times: number): Repeats {
    return { times, budget: this.#options.budget };
  }

  /** Starts the server anew and opens the text, in the place of the one before. */
  async #start(all: number[]): Promise<number> {
    await this.#live?.process.stop();
    this.#live = undefined;
    const { content, folder, uriOf, chapters } = this.#written;
    const { language, args, settings, others } = this.#server;
    const process = await LanguageServer.start(
      {
        script: scriptOf(this.#server),
        args,
        folder,
        folderUri: pathToFileURL(folder).toString(),
        settings,
      },
      this.#limit,
    );
    const file = {
      uri: uriOf(content.opened),
      language,
      text: content.files.get(content.opened) ?? '',
    };
    const clean = this.#scene.size.flags === 0;
    const how = { limit: this.#limit, clean };
    const { session, first } = Session.open(process, file, content.reference, how);
    this.#live = { process, session };
    if (!this.#scene.many || clean || others === 'unknown')
      return (await first).at - process.started;
    if (others === 'read') {
      this.#outcomes.all = { kind: 'words', words: 'only of opened files' };
      return (await first).at - process.started;
    }
    const every = everyFile(process, chapters, (flags) => flags > 0, this.#limit).then(
      ({ at }) => all.push(at - process.started),
      (error: unknown) => void (this.#outcomes.all = insteadOf(error)),
    );
    const [{ at }] = await Promise.all([first, every]);
    return at - process.started;
  }

  #times(row: Row, times: number, round: Parameters<typeof repeat>[1]): Promise<void> {
    return this.#record(row, async () => ({
      kind: 'times',
      milliseconds: await repeat(this.#repeats(times), round),
    }));
  }

  /** Writes down what is measured, or why it could not be; rethrows when the server cannot be asked further. */
  async #record(row: Row, measured: () => Promise<Outcome>): Promise<void> {
    if (performance.now() > this.#end) {
      this.#outcomes[row] = { kind: 'words', words: noTimeLeft };
      return;
    }
    try {
      this.#outcomes[row] = await measured();
    } catch (error) {
      this.#outcomes[row] = insteadOf(error);
      if (isFinal(error)) throw error;
    }
  }
}
