import type { CancellationToken, Connection } from 'vscode-languageserver';
import { workspaceEditOf } from '../editor/changes.ts';
import { nextOf, wrongAnswer } from '../editor/forms/fill.ts';
import { pastedRows } from '../editor/paste-rows.ts';
import { nodesBelow } from '../editor/trees/index.ts';
import { stillWanted } from './about.ts';
import {
  formRequest,
  pasteRowsRequest,
  treeRequest,
  type FormParams,
  type FormResult,
  type PasteRowsParams,
  type PasteRowsResult,
  type TreeParams,
  type TreeResult,
} from './protocol.ts';
import type { Workspace } from './workspace.ts';
import type { WritingAbilities } from './writing.ts';

/** Connects what helps to work with plans beyond LSP: trees through them, forms, and pasted rows. */
export function addPlanning(
  connection: Connection,
  workspace: () => Workspace,
  client: () => WritingAbilities,
): void {
  connection.onRequest(
    treeRequest,
    async (
      { uri, ...question }: TreeParams,
      asked: CancellationToken,
    ): Promise<TreeResult | null> => {
      const ask = await workspace().ask(uri);
      stillWanted(asked);
      return ask === undefined ? null : { nodes: nodesBelow(ask, question) };
    },
  );

  connection.onRequest(
    formRequest,
    async ({ uri, check, ...params }: FormParams): Promise<FormResult | null> => {
      const ask = await workspace().ask(uri);
      if (ask === undefined) return null;
      if (check !== undefined) return { wrong: wrongAnswer(ask, params, check) ?? null };
      const next = nextOf(ask, params);
      if (!('change' in next)) return next;
      const can = {
        documentChanges: client().documentChanges,
        createFiles: false,
        versionOf: (of: string) => workspace().versionOf(of),
      };
      return { edit: workspaceEditOf(ask, next.change, can) };
    },
  );

  connection.onRequest(
    pasteRowsRequest,
    async ({ uri, range, text }: PasteRowsParams): Promise<PasteRowsResult | null> => {
      const ask = await workspace().ask(uri);
      return (ask && pastedRows(ask, range, text)) ?? null;
    },
  );
}
