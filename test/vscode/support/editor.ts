import * as vscode from 'vscode';
import { eventually, ok } from './assert.ts';

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.all.find(({ packageJSON }) => isMustdo(packageJSON));
  ok(found, 'the extension is not installed');
  return found;
}

const isMustdo = (manifest: unknown): boolean =>
  typeof manifest === 'object' &&
  manifest !== null &&
  'displayName' in manifest &&
  manifest.displayName === 'Mustdo';

export const nameOf = ({ path }: vscode.Uri): string => path.replace(/^.*\//, '');

/** The address of a file in the folder that is open. */
export function fileAt(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/**
 * Opens a file as people do. `openTextDocument` would keep it open for minutes after they close it.
 */
export async function open(name: string): Promise<vscode.TextEditor> {
  const uri = fileAt(name);
  await vscode.commands.executeCommand('vscode.open', uri);
  return eventually(() => {
    const editor = vscode.window.activeTextEditor;
    ok(editor?.document.uri.toString() === uri.toString(), `${name} is not shown`);
    return editor;
  });
}

/** The place in a document of the mark ┆ in a piece of its text. */
export function placeOf(document: vscode.TextDocument, marked: string): vscode.Position {
  const [before = '', after = ''] = marked.split('┆');
  const offset = document.getText().indexOf(before + after);
  ok(offset >= 0, `“${before}${after}” is not in ${document.fileName}`);
  return document.positionAt(offset + before.length);
}

/** Writes text into a document where another text stands. */
export async function replace(
  document: vscode.TextDocument,
  text: string,
  replacement: string,
): Promise<void> {
  const start = placeOf(document, `┆${text}`);
  const range = new vscode.Range(
    start,
    document.positionAt(document.offsetAt(start) + text.length),
  );
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, replacement);
  ok(await vscode.workspace.applyEdit(edit), 'the edit was not applied');
}

/** Adds text at the end; the mark ┆ in it is taken out, and its place returned. */
export async function append(
  document: vscode.TextDocument,
  marked: string,
): Promise<vscode.Position> {
  const end = document.lineAt(document.lineCount - 1).range.end;
  const offset = document.offsetAt(end) + marked.indexOf('┆');
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, end, marked.replace('┆', ''));
  ok(await vscode.workspace.applyEdit(edit), 'the edit was not applied');
  return document.positionAt(offset);
}

/** Closes all, and forgets what is not saved. */
export async function revertAll(): Promise<void> {
  for (const { uri } of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.commands.executeCommand('vscode.open', uri);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The check that a diagnostic comes from. */
export const checkOf = (code: vscode.Diagnostic['code']): string =>
  String(typeof code === 'object' ? code.value : code);

/** The diagnostics of a document that come from one check. */
export const flagged = ({ uri }: vscode.TextDocument, check: string): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ code }) => checkOf(code) === check);

/** What the server offers at a place. */
export async function offered(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  );
  return (
    list.items
      // VS Code itself offers words of the text and snippets, wherever one is.
      .filter(({ kind }) => kind !== undefined && !ofVSCode.has(kind))
      .map(({ label }) => (typeof label === 'string' ? label : label.label))
  );
}

const ofVSCode: ReadonlySet<vscode.CompletionItemKind> = new Set([
  vscode.CompletionItemKind.Text,
  vscode.CompletionItemKind.Snippet,
]);
