import { l10n, Uri, window } from 'vscode';
import { activePlan, isPlan } from '../selector.ts';
import { PlanNode } from '../trees/node.ts';
import type { Command, Mustdo } from './command.ts';

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

/** What a place in a plan’s text or an item of it is sent as. */
type Wanted = Parameters<ReturnType<Mustdo['preview']['show']>['find']>[0];

/** Mustdo: Show in Preview. What a node of a tree is about, else what the cursor is in. */
export const showInPreview: Command = async ({ preview }, argument) => {
  const wanted = argument instanceof PlanNode ? ofNode(argument) : atCursor();
  if (wanted === undefined) {
    void window.showInformationMessage(
      l10n.t('Put the cursor into a block of a plan first, or choose one in the side bar.'),
    );
  } else if (!(await preview.show(Uri.parse(wanted.uri)).find(wanted))) {
    void window.showInformationMessage(
      l10n.t('No row of the preview is about this. Actions, requirements and owners have rows.'),
    );
  }
};

function ofNode({ node: { item, place } }: PlanNode): Wanted | undefined {
  if (item !== undefined) return { uri: item.uri, item };
  return place && { uri: place.uri, position: place.range.start };
}

function atCursor(): Wanted | undefined {
  const editor = activePlan();
  if (editor === undefined) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}
