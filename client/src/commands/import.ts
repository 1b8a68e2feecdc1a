import { l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import * as z from 'zod';
import { finishImport } from '../importing/finish.ts';
import { ImportPanel } from '../importing/panel.ts';
import { nameOf, Source } from '../importing/source.ts';
import type { Command } from './command.ts';

const address = z.custom<Uri>((value) => value instanceof Uri);

/** What a caller may say beforehand; the rest is asked for. */
const given = z.object({
  file: address.optional(),
  /** The folder that the plan’s own folder is made in, and what that is called: nothing is asked then. */
  parent: address.optional(),
  folder: z.string().optional(),
  /** The text of a mapping file. */
  map: z.string().optional(),
});

/** Kinds of files that are offered; whatever they are called, what they hold is looked at. */
const endings = ['xlsx', 'xlsm', 'docx', 'csv', 'tsv', 'txt', 'html', 'htm'];

/**
 * Mustdo: Import from Excel or Word. Shows the first rows of a file with what its columns were taken for, then makes a plan of it in
 * a folder of its own. From the explorer it is given the file.
 */
export const importFile: Command = async ({ server, extension }, argument) => {
  const { data = {} } = given.safeParse(argument instanceof Uri ? { file: argument } : argument);
  const file = data.file ?? (await askFile());
  if (file === undefined) return;
  const { source, look } = await window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Reading {0}', nameOf(file)) },
    async () => {
      const opened = await Source.read(file, server);
      return { source: opened, look: await opened.look(data.map) };
    },
  );
  const { parent = parentFor(file), folder, map } = data;
  if (folder === undefined || parent === undefined) {
    ImportPanel.open({ extension, source, look, parent });
    return;
  }
  await finishImport(source, { parent, folder, map, saves: false });
};

/** Where the plan of a file goes unless somebody says otherwise: beside it, if that is in a folder that is open. */
function parentFor(file: Uri): Uri | undefined {
  const beside = Uri.joinPath(file, '..');
  const isInside = workspace.getWorkspaceFolder(beside) !== undefined;
  return isInside ? beside : workspace.workspaceFolders?.[0]?.uri;
}

async function askFile(): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const picked = await window.showOpenDialog({
    ...(folder !== undefined && { defaultUri: folder }),
    filters: { [l10n.t('Excel, Word, text or web page')]: endings },
    openLabel: l10n.t('Look at It'),
    title: l10n.t('Which file holds the action plan?'),
  });
  return picked?.[0];
}
