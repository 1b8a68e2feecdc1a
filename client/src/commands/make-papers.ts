import { commands, l10n, Uri, window, workspace, type QuickPickItem } from 'vscode';
import * as z from 'zod';
import { fromBase64 } from '../../../server/src/lsp/base64.ts';
import {
  paperChoicesRequest,
  papersRequest,
  type Choice,
  type PaperChoicesParams,
  type PaperChoicesResult,
  type PapersParams,
  type PapersResult,
} from '../../../server/src/lsp/protocol.ts';
import { dayInWords } from '../as-at.ts';
import { activePlan } from '../selector.ts';
import type { Command } from './command.ts';

/** What a caller may say beforehand; the rest is asked for. */
const given = z.object({
  folder: z.custom<Uri>((value) => value instanceof Uri).optional(),
  meeting: z.string().nullable().optional(),
  papers: z.array(z.string()).optional(),
  formats: z.array(z.string()).optional(),
});

/** Mustdo: Make Committee Papers. Asks for the meeting, the papers, their formats and a folder, and writes them there. */
export const makePapers: Command = async ({ server, current }, argument) => {
  const uri = activePlan()?.document.uri.toString() ?? current.uri;
  const params: PaperChoicesParams | undefined = uri === undefined ? undefined : { uri };
  const choices =
    params && (await server.request<PaperChoicesResult | null>(paperChoicesRequest, params));
  if (uri === undefined || choices === undefined || choices === null) {
    throw new Error(l10n.t('Open a plan first: a file whose name ends in .plan.'));
  }
  const { data = {} } = given.safeParse(argument);
  const meeting = data.meeting === undefined ? await askMeeting(choices) : data.meeting;
  if (meeting === undefined) return;
  const papers =
    data.papers ?? (await askSeveral(l10n.t('Which papers?'), 2, choices.papers, () => true));
  if (papers === undefined) return;
  const [first] = choices.formats;
  const formats =
    data.formats ??
    (await askSeveral(
      l10n.t('In which formats?'),
      3,
      choices.formats,
      ({ id }) => id === first?.id,
    ));
  if (formats === undefined) return;
  const folder = data.folder ?? (await askFolder(Uri.parse(uri)));
  if (folder === undefined) return;

  const asked: PapersParams = { uri, papers, formats, ...(meeting === null ? {} : { meeting }) };
  const made = await server.request<PapersResult | null>(papersRequest, asked);
  if (made === null) throw new Error(l10n.t('This plan is not known. Open it first.'));
  for (const { name, base64 } of made.files) await write(folder, name, fromBase64(base64));
  tell(made, folder);
};

/** Written beside its place first, then moved there: a paper is whole or not there. */
async function write(folder: Uri, name: string, content: Uint8Array): Promise<void> {
  const beside = Uri.joinPath(folder, `.${name}.part`);
  await workspace.fs.writeFile(beside, content);
  await workspace.fs.rename(beside, Uri.joinPath(folder, name), { overwrite: true });
}

const title = l10n.t('Make Committee Papers');
const steps = 3;

/** Null for none; undefined when somebody left. */
async function askMeeting({ meetings }: PaperChoicesResult): Promise<string | null | undefined> {
  if (meetings.length === 0) return null;
  const items = [
    ...meetings.map(({ id, title: label, use, isToCome }) => ({
      label,
      description: use,
      id,
      isToCome,
    })),
    { label: l10n.t('For no meeting of the plan'), id: null, isToCome: false },
  ];
  // The next one is the last of those to come: the latest stands first.
  const next = items.findLast(({ isToCome }) => isToCome);
  const ordered = [...(next === undefined ? [] : [next]), ...items.filter((one) => one !== next)];
  const picked = await window.showQuickPick(ordered, {
    title: `${title} (1/${steps})`,
    placeHolder: l10n.t('For which meeting?'),
    ignoreFocusOut: true,
  });
  return picked?.id;
}

async function askSeveral(
  placeHolder: string,
  step: number,
  choices: readonly Choice[],
  isPicked: (choice: Choice) => boolean,
): Promise<string[] | undefined> {
  const items = choices.map((choice): QuickPickItem & { readonly id: string } => ({
    id: choice.id,
    label: choice.title,
    detail: choice.use,
    picked: isPicked(choice),
  }));
  const picked = await window.showQuickPick(items, {
    title: `${title} (${step}/${steps})`,
    placeHolder,
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return picked?.map(({ id }) => id);
}

async function askFolder(plan: Uri): Promise<Uri | undefined> {
  const picked = await window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    defaultUri: Uri.joinPath(plan, '..'),
    openLabel: l10n.t('Put the Papers Here'),
    title: l10n.t('Where shall the papers be?'),
  });
  return picked?.[0];
}

function tell({ asAt, files, empty }: PapersResult, folder: Uri): void {
  const written = l10n.t('{0} files written, as at {1}.', files.length, dayInWords(asAt));
  const left =
    empty.length === 0 ? '' : ` ${l10n.t('The plan has nothing for: {0}.', empty.join('; '))}`;
  const isInside = workspace.getWorkspaceFolder(folder) !== undefined;
  const show = l10n.t('Show Them');
  const words = l10n.t('Mustdo: {0}', written + left);
  // The command has ended: that the message is still there holds up nobody.
  void window.showInformationMessage(words, ...(isInside ? [show] : [])).then((picked) => {
    if (picked === show) void commands.executeCommand('revealInExplorer', folder);
  });
}
