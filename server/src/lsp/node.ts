import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { ClientFiles } from './client-files.ts';
import { NodeFiles } from './node-files.ts';
import { startServer } from './server.ts';

/** The server as a process: over standard input and output (`--stdio`) or Node's own channel (`--node-ipc`). */
const connection = createConnection(ProposedFeatures.all);

startServer(connection, ({ files }) =>
  files === 'client' ? new ClientFiles(connection) : new NodeFiles(),
);
