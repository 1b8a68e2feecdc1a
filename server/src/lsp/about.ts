import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { Ask } from '../editor/ask.ts';
import type { Workspace } from './workspace.ts';

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/** Makes handlers of requests about a document; one that is not known is answered with `otherwise`. */
export const aboutDocument =
  (workspace: () => Workspace) =>
  <P extends AboutDocument, R, N>(answer: (ask: Ask, params: P) => R, otherwise: N) =>
  async (params: P, asked: CancellationToken): Promise<R | N> => {
    const ask = await workspace().ask(params.textDocument.uri);
    stillWanted(asked);
    return ask === undefined ? otherwise : answer(ask, params);
  };

/**
 * Works out nothing that the client no longer waits for.
 * @throws ResponseError once the request is cancelled
 */
export function stillWanted(asked: CancellationToken): void {
  if (asked.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'No longer wanted.');
}
