import {
  CodeActionKind,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type Position,
  type Range,
} from 'vscode-languageserver-types';
import type { Flag } from '../plan/flag.ts';
import type { Ask } from './ask.ts';
import { diagnosticOf, flagsOfFile, type DocsUrl } from './diagnostics.ts';
import { workspaceEdit } from './places.ts';

/**
 * The fixes of the flags in a range. Where the editor names diagnostics of ours, only theirs; the
 * first safe fix of a flag is the one an editor may make unasked.
 */
export function codeActions(
  ask: Ask,
  range: Range,
  context: Pick<CodeActionContext, 'diagnostics' | 'only'>,
  docsUrl?: DocsUrl,
): CodeAction[] {
  if (!wantsQuickFixes(context.only)) return [];
  const near = flagsOfFile(ask)
    .map((flag) => ({ flag, diagnostic: diagnosticOf(ask, flag, docsUrl) }))
    .filter(({ diagnostic }) => overlap(diagnostic.range, range));
  const named = near.filter(({ diagnostic }) =>
    context.diagnostics.some((other) => isSame(diagnostic, other)),
  );
  const actions = (named.length > 0 ? named : near).flatMap(({ flag, diagnostic }) =>
    fixesOf(ask, flag, diagnostic),
  );
  return withoutTwins(actions);
}

function fixesOf(ask: Ask, { fixes }: Flag, diagnostic: Diagnostic): CodeAction[] {
  const preferred = fixes.find(({ safe }) => safe);
  return fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix === preferred ? { isPreferred: true } : {}),
    edit: workspaceEdit(ask, fix.edits),
  }));
}

/** Two flags may have the same fix: it is offered once, for both. */
function withoutTwins(actions: readonly CodeAction[]): CodeAction[] {
  const byWhat = new Map<string, CodeAction>();
  for (const action of actions) {
    const key = JSON.stringify([action.title, action.edit]);
    const known = byWhat.get(key);
    const all = [...(known?.diagnostics ?? []), ...(action.diagnostics ?? [])];
    byWhat.set(key, { ...action, ...known, diagnostics: all });
  }
  return [...byWhat.values()];
}

/** An editor asks for a kind and all kinds below it; `quickfix` has none above it but the empty one. */
const wantsQuickFixes = (only: CodeActionContext['only']): boolean =>
  only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);

const overlap = (a: Range, b: Range): boolean =>
  !isBefore(a.end, b.start) && !isBefore(b.end, a.start);

const isSame = (ours: Diagnostic, other: Diagnostic): boolean =>
  ours.code === other.code &&
  other.source === ours.source &&
  JSON.stringify([ours.range.start, ours.range.end]) ===
    JSON.stringify([position(other.range.start), position(other.range.end)]);

const position = ({ line, character }: Position): Position => ({ line, character });
