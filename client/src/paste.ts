import {
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
  window,
  type DataTransfer,
  type Disposable,
  type DocumentPasteEditProvider,
  type Range,
  type TextDocument,
} from 'vscode';
import {
  pasteRowsRequest,
  type PasteRowsParams,
  type PasteRowsResult,
} from '../../server/src/lsp/protocol.ts';
import { planSelector } from './selector.ts';
import type { Server } from './server.ts';

const kind = DocumentDropOrPasteEditKind.Text.append('mustdo', 'actions');

/** Actions made of pasted rows, with what is to be said of them. */
class ActionsPaste extends DocumentPasteEdit {
  readonly words: string;

  constructor({ text, title, words }: PasteRowsResult) {
    super(text, title, kind);
    this.words = words;
    // Nothing becomes anything else unless somebody chooses that.
    this.yieldTo = [DocumentDropOrPasteEditKind.Text];
  }
}

/** Offers to paste a table from Excel or Word as actions, and says then what was understood. */
export function addPaste(server: Server): Disposable {
  const provider: DocumentPasteEditProvider<ActionsPaste> = {
    async provideDocumentPasteEdits(document, ranges, transfer) {
      const text = await textOf(transfer);
      const [range] = ranges;
      // Cells have tabs between them; most of what is pasted has none.
      if (range === undefined || ranges.length > 1 || !text.includes('\t')) return undefined;
      const made = await pasted(server, document, range, text);
      return made === null ? undefined : [new ActionsPaste(made)];
    },
    resolveDocumentPasteEdit(edit) {
      // It has been chosen. That the message is still there holds up nobody.
      void window.showInformationMessage(l10n.t('Mustdo: {0}', edit.words));
      return edit;
    },
  };
  return languages.registerDocumentPasteEditProvider(planSelector(), provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: [plainText],
  });
}

const plainText = 'text/plain';

const textOf = async (transfer: DataTransfer): Promise<string> =>
  (await transfer.get(plainText)?.asString()) ?? '';

function pasted(
  server: Server,
  { uri }: TextDocument,
  { start, end }: Range,
  text: string,
): Promise<PasteRowsResult | null> {
  const range = {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
  const params: PasteRowsParams = { uri: uri.toString(), range, text };
  return server.request<PasteRowsResult | null>(pasteRowsRequest, params);
}
