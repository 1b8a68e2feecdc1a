import { commands, window, workspace, type ExtensionContext } from 'vscode';
import { AsAt } from './as-at.ts';
import type { Mustdo } from './commands/command.ts';
import { addCommands } from './commands/index.ts';
import { addNotice } from './notice.ts';
import { addPaste } from './paste.ts';
import { Preview } from './preview/preview.ts';
import { Projects } from './projects.ts';
import { Server, type Start } from './server.ts';
import { addStatus } from './status.ts';
import { CurrentProject } from './trees/current.ts';
import { Trees } from './trees/index.ts';

/** Starts Mustdo in the editor; how the server comes to run is all that a desktop and a browser differ in. */
export function activateWith(context: ExtensionContext, start: Start): void {
  const log = window.createOutputChannel('Mustdo', { log: true });
  const asAt = new AsAt(log);
  const plans = workspace.createFileSystemWatcher('**/*.plan');
  const settings = workspace.createFileSystemWatcher('**/{mustdo,mustdo-backlog}.json');
  // Of a folder that is deleted, no watcher of the files in it hears.
  const folders = workspace.createFileSystemWatcher('**', true, true);
  const extension = context.extensionUri;
  const server = new Server(start, { extension, asAt, log, watched: [plans, settings, folders] });
  const projects = new Projects(server);
  const preview = new Preview({ extension, server, projects, asAt }, { plans, folders });
  const current = new CurrentProject(projects, preview);
  const trees = new Trees(server, current, context.workspaceState);
  const mustdo: Mustdo = { extension, server, asAt, preview, current, trees };

  context.subscriptions.push(log, asAt, plans, settings, folders, server, projects, preview);
  context.subscriptions.push(current, trees, ...addCommands(mustdo), addStatus(mustdo, projects));
  context.subscriptions.push(addPaste(server), addNotice(projects, context.globalState));
  void commands.executeCommand('setContext', 'mustdo.running', true);
  // Whoever asks the server something waits for it; nothing else has to.
  void server.start();
}
