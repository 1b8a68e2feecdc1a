import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Ask } from '../editor/ask.ts';
import {
  actionKinds,
  codeActions,
  resolveCodeAction,
  uriOfAction,
  type ActionAbilities,
} from '../editor/code-actions.ts';
import { completion, resolveCompletion, uriOfItem } from '../editor/completion.ts';
import { signatureHelp } from '../editor/signature.ts';
import type { DocsUrl } from '../editor/diagnostics.ts';
import type { Workspace } from './workspace.ts';

/** What the answers that write have to know of a client. */
export type WritingAbilities = Omit<ActionAbilities, 'versionOf'> & {
  readonly snippets: boolean;
  /** Whether it asks for the documentation of an item when it is shown. */
  readonly resolvesDocs: boolean;
};

/** What a client said of itself. */
export function writingAbilities({
  textDocument,
  workspace,
}: ClientCapabilities): WritingAbilities {
  const item = textDocument?.completion?.completionItem;
  const action = textDocument?.codeAction;
  const resolves = action?.resolveSupport?.properties ?? [];
  return {
    snippets: item?.snippetSupport === true,
    resolvesDocs: item !== undefined,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    resolvesEdits: action?.dataSupport === true && resolves.includes('edit'),
    disabled: action?.disabledSupport === true,
  };
}

/** What the server says of these answers. */
export const writingCapabilities: ServerCapabilities = {
  completionProvider: { triggerCharacters: [' ', ':', ',', '|'], resolveProvider: true },
  codeActionProvider: { codeActionKinds: [...actionKinds], resolveProvider: true },
  signatureHelpProvider: { triggerCharacters: [' '] },
};

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/** Connects the answers that help to write. */
export function addWriting(
  connection: Connection,
  workspace: () => Workspace,
  client: () => WritingAbilities & { readonly docsUrl: DocsUrl },
): void {
  const askAbout = (uri: string): Promise<Ask | undefined> => workspace().ask(uri);
  const about =
    <P extends AboutDocument, R, N>(answer: (ask: Ask, params: P) => R, otherwise: N) =>
    async (params: P): Promise<R | N> => {
      const ask = await askAbout(params.textDocument.uri);
      return ask === undefined ? otherwise : answer(ask, params);
    };
  const abilities = (): ActionAbilities => ({
    ...client(),
    versionOf: (uri) => workspace().versionOf(uri),
  });

  connection.onCompletion(about((ask, { position }) => completion(ask, position, client()), []));
  connection.onCompletionResolve(async (item) => {
    const ask = await askAbout(uriOfItem(item) ?? '');
    return ask === undefined ? item : resolveCompletion(ask, item);
  });
  connection.onCodeAction(
    about(
      (ask, { range, context }) => codeActions(ask, range, context, client().docsUrl, abilities()),
      [],
    ),
  );
  connection.onCodeActionResolve(async (action) => {
    const ask = await askAbout(uriOfAction(action) ?? '');
    return ask === undefined ? action : resolveCodeAction(ask, action, abilities());
  });
  connection.onSignatureHelp(about((ask, { position }) => signatureHelp(ask, position), null));
}
