import { ErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import { definition } from '../editor/definition.ts';
import type { DocsUrl } from '../editor/diagnostics.ts';
import { foldingRanges } from '../editor/folding.ts';
import { formatting } from '../editor/formatting.ts';
import { hover } from '../editor/hover.ts';
import { references } from '../editor/references.ts';
import { CannotRename, prepareRename, rename } from '../editor/rename.ts';
import { documentSymbols, workspaceSymbols } from '../editor/symbols.ts';
import { aboutDocument, stillWanted } from './about.ts';
import { addReading, type ReaderAbilities } from './reading.ts';
import type { Workspace } from './workspace.ts';
import { addWriting, type WritingAbilities } from './writing.ts';

/** What the answers have to know of the client. */
export interface ClientAbilities extends ReaderAbilities, WritingAbilities {
  /** Where the page of a check is. */
  readonly docsUrl: DocsUrl;
}

/** Connects every feature of LSP to the function that answers it: one line each. */
export function addFeatures(
  connection: Connection,
  workspace: () => Workspace,
  client: () => ClientAbilities,
): void {
  const about = aboutDocument(workspace);

  connection.onHover(about((ask, { position }) => hover(ask, position), null));
  connection.onDefinition(about((ask, { position }) => definition(ask, position), null));
  connection.onReferences(
    about(
      (ask, { position, context }) => references(ask, position, context.includeDeclaration),
      [],
    ),
  );
  connection.onPrepareRename(
    about((ask, { position }) => saying(() => prepareRename(ask, position)), null),
  );
  connection.onRenameRequest(
    about((ask, { position, newName }) => saying(() => rename(ask, position, newName)), null),
  );
  connection.onDocumentSymbol(about((ask) => documentSymbols(ask), []));
  connection.onFoldingRanges(about((ask) => foldingRanges(ask), []));
  connection.onDocumentFormatting(about((ask) => formatting(ask), []));
  connection.onWorkspaceSymbol(async ({ query }, asked) => {
    const asks = await workspace().asks();
    stillWanted(asked);
    return workspaceSymbols(asks, query);
  });
  addReading(connection, workspace, client);
  addWriting(connection, workspace, client);
}

/** Says to the person why something cannot be renamed. */
function saying<R>(work: () => R): R {
  try {
    return work();
  } catch (error) {
    if (error instanceof CannotRename)
      throw new ResponseError(ErrorCodes.InvalidRequest, error.message);
    throw error;
  }
}
