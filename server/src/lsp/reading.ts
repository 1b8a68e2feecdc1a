import type { Connection, WorkspaceEdit } from 'vscode-languageserver';
import type { Ask } from '../editor/ask.ts';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../editor/call-hierarchy.ts';
import { codeLenses, resolveCodeLens } from '../editor/code-lenses.ts';
import { documentLinks, resolveDocumentLink } from '../editor/document-links.ts';
import { documentHighlights } from '../editor/highlights.ts';
import { implementation } from '../editor/implementation.ts';
import { inlayHints, resolveInlayHint } from '../editor/inlay-hints.ts';
import { rangeFormatting } from '../editor/range-formatting.ts';
import { editsForMoves } from '../editor/rename-files.ts';
import { selectionRanges } from '../editor/selection-ranges.ts';
import { encodeRange, semanticTokens } from '../editor/semantic-tokens.ts';
import { aboutDocument } from './about.ts';
import { normalized, relativeTo } from './addresses.ts';
import { hintSettings, type HintWishes } from './hint-settings.ts';
import { TokenResults } from './token-results.ts';
import type { Workspace } from './workspace.ts';

/** What the answers for those who read have to know of the client. */
export interface ReaderAbilities {
  /** Whether it has the command that a lens calls. */
  readonly showReferences: boolean;
  readonly hints: HintWishes;
}

/** Connects the features of LSP for those who read to the functions that answer them. */
export function addReading(
  connection: Connection,
  workspace: () => Workspace,
  client: () => ReaderAbilities,
): void {
  const about = aboutDocument(workspace);
  /** Answers about something sent before, with what was kept on it; as it is where its file is not known. */
  const resolving =
    <T extends { readonly data?: unknown }>(answer: (ask: Ask, sent: T) => T) =>
    async (sent: T): Promise<T> => {
      const ask = await askOf(sent.data);
      return ask === undefined ? sent : answer(ask, sent);
    };
  const askOf = (data: unknown): Promise<Ask | undefined> => {
    const uri = typeof data === 'object' && data !== null && 'uri' in data ? data.uri : undefined;
    return typeof uri === 'string' ? workspace().ask(uri) : Promise.resolve(undefined);
  };

  connection.onImplementation(about((ask, { position }) => implementation(ask, position), null));
  connection.onDocumentHighlight(
    about((ask, { position }) => documentHighlights(ask, position), null),
  );
  connection.onSelectionRanges(
    about((ask, { positions }) => selectionRanges(ask, positions), null),
  );
  connection.onDocumentLinks(about((ask) => documentLinks(ask), []));
  connection.onDocumentLinkResolve(resolving(resolveDocumentLink));
  connection.onCodeLens(about((ask) => codeLenses(ask), []));
  connection.onCodeLensResolve(resolving((ask, lens) => resolveCodeLens(ask, lens, client())));
  connection.onDocumentRangeFormatting(
    about((ask, { range }) => rangeFormatting(ask, [range]), []),
  );
  connection.onDocumentRangesFormatting(
    about((ask, { ranges }) => rangeFormatting(ask, ranges), []),
  );

  const { inlayHint, semanticTokens: tokens, callHierarchy } = connection.languages;
  inlayHint.on(async ({ textDocument, range }) => {
    const settings = await hintSettings(connection, client().hints);
    const ask = await workspace().ask(textDocument.uri);
    return ask === undefined ? [] : inlayHints(ask, range, settings);
  });
  inlayHint.resolve(resolving(resolveInlayHint));

  const results = new TokenResults();
  tokens.on(
    about((ask, { textDocument: { uri } }) => results.full(uri, semanticTokens(ask)), none),
  );
  tokens.onDelta(
    about(
      (ask, { textDocument: { uri }, previousResultId }) =>
        results.since(previousResultId, uri, semanticTokens(ask)),
      none,
    ),
  );
  tokens.onRange(
    about((ask, { range }) => ({ data: encodeRange(semanticTokens(ask), range) }), none),
  );

  callHierarchy.onPrepare(about((ask, { position }) => prepareCallHierarchy(ask, position), null));
  callHierarchy.onIncomingCalls(async ({ item }) => {
    const ask = await askOf(item.data);
    return ask === undefined ? [] : incomingCalls(ask, item);
  });
  callHierarchy.onOutgoingCalls(async ({ item }) => {
    const ask = await askOf(item.data);
    return ask === undefined ? [] : outgoingCalls(ask, item);
  });

  connection.workspace.onWillRenameFiles(async ({ files }) => {
    // What came before has its turn first.
    await workspace().asks();
    const changes: WorkspaceEdit['changes'] = {};
    for (const project of workspace().projects) {
      const moves = files.flatMap(({ oldUri, newUri }) => {
        const from = relativeTo(project.root, normalized(oldUri));
        return from === undefined
          ? []
          : [{ from, to: relativeTo(project.root, normalized(newUri)) }];
      });
      const ask = moves.length === 0 ? undefined : project.ask(project.uris[0] ?? '');
      if (ask !== undefined) Object.assign(changes, editsForMoves(ask, moves).changes);
    }
    return { changes };
  });
}

const none = { data: [] };
