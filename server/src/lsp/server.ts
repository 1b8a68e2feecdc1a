import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  ErrorCodes,
  ResponseError,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { summaryInWords } from '../outputs/flags/flag-report.ts';
import { newPlanFiles } from '../outputs/new/template.ts';
import { isIsoDate } from '../plan/calendar.ts';
import { backlogFile, settingsFile } from '../plan/file-names.ts';
import { count } from '../plan/words.ts';
import { capabilities, pullCapabilities } from './capabilities.ts';
import { abilitiesOf } from './client-abilities.ts';
import { addFeatures } from './features.ts';
import { addImporting } from './importing.ts';
import { addPapers } from './papers.ts';
import { addPlanning } from './planning.ts';
import type { Files } from './files.ts';
import { Oversized } from './oversized.ts';
import { addPreviews } from './previewing.ts';
import {
  checkAllRequest,
  newPlanRequest,
  projectChanged,
  setAsAtRequest,
  type CheckAllResult,
  type InitializationOptions,
  type NewPlanParams,
  type NewPlanResult,
  type SetAsAtParams,
} from './protocol.ts';
import { readingProgress } from './progress.ts';
import { Publisher } from './publisher.ts';
import { Pulled } from './pulled.ts';
import { Refresher } from './refresher.ts';
import { changeOf } from './summary.ts';
import { Workspace } from './workspace.ts';

/** How often the day is looked at, in milliseconds: at midnight in England, today's plans are judged anew. */
const dayCheck = 60_000;

/** The files that a project is made of. */
const watchers = [
  { globPattern: '**/*.plan' },
  { globPattern: `**/{${settingsFile},${backlogFile}}` },
];

/**
 * Wires a connection to the editor's answers. It decides nothing: it keeps the documents, calls the
 * features, and sends what they answer.
 */
export function startServer(
  connection: Connection,
  filesFor: (options: InitializationOptions) => Files,
): void {
  let workspace: Workspace | undefined;
  let client = abilitiesOf({}, {});
  const refresher = new Refresher(connection, () => client.refreshable);
  const current = (): Workspace => {
    if (workspace === undefined)
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'Not initialized.');
    return workspace;
  };

  /** Work that nobody waits for: should it fail, the client's log says so, and the server goes on. */
  const seen = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => {
      connection.console.error(error instanceof Error ? error.message : String(error));
    });
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    client = abilitiesOf(params.capabilities, options);
    const pulled = client.pulls ? new Pulled(connection, client.refreshesPulled) : undefined;
    const publisher = new Publisher(
      pulled ?? connection,
      (uri) => workspace?.versionOf(uri),
      client.docsUrl,
    );
    pulled?.answer(current, () => publisher);
    workspace = new Workspace(filesFor(options), client.columns, {
      changed(project) {
        publisher.publish(project);
        pulled?.refresh();
        refresher.soon();
        // Not before all of it is read: half a plan has no figures.
        if (project.judgement !== undefined)
          seen(connection.sendNotification(projectChanged, changeOf(project)));
      },
      failed(error) {
        connection.console.error(error instanceof Error ? (error.stack ?? '') : String(error));
      },
      ...(params.capabilities.window?.workDoneProgress === true
        ? { reading: (root: string) => readingProgress(connection, root) }
        : {}),
    });
    workspace.changeFolders(foldersOf(params), []);
    seen(workspace.setAsAt(options.asAt ?? undefined));
    return {
      capabilities: {
        ...capabilities,
        positionEncoding: client.columns,
        ...(client.pulls ? pullCapabilities : {}),
      },
      serverInfo: { name: 'Mustdo' },
    };
  });

  const oversized = new Oversized(connection);
  const setAside = async (uri: string, version: number): Promise<void> => {
    await current().close(uri);
    oversized.flag(uri, version);
  };
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    if (oversized.opened(uri, text)) seen(setAside(uri, version));
    else seen(current().open(uri, version, text));
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    if (oversized.has(uri)) return;
    if (oversized.changed(uri, contentChanges)) seen(setAside(uri, version));
    else seen(current().change(uri, version, contentChanges));
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    oversized.closed(uri);
    seen(current().close(uri));
  });
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
    current().changeFolders(addressesOf(event.added), addressesOf(event.removed));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    seen(current().filesChanged(changes.map(({ uri }) => uri)));
  });

  connection.onInitialized(() => {
    if (client.tellsOfSettings)
      void connection.client.register(DidChangeConfigurationNotification.type, {
        section: 'mustdo',
      });
    if (client.tellsOfFiles)
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  // What they are now is asked for when it is needed.
  connection.onDidChangeConfiguration(() => refresher.soon());

  connection.onRequest(setAsAtRequest, async ({ asAt }: SetAsAtParams): Promise<null> => {
    if (asAt !== null && !isIsoDate(asAt)) {
      throw new ResponseError(ErrorCodes.InvalidParams, `"${asAt}" is no day such as 2018-07-01.`);
    }
    await current().setAsAt(asAt ?? undefined);
    return null;
  });

  addPreviews(connection, current);

  connection.onRequest(checkAllRequest, async (): Promise<CheckAllResult> => {
    const projects = await current().loadAll();
    const files = projects.reduce((sum, { uris }) => sum + uris.length, 0);
    const words = projects.map(({ plan, asAt, judgement }) =>
      summaryInWords({ plan, asAt, flags: judgement?.flags ?? [], known: 0, folder: '' }),
    );
    const said =
      projects.length === 1 ? words.join('') : `${count(projects.length, 'plan')} checked.`;
    return {
      projects: projects.length,
      files,
      words: projects.length === 0 ? 'There is no plan here.' : said,
    };
  });

  connection.onRequest(newPlanRequest, ({ name, title }: NewPlanParams): NewPlanResult => {
    const files = newPlanFiles(name, title);
    if (files !== undefined) return { files: Object.fromEntries(files) };
    return { files: null, wrong: 'Use letters, digits, dots, hyphens and underscores.' };
  });

  addFeatures(connection, current, () => client);
  addPlanning(connection, current, () => client);
  addPapers(connection, current);
  addImporting(connection, current);
  const timer = setInterval(() => {
    if (workspace !== undefined) seen(workspace.dayMayHaveChanged());
  }, dayCheck);
  connection.onShutdown(() => {
    clearInterval(timer);
    refresher.stop();
  });
  connection.listen();
}

/** The folders that are open. A client of before there could be several gives one, in its own way. */
function foldersOf(params: InitializeParams): string[] {
  const { workspaceFolders, rootUri }: Folders = params;
  if (workspaceFolders) return addressesOf(workspaceFolders);
  return rootUri ? [rootUri] : [];
}

type Folders = Pick<InitializeParams, 'workspaceFolders'> & { readonly rootUri?: string | null };

const addressesOf = (folders: readonly { readonly uri: string }[]): string[] =>
  folders.map(({ uri }) => uri);
