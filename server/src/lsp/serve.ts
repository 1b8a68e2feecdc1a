import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  RAL,
  type Connection,
  type MessageReader,
  type MessageWriter,
  type WatchDog,
} from 'vscode-languageserver';
import { ClientFiles } from './client-files.ts';
import type { Files } from './files.ts';
import { GuardedReader } from './gate.ts';
import { startServer } from './server.ts';

/** What a server needs of the place that it runs in. */
export interface Surroundings {
  /** The files of the machine; undefined where the client's file system is the only one there is. */
  readonly disk?: Files;
  /** What happens when the client is gone, or asks the server to end. */
  readonly watchDog: WatchDog;
  /** Does something after what has come in by then; where there is none, a step later is soon enough. */
  readonly afterInput?: (work: () => void) => { readonly dispose: () => void };
}

/**
 * Begins the whole server over a reader and a writer. These may be of another copy of their package: nothing
 * is asked of them but what their types say.
 * @returns the reader, with the gate before it
 */
export function serve(
  read: MessageReader,
  writer: MessageWriter,
  { disk, watchDog, afterInput }: Surroundings,
): GuardedReader {
  const reader = new GuardedReader(read, writer);
  if (afterInput !== undefined) {
    const { timer, ...others } = RAL();
    const setImmediate = (work: (...args: never[]) => void, ...args: never[]) =>
      afterInput(() => work(...args));
    RAL.install({ ...others, timer: { ...timer, setImmediate } });
  }
  const connection: Connection = createConnection(
    (logger) => createProtocolConnection(reader, writer, logger),
    watchDog,
    ProposedFeatures.all,
  );
  const clientFiles = new ClientFiles(connection);
  startServer(connection, ({ files }) =>
    files === 'client' || disk === undefined ? clientFiles : disk,
  );
  return reader;
}
