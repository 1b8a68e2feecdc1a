import { l10n, Uri, window } from 'vscode';
import { activePlan, isPlan } from '../selector.ts';
import type { Command } from './command.ts';

/** Mustdo: Open Preview to the Side. Takes the address of a plan, else the plan that is worked on. */
export const openPreview: Command = ({ preview }, argument) => {
  const shown = window.visibleTextEditors.find(({ document }) => isPlan(document));
  const document = argument instanceof Uri ? argument : (activePlan() ?? shown)?.document.uri;
  if (document === undefined) {
    void window.showInformationMessage(
      l10n.t('Open a plan first: a file whose name ends in .plan.'),
    );
    return;
  }
  preview.show(document);
};
