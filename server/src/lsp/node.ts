import './node-compiled.ts';
import { Console } from 'node:console';
import {
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageWriter,
  type MessageReader,
  type MessageWriter,
} from 'vscode-jsonrpc/node';
import { NodeFiles } from './node-files.ts';
import { StreamReader } from './node-reader.ts';
import { watchDog } from './node-watch-dog.ts';
import { serve } from './serve.ts';

/** The server as a process: over standard input and output (`--stdio`) or Node's own channel (`--node-ipc`). */
const [read, writer]: [MessageReader, MessageWriter] = process.argv.includes('--node-ipc')
  ? [new IPCMessageReader(process), new IPCMessageWriter(process)]
  : [new StreamReader(process.stdin), new StreamMessageWriter(process.stdout)];
// Standard output is the wire: whatever a package has to say goes beside it.
globalThis.console = new Console(process.stderr);

/** A client that is gone needs no server. */
const end = (): void => process.exit(reader.isShut ? 0 : 1);
const reader = serve(read, writer, {
  disk: new NodeFiles(),
  watchDog: watchDog(end),
  afterInput(work) {
    const waiting = setImmediate(work);
    return { dispose: () => clearImmediate(waiting) };
  },
});
reader.onError(({ message }) => reader.answerUnreadable(message));
reader.onClose(end);
writer.onClose(end);
writer.onError(end);
process.on('disconnect', end);
