import assert from 'node:assert/strict';
import {
  CreateFile,
  TextDocumentEdit,
  type CodeAction,
  type Position,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Ask } from '../../../server/src/editor/ask.ts';
import {
  codeActions,
  resolveCodeAction,
  type ActionAbilities,
} from '../../../server/src/editor/code-actions.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { askOf, positionAt, withEdits } from './cursor.ts';

/** Choosing an action as a person does in an editor that can do everything. */

export const able: ActionAbilities = {
  documentChanges: true,
  createFiles: true,
  versionOf: () => 7,
  resolvesEdits: true,
  disabled: true,
};

const mark = '┆';

export interface Pointed {
  readonly ask: Ask;
  readonly range: Range;
}

/** Takes the marks ┆ out of the texts: one is a cursor, two are the ends of a selection. */
export function pointed(texts: readonly string[], asAt?: string): Pointed {
  const asked = texts.findIndex((text) => text.includes(mark));
  const [before = '', selected = '', after] = (texts[asked] ?? '').split(mark);
  const bare = texts.map((text) => text.replaceAll(mark, ''));
  const ask = askOf(bare, asked, asAt);
  const start = positionAt(ask.file, before.length);
  const end = after === undefined ? start : positionAt(ask.file, before.length + selected.length);
  return { ask, range: { start, end } };
}

export const actionsAt = (
  ask: Ask,
  position: Position,
  range: Range = { start: position, end: position },
  only?: string[],
): CodeAction[] =>
  codeActions(ask, range, { diagnostics: [], ...(only && { only }) }, undefined, able);

/** The titles of what is offered of a kind. */
export const offeredAs = (only: string, ...texts: readonly string[]): string[] => {
  const { ask, range } = pointed(texts);
  return actionsAt(ask, range.start, range, [only]).map(({ title, disabled }) =>
    disabled === undefined ? title : `${title} (not now: ${disabled.reason})`,
  );
};

/** The texts after the action with that title was chosen, each file by its path. */
export function chosen(title: string, ...texts: readonly string[]): Record<string, string> {
  const { ask, range } = pointed(texts);
  const offered = actionsAt(ask, range.start, range, ['']);
  const action = offered.find((one) => one.title === title);
  assert.ok(action, `${title} is not among:\n${offered.map((one) => one.title).join('\n')}`);
  return after(ask, action);
}

/** The only file’s text after a choice. */
export const rewritten = (title: string, text: string): string =>
  chosen(title, text)['file-1.plan'] ?? '';

/** The texts of a project after an action; what could be read before can be read still. */
export function after(ask: Ask, action: CodeAction): Record<string, string> {
  const { edit } = resolveCodeAction(ask, action, able);
  assert.ok(edit, `${action.title} does nothing`);
  const texts = applied(ask, edit);
  const before = problemsIn(ask.plan.files);
  const now = Object.entries(texts).map(([path, text]) => new PlanFile(path, text));
  assert.ok(
    problemsIn(now).length <= before.length,
    `${action.title} leaves ${problemsIn(now).join('; ')}\n${JSON.stringify(texts, null, 2)}`,
  );
  return texts;
}

const problemsIn = (files: readonly PlanFile[]): string[] =>
  files.flatMap(({ units }) =>
    units.flatMap(({ reading }) => reading.problems.map(({ message }) => message)),
  );

/** Makes an edit as an editor does: files first, then the text of each document once. */
function applied(ask: Ask, { documentChanges = [] }: WorkspaceEdit): Record<string, string> {
  const texts = Object.fromEntries(ask.plan.files.map(({ path, text }) => [path, text]));
  for (const change of documentChanges) {
    if (CreateFile.is(change)) {
      const path = pathOf(change.uri);
      assert.ok(!(path in texts), `${path} is there already`);
      texts[path] = '';
    } else {
      assert.ok(TextDocumentEdit.is(change));
      const path = pathOf(change.textDocument.uri);
      const text = texts[path];
      assert.ok(text !== undefined, `${path} is not there`);
      texts[path] = withEdits(new PlanFile(path, text), change.edits as TextEdit[]);
    }
  }
  return texts;
}

const pathOf = (uri: string): string => uri.replace('file:///plan/', '');
