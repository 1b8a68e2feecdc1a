import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import {
  codeActions,
  resolveCodeAction,
  uriOfAction,
  type ActionAbilities,
} from '../editor/code-actions.ts';
import { completion, resolveCompletion, uriOfItem } from '../editor/completion.ts';
import { signatureHelp } from '../editor/signature.ts';
import type { DocsUrl } from '../editor/diagnostics.ts';
import { aboutDocument } from './about.ts';
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

/** Connects the answers that help to write. */
export function addWriting(
  connection: Connection,
  workspace: () => Workspace,
  client: () => WritingAbilities & { readonly docsUrl: DocsUrl },
): void {
  const about = aboutDocument(workspace);
  const abilities = (): ActionAbilities => ({
    ...client(),
    versionOf: (uri) => workspace().versionOf(uri),
  });

  connection.onCompletion(about((ask, { position }) => completion(ask, position, client()), []));
  connection.onCompletionResolve(async (item) => {
    const ask = await workspace().ask(uriOfItem(item) ?? '');
    return ask === undefined ? item : resolveCompletion(ask, item);
  });
  connection.onCodeAction(
    about(
      (ask, { range, context }) => codeActions(ask, range, context, client().docsUrl, abilities()),
      [],
    ),
  );
  connection.onCodeActionResolve(async (action) => {
    const ask = await workspace().ask(uriOfAction(action) ?? '');
    return ask === undefined ? action : resolveCodeAction(ask, action, abilities());
  });
  connection.onSignatureHelp(about((ask, { position }) => signatureHelp(ask, position), null));
}
