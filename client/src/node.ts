import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './extension.ts';

/** Where VS Code runs on a machine: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const server = {
    module: context.asAbsolutePath('client/dist/server.cjs'),
    transport: TransportKind.ipc,
  };
  activateWith(context, {
    makeClient: (options) => new LanguageClient('mustdo', 'Mustdo', server, options),
    hasDisk: true,
  });
}
