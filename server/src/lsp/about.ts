import type { Ask } from '../editor/ask.ts';
import type { Workspace } from './workspace.ts';

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/** Makes handlers of requests about a document; one that is not known is answered with `otherwise`. */
export const aboutDocument =
  (workspace: () => Workspace) =>
  <P extends AboutDocument, R, N>(answer: (ask: Ask, params: P) => R, otherwise: N) =>
  async (params: P): Promise<R | N> => {
    const ask = await workspace().ask(params.textDocument.uri);
    return ask === undefined ? otherwise : answer(ask, params);
  };
