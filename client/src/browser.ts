import { Uri, type ExtensionContext } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { activateWith } from './extension.ts';

/** Where VS Code runs in a browser: the server is a web worker, and every file comes through VS Code. */
export function activate(context: ExtensionContext): void {
  const address = Uri.joinPath(context.extensionUri, 'client/dist/server-worker.js');
  let worker: Worker | undefined;
  // A worker does not end with its connection.
  const end = (): void => worker?.terminate();
  // The client would take a worker, but does not know VS Code’s own kind of worker for one.
  const begin = (): Promise<MessageTransports> => {
    end();
    worker = new Worker(address.toString(true));
    return Promise.resolve({
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker),
    });
  };
  context.subscriptions.push({ dispose: end });
  activateWith(context, {
    makeClient: (options) => new LanguageClient('mustdo', 'Mustdo', begin, options),
    hasDisk: false,
  });
}
