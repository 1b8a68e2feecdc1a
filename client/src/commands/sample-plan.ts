import { commands, l10n, Uri, window, workspace, type QuickPickItem } from 'vscode';
import * as z from 'zod';
import plan from '../../../samples/getting-started/getting-started.plan';
import settings from '../../../samples/getting-started/mustdo.json' with { type: 'json' };
import { writeNewFolder } from '../new-folder.ts';
import type { Command } from './command.ts';

/** What a caller may say beforehand: where to write it, or that it is only to be shown. */
const given = z.object({
  folder: z.custom<Uri>((value) => value instanceof Uri).optional(),
  show: z.literal(true).optional(),
});

const name = 'getting-started';

/** Mustdo: Open the Sample Plan. In an unsaved document, or written into a folder of its own. */
export const samplePlan: Command = async (_, argument) => {
  const { data = {} } = given.safeParse(argument);
  const where = data.folder ?? (data.show === true ? 'unsaved' : await askWhere());
  if (where === undefined) return;
  if (where === 'unsaved') {
    const document = await workspace.openTextDocument({ language: 'mustdo', content: plan });
    await window.showTextDocument(document);
    return;
  }
  const folder = Uri.joinPath(where, name);
  await writeNewFolder(folder, {
    'mustdo.json': `${JSON.stringify(settings, null, 2)}\n`,
    [`${name}.plan`]: plan,
  });
  // As people open it: another way would keep it for minutes after they have closed it.
  await commands.executeCommand('vscode.open', Uri.joinPath(folder, `${name}.plan`));
};

type Place = QuickPickItem & { readonly choose: () => Thenable<Uri | 'unsaved' | undefined> };

async function askWhere(): Promise<Uri | 'unsaved' | undefined> {
  const here = (workspace.workspaceFolders ?? []).map((folder): Place => ({
    label: l10n.t('Write it into {0}', folder.name),
    detail: l10n.t('In a folder of its own, “{0}”, with its as-at date', name),
    choose: () => Promise.resolve(folder.uri),
  }));
  const places: readonly Place[] = [
    {
      label: l10n.t('Only look at it'),
      detail: l10n.t('In an unsaved document, judged as at today; nothing is written'),
      choose: () => Promise.resolve('unsaved' as const),
    },
    ...here,
    {
      label: l10n.t('Write it into another folder…'),
      detail: l10n.t('In a folder of its own, “{0}”, with its as-at date', name),
      choose: askFolder,
    },
  ];
  const picked = await window.showQuickPick(places, {
    title: l10n.t('Open the Sample Plan'),
    placeHolder: l10n.t('Where shall the sample be?'),
  });
  return picked?.choose();
}

async function askFolder(): Promise<Uri | undefined> {
  const picked = await window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    openLabel: l10n.t('Put the Plan Here'),
    title: l10n.t('Where shall the sample be?'),
  });
  return picked?.[0];
}
