import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { ClientFiles } from './client-files.ts';
import { startServer } from './server.ts';

/** The server in a web worker: the client's file system is the only one there is. */
// The types of a worker's scope would change those of every other file.
const scope = globalThis as never;
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(scope),
  new BrowserMessageWriter(scope),
);

startServer(connection, () => new ClientFiles(connection));
