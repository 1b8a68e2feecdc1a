import type {
  CreateFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { editsByFile, tidied, withEndsOf, type FileEdit } from '../writing/tidy.ts';
import type { Ask } from './ask.ts';
import { positionAt } from './places.ts';

/** Changes of text as an editor takes them. */

/** Edits that belong together, none of which overlaps another; perhaps a file that is new. */
export interface Change {
  readonly edits: readonly FileEdit[];
  /** Whether whole blocks only change places, so that nothing has to be laid out. */
  readonly asIs?: boolean | undefined;
  /** Its path in the project, which no file has yet. */
  readonly newFile?: { readonly path: string; readonly text: string } | undefined;
}

/** What an editor can take. */
export interface EditAbilities {
  /** Whether it knows edits of documents in a version, and operations on files. */
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  /** The version of a document that is open. */
  readonly versionOf: (uri: string) => number | undefined;
}

/** A change as an editor makes it. What was laid out tidily is tidy afterwards; line ends follow the file's. */
export function workspaceEditOf(ask: Ask, change: Change, can: EditAbilities): WorkspaceEdit {
  const byFile = [...editsByFile(change.edits)].map(([file, edits]) => ({
    uri: ask.uriOf(file.path),
    edits: (change.asIs === true ? edits : tidied(file, edits)).map(textEdit),
  }));
  if (!can.documentChanges) {
    return { changes: Object.fromEntries(byFile.map(({ uri, edits }) => [uri, edits])) };
  }
  const { newFile } = change;
  const documents: TextDocumentEdit[] = byFile.map(({ uri, edits }) => ({
    textDocument: { uri, version: can.versionOf(uri) ?? null },
    edits,
  }));
  const created = newFile === undefined ? [] : creation(ask, newFile);
  return { documentChanges: [...created, ...documents] };
}

function creation(
  ask: Ask,
  { path, text }: { readonly path: string; readonly text: string },
): [CreateFile, TextDocumentEdit] {
  const uri = ask.uriOf(path);
  const start = { line: 0, character: 0 };
  const newText = withEndsOf(ask.file, text);
  return [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
  ];
}

/** An edit as an editor has it; line ends follow the file's. */
export function textEdit({ file, start, end, text }: FileEdit): TextEdit {
  return {
    range: { start: positionAt(file, start), end: positionAt(file, end) },
    newText: withEndsOf(file, text),
  };
}
