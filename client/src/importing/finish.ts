import { commands, l10n, Uri, ViewColumn, window } from 'vscode';
import { writeNewFolder } from '../new-folder.ts';
import type { Source } from './source.ts';

/** Where a plan is to be, and how it is to be made. */
export interface Wanted {
  /** The folder that the plan’s own folder is made in. */
  readonly parent: Uri;
  readonly folder: string;
  /** The text of a mapping file. */
  readonly map?: string | undefined;
  /** Whether what was taken for what is saved with the plan. */
  readonly saves: boolean;
}

/**
 * Writes the plan of a file, and shows it with its report beside it.
 * @throws in a sentence when it cannot be made or written; then nothing is
 */
export async function finishImport(source: Source, wanted: Wanted): Promise<void> {
  const { parent, folder, map, saves } = wanted;
  const { files, first, report, map: saved, words } = await source.make(folder, map);
  const into = Uri.joinPath(parent, folder);
  await writeNewFolder(into, saves ? { ...files, 'map.json': saved } : files);
  // As people open it: another way would keep it for minutes after they have closed it.
  await commands.executeCommand('vscode.open', Uri.joinPath(into, first), ViewColumn.One);
  await showReport(Uri.joinPath(into, report));
  // It is imported; that the message is still there holds up nobody.
  void window.showInformationMessage(l10n.t('Mustdo: {0}', words.slice(0, 2).join(' ')));
}

/** Shows the report as people read it; as text where nothing here can. */
async function showReport(report: Uri): Promise<void> {
  try {
    // It is not known to be there before it is called: calling it starts what has it.
    await commands.executeCommand('markdown.showPreviewToSide', report);
  } catch {
    await commands.executeCommand('vscode.open', report, ViewColumn.Beside);
  }
}
