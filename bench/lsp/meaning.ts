import { setAsAtRequest, type SetAsAtParams } from '../../server/src/lsp/protocol.ts';
import { OpenDocument } from '../client/document.ts';
import { placeOf } from '../content/content.ts';
import { asAt } from '../content/plan.ts';
import { everyFile } from './every-file.ts';
import { repeat, type Repeats } from './repeat.ts';
import type { Outcome, Row } from './results.ts';
import type { Session } from './session.ts';
import type { Written } from './written.ts';

/** By then part of the actions are overdue. */
const later = '2027-02-01';

/** Is given each row and what measures it. */
type Recorder = (row: Row, measured: () => Promise<Outcome>) => Promise<void>;

interface How extends Repeats {
  readonly limit: number;
}

/**
 * Ours only: small changes that mean something to many actions. Each is made and undone in turns; before
 * and after there is no flag.
 */
export async function meaningOf(
  session: Session,
  written: Written,
  how: How,
  record: Recorder,
): Promise<void> {
  const { server, document } = session;
  const { content } = written;
  const opened = [session.document.uri];
  const green = placeOf(
    content.files.get(content.opened) ?? '',
    ['\n  green ', 'means '],
    'on-track',
  );
  const { declared } = content;

  /** Waits until each of the files has flags, or has none. */
  const changes = async (
    uris: readonly string[],
    change: (made: boolean) => number | Promise<number>,
  ): Promise<Outcome> => {
    const turn = async (made: boolean): Promise<number> => {
      const published = everyFile(server, uris, (flags) => flags > 0 === made, how.limit);
      const [sent, { at }] = await Promise.all([change(made), published]);
      return at - sent;
    };
    const milliseconds = await repeat(how, async (add) => {
      add(await turn(true));
      add(await turn(false));
    });
    return { kind: 'times', milliseconds };
  };

  const judgedAt = async (day: string): Promise<number> =>
    (await server.request<null>(setAsAtRequest, { asAt: day } satisfies SetAsAtParams, how.limit))
      .sent;

  await record('asAt', () => changes(opened, (made) => judgedAt(made ? later : asAt)));
  await record('scale', () =>
    changes(opened, (made) =>
      document.replace(
        green.line,
        green.character,
        (made ? 'on-track' : 'off-track').length,
        made ? 'off-track' : 'on-track',
      ),
    ),
  );
  await record('wide', () => changes(opened, (made) => keyIn(document, declared, made)));
}

/** Ours only: a key in an id that every file names, typed where it is declared. */
export async function meaningInFiles(
  session: Session,
  { content, uriOf, chapters }: Written,
  how: How,
  record: Recorder,
): Promise<void> {
  const { server } = session;
  const { declared, files } = content;
  const registries = new OpenDocument(
    server,
    uriOf(declared.file),
    'mustdo',
    files.get(declared.file) ?? '',
  );
  const all: number[] = [];
  const turn = async (made: boolean): Promise<number> => {
    const wanted = (flags: number): boolean => flags > 0 === made;
    const first = everyFile(server, [session.document.uri], wanted, how.limit);
    const last = everyFile(server, chapters, wanted, how.limit);
    const sent = keyIn(registries, declared, made);
    const [one, every] = await Promise.all([first, last]);
    all.push(every.at - sent);
    return one.at - sent;
  };
  await record('wide', async () => {
    const milliseconds = await repeat(how, async (add) => {
      add(await turn(true));
      add(await turn(false));
    });
    return { kind: 'times', milliseconds };
  });
  if (all.length > 0)
    await record('wideAll', () => Promise.resolve({ kind: 'times', milliseconds: all }));
}

/** Types a character behind a word, or takes it away again. */
const keyIn = (
  document: OpenDocument,
  { line, character, length }: { line: number; character: number; length: number },
  made: boolean,
): number => document.replace(line, character + length, made ? 0 : 1, made ? 'x' : '');
