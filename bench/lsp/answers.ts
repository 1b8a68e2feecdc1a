import type {
  CompletionItem,
  CompletionList,
  SemanticTokensOptions,
  ServerCapabilities,
  WorkspaceEdit,
} from 'vscode-languageclient';
import { WrongAnswer } from '../client/waiting.ts';
import { repeat, type Repeats } from './repeat.ts';
import type { Outcome, Row } from './results.ts';
import type { Session } from './session.ts';

interface Question {
  readonly row: Row;
  readonly method: string;
  readonly offered: (capabilities: ServerCapabilities) => unknown;
  readonly more: object;
  /** How much the answer holds, for the note: an answer that holds nothing counts as none. */
  readonly holds: (result: unknown) => { readonly count: number; readonly of: string };
}

const listed = (of: string) => (result: unknown) => ({
  count: Array.isArray(result) ? result.length : result === null ? 0 : 1,
  of,
});

const questions: readonly Question[] = [
  {
    row: 'hover',
    method: 'hover',
    offered: ({ hoverProvider }) => hoverProvider,
    more: {},
    holds: listed(''),
  },
  {
    row: 'definition',
    method: 'definition',
    offered: ({ definitionProvider }) => definitionProvider,
    more: {},
    holds: listed(''),
  },
  {
    row: 'references',
    method: 'references',
    offered: ({ referencesProvider }) => referencesProvider,
    more: { context: { includeDeclaration: true } },
    holds: listed('places'),
  },
  {
    row: 'documentSymbol',
    method: 'documentSymbol',
    offered: ({ documentSymbolProvider }) => documentSymbolProvider,
    more: {},
    holds: (result) => ({
      count: JSON.stringify(result).split('"selectionRange"').length - 1,
      of: 'symbols',
    }),
  },
  {
    row: 'tokens',
    method: 'semanticTokens/full',
    offered: ({ semanticTokensProvider }) => semanticTokensProvider?.full,
    more: {},
    holds: (result) => ({
      count: (result as { data: unknown[] } | null)?.data.length ?? 0,
      of: 'numbers',
    }),
  },
  {
    row: 'rename',
    method: 'rename',
    offered: ({ renameProvider }) => renameProvider,
    more: { newName: 'SomebodyElse_001' },
    holds: (result) => ({ count: editsIn(result as WorkspaceEdit | null), of: 'edits' }),
  },
];

const editsIn = (edit: WorkspaceEdit | null): number =>
  [
    ...Object.values(edit?.changes ?? {}),
    ...(edit?.documentChanges ?? []).map((change) => ('edits' in change ? change.edits : [])),
  ].flat().length;

const notOffered: Outcome = { kind: 'words', words: 'not offered' };

/**
 * Asks about the reference in the middle, again and again, without an edit between.
 * @param record is given each row and what measures it
 */
export async function askAll(
  session: Session,
  repeats: Repeats,
  record: (row: Row, measured: () => Promise<Outcome>) => Promise<void>,
): Promise<void> {
  const position = { line: session.place.line, character: session.place.character + 3 };
  for (const { row, method, offered, more, holds } of questions) {
    await record(row, async () => {
      if (!isOffered(offered(session.server.capabilities))) return notOffered;
      let held = { count: 0, of: '' };
      const milliseconds = await repeat(repeats, async (add) => {
        const { result, sent, at } = await session.ask(method, { position, ...more });
        held = holds(result);
        if (held.count === 0) throw new WrongAnswer('answers nothing');
        add(at - sent);
      });
      if (held.of === '') return { kind: 'times', milliseconds };
      return { kind: 'times', milliseconds, note: `${inWords(held.count)} ${held.of}` };
    });
  }
}

const inWords = (count: number): string => count.toLocaleString('en-GB');

const isOffered = (capability: unknown): boolean =>
  capability !== undefined && capability !== false;

/** Completion of the id whose last key has just been taken away; the answer must hold it. */
export async function completionOf(session: Session, repeats: Repeats): Promise<Outcome> {
  if (session.server.capabilities.completionProvider === undefined) return notOffered;
  let count = 0;
  const milliseconds = await repeat(repeats, async (add) => {
    const asked = await session.askBehindKey('cut', 'completion', { context: { triggerKind: 1 } });
    const result = asked.result as CompletionList | CompletionItem[] | null;
    const items = Array.isArray(result) ? result : (result?.items ?? []);
    count = items.length;
    const answered = items.some(({ label }) => label.includes(session.id));
    if (answered) add(asked.milliseconds);
    await asked.settled;
    await session.type(1);
    if (!answered) throw new WrongAnswer('the answer lacks the id');
  });
  return { kind: 'times', milliseconds, note: `${inWords(count)} items` };
}

interface Tokens {
  readonly resultId?: string;
}

/** Semantic tokens right behind a key: what has changed, or all of them where a server offers no less. */
export async function tokensBehindKey(session: Session, repeats: Repeats): Promise<Outcome> {
  const provider = session.server.capabilities.semanticTokensProvider as
    SemanticTokensOptions | undefined;
  if (provider === undefined || !isOffered(provider.full)) return notOffered;
  const delta = typeof provider.full === 'object' && provider.full.delta === true;
  const milliseconds = await repeat(repeats, async (add) => {
    const before = (await session.ask('semanticTokens/full', {})).result as Tokens | null;
    const asked = delta
      ? await session.askBehindKey('spoil', 'semanticTokens/full/delta', {
          previousResultId: before?.resultId,
        })
      : await session.askBehindKey('spoil', 'semanticTokens/full', {});
    if (asked.result !== null) add(asked.milliseconds);
    await asked.settled;
    await session.mend();
    if (asked.result === null) throw new WrongAnswer('answers nothing');
  });
  return { kind: 'times', milliseconds, note: delta ? 'what changed' : 'all' };
}
