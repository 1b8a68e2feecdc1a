import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { ClientFiles } from './client-files.ts';
import { GuardedReader } from './gate.ts';
import { startServer } from './server.ts';

/** The server in a web worker: the client's file system is the only one there is. */
// The types of a worker's scope would change those of every other file.
const scope = globalThis as never;
const writer = new BrowserMessageWriter(scope);
const reader = new GuardedReader(new BrowserMessageReader(scope), writer);
const connection = createConnection(ProposedFeatures.all, reader, writer);

startServer(connection, () => new ClientFiles(connection));
