import { l10n, Uri, window, workspace } from 'vscode';
import * as z from 'zod';
import {
  newPlanRequest,
  type NewPlanParams,
  type NewPlanResult,
} from '../../../server/src/lsp/protocol.ts';
import { isThere } from '../files.ts';
import { writeNewFolder } from '../new-folder.ts';
import type { Server } from '../server.ts';
import type { Command } from './command.ts';

/** What a caller may say beforehand; the rest is asked for. */
const given = z.object({
  folder: z.custom<Uri>((value) => value instanceof Uri).optional(),
  name: z.string().optional(),
  title: z.string().optional(),
});

/** Mustdo: New Plan. Makes a folder with a plan to fill in, and opens it; changes nothing that is there. */
export const newPlan: Command = async ({ server }, argument) => {
  const { data = {} } = given.safeParse(argument);
  const parent = data.folder ?? (await askFolder());
  if (parent === undefined) return;
  const name = data.name ?? (await askName(server, parent));
  if (name === undefined) return;
  const title = data.title ?? (await askTitle());
  if (title === undefined) return;

  const { files, wrong } = await filesOf(server, { name, title });
  if (files === null) throw new Error(wrong ?? l10n.t('That cannot be the name of a plan.'));
  const folder = Uri.joinPath(parent, name);
  await writeNewFolder(folder, files);

  const plan = Object.keys(files).find((file) => file.endsWith('.plan'));
  if (plan !== undefined) await window.showTextDocument(Uri.joinPath(folder, plan));
};

const filesOf = (server: Server, params: NewPlanParams): Promise<NewPlanResult> =>
  server.request<NewPlanResult>(newPlanRequest, params);

/** The folder that the plan’s own folder is made in. */
async function askFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 1) return folders[0]?.uri;
  if (folders.length > 1) {
    const placeHolder = l10n.t('Where shall the new plan be?');
    return (await window.showWorkspaceFolderPick({ placeHolder }))?.uri;
  }
  const picked = await window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    openLabel: l10n.t('Put the Plan Here'),
    title: l10n.t('Where shall the new plan be?'),
  });
  return picked?.[0];
}

const askName = (server: Server, parent: Uri): Thenable<string | undefined> =>
  window.showInputBox({
    title: l10n.t('New Plan (1 of 2)'),
    prompt: l10n.t('The plan’s reference; its folder takes that name.'),
    placeHolder: 'RT5-CQC-2026',
    ignoreFocusOut: true,
    validateInput: async (name) => {
      if (name === '') return l10n.t('A plan needs a reference.');
      const { wrong } = await filesOf(server, { name, title: '' });
      if (wrong !== undefined) return wrong;
      const taken = await isThere(Uri.joinPath(parent, name));
      return taken ? l10n.t('{0} is already there.', name) : undefined;
    },
  });

const askTitle = (): Thenable<string | undefined> =>
  window.showInputBox({
    title: l10n.t('New Plan (2 of 2)'),
    prompt: l10n.t('The plan’s title, as it stands on its papers.'),
    value: l10n.t('Action plan'),
    ignoreFocusOut: true,
  });
