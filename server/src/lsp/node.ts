import { Console } from 'node:console';
import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
  StreamMessageWriter,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node';
import { ClientFiles } from './client-files.ts';
import { GuardedReader } from './gate.ts';
import { NodeFiles } from './node-files.ts';
import { StreamReader } from './node-reader.ts';
import { startServer } from './server.ts';

/** The server as a process: over standard input and output (`--stdio`) or Node's own channel (`--node-ipc`). */
const [read, writer]: [MessageReader, MessageWriter] = process.argv.includes('--node-ipc')
  ? [new IPCMessageReader(process), new IPCMessageWriter(process)]
  : [new StreamReader(process.stdin), new StreamMessageWriter(process.stdout)];
// Standard output is the wire: whatever a package has to say goes beside it.
globalThis.console = new Console(process.stderr);

const reader = new GuardedReader(read, writer);
const connection = createConnection(ProposedFeatures.all, reader, writer);

/** A client that is gone needs no server. */
const end = (): void => process.exit(reader.isShut ? 0 : 1);
reader.onError(({ message }) => reader.answerUnreadable(message));
reader.onClose(end);
writer.onClose(end);
writer.onError(end);
process.on('disconnect', end);

startServer(connection, ({ files }) =>
  files === 'client' ? new ClientFiles(connection) : new NodeFiles(),
);
