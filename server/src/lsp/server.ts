import {
  DidChangeWorkspaceFoldersNotification,
  ErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { summaryInWords } from '../outputs/flags/flag-report.ts';
import { newPlanFiles } from '../outputs/new/template.ts';
import { isIsoDate } from '../plan/calendar.ts';
import { count } from '../plan/words.ts';
import { within } from './addresses.ts';
import { addFeatures, type ClientAbilities } from './features.ts';
import type { Files } from './files.ts';
import { previewOf } from './preview.ts';
import type { ProjectState } from './project-state.ts';
import {
  checkAllRequest,
  newPlanRequest,
  previewRequest,
  projectChanged,
  setAsAtRequest,
  type CheckAllResult,
  type InitializationOptions,
  type NewPlanParams,
  type NewPlanResult,
  type PreviewParams,
  type PreviewResult,
  type ProjectChangedParams,
  type SetAsAtParams,
} from './protocol.ts';
import { Publisher } from './publisher.ts';
import { changeOf } from './summary.ts';
import { Workspace } from './workspace.ts';
import { writingAbilities, writingCapabilities } from './writing.ts';

/** How often the day is looked at, in milliseconds: at midnight in England, today's plans are judged anew. */
const dayCheck = 60_000;

/**
 * Wires a connection to the editor's answers. It decides nothing: it keeps the documents, calls the
 * features, and sends what they answer.
 */
export function startServer(
  connection: Connection,
  filesFor: (options: InitializationOptions) => Files,
): void {
  let workspace: Workspace | undefined;
  let client: ClientAbilities = { docsUrl: () => undefined, ...writingAbilities({}) };
  const current = (): Workspace => {
    if (workspace === undefined)
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'Not initialized.');
    return workspace;
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    const { docs } = options;
    client = {
      docsUrl: (check) => (docs === undefined ? undefined : within(docs, `${check}.md`)),
      ...writingAbilities(params.capabilities),
    };
    const publisher = new Publisher(connection, (uri) => workspace?.versionOf(uri), client.docsUrl);
    workspace = new Workspace(filesFor(options), (project: ProjectState) => {
      publisher.publish(project);
      const change: ProjectChangedParams = changeOf(project);
      void connection.sendNotification(projectChanged, change);
    });
    workspace.changeFolders(addressesOf(params.workspaceFolders ?? []), []);
    void workspace.setAsAt(options.asAt ?? undefined);
    return { capabilities, serverInfo: { name: 'Mustdo' } };
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    void current().open(uri, version, text);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    void current().change(uri, version, contentChanges);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    void current().close(uri);
  });
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
    current().changeFolders(addressesOf(event.added), addressesOf(event.removed));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    void current().filesChanged(changes.map(({ uri }) => uri));
  });

  connection.onRequest(setAsAtRequest, async ({ asAt }: SetAsAtParams): Promise<null> => {
    if (asAt !== null && !isIsoDate(asAt)) {
      throw new ResponseError(ErrorCodes.InvalidParams, `"${asAt}" is no day such as 2018-07-01.`);
    }
    await current().setAsAt(asAt ?? undefined);
    return null;
  });

  connection.onRequest(
    previewRequest,
    async ({ uri }: PreviewParams): Promise<PreviewResult | null> => {
      const project = await current().projectOf(uri);
      return project === undefined ? null : previewOf(project);
    },
  );

  connection.onRequest(checkAllRequest, async (): Promise<CheckAllResult> => {
    const projects = await current().loadAll();
    const files = projects.reduce((sum, { uris }) => sum + uris.length, 0);
    const words = projects.map(({ plan, asAt, flags }) =>
      summaryInWords({ plan, asAt, flags, folder: '' }),
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
  const timer = setInterval(() => void workspace?.dayMayHaveChanged(), dayCheck);
  connection.onShutdown(() => {
    clearInterval(timer);
  });
  connection.listen();
}

const addressesOf = (folders: readonly { readonly uri: string }[]): string[] =>
  folders.map(({ uri }) => uri);

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  documentFormattingProvider: true,
  ...writingCapabilities,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};
