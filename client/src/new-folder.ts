import { l10n, Uri, workspace, WorkspaceEdit } from 'vscode';
import { isThere } from './files.ts';

/**
 * Makes a folder with files in it, given by their names: all of them or none, and nothing over what is there. The settings come
 * first, as they make it a project of its own.
 * @throws in a sentence when there is such a folder, or it cannot be written
 */
export async function writeNewFolder(
  folder: Uri,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const name = folder.path.replace(/^.*\//, '');
  if (await isThere(folder)) {
    throw new Error(l10n.t('{0} is already there; nothing was changed.', name));
  }
  const edit = new WorkspaceEdit();
  const encoder = new TextEncoder();
  const settingsFirst = Object.entries(files).sort(([a], [b]) => rank(a) - rank(b));
  for (const [file, text] of settingsFirst) {
    edit.createFile(Uri.joinPath(folder, file), { contents: encoder.encode(text) });
  }
  if (await workspace.applyEdit(edit)) return;
  // It was not there before: half of it is worth nothing.
  if (await isThere(folder)) await workspace.fs.delete(folder, { recursive: true });
  throw new Error(l10n.t('The plan cannot be written here; nothing was changed.'));
}

const rank = (file: string): number => (file.endsWith('.plan') ? 1 : 0);
