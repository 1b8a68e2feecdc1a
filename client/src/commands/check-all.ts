import { commands, l10n, ProgressLocation, window } from 'vscode';
import { checkAllRequest, type CheckAllResult } from '../../../server/src/lsp/protocol.ts';
import type { Command } from './command.ts';

/** Mustdo: Check All Plans, opened or not. */
export const checkAll: Command = async ({ server }) => {
  const { words, files } = await window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Checking all plans') },
    () => server.request<CheckAllResult>(checkAllRequest),
  );
  const show = l10n.t('Show Flags');
  const buttons = files === 0 ? [] : [show];
  // It is checked; that the message is still there holds up nobody.
  void window.showInformationMessage(words, ...buttons).then((picked) => {
    if (picked === show) void commands.executeCommand('workbench.actions.view.problems');
  });
};
