import { env, l10n, window } from 'vscode';
import { reveal } from '../preview/reveal.ts';
import { PlanNode } from '../trees/node.ts';
import type { Command } from './command.ts';

/** What can be done with a node of a tree; with anything else, nothing. */

/** Shows where it stands in the text. */
export const goTo: Command = async (_, argument) => {
  const place = argument instanceof PlanNode ? argument.node.place : undefined;
  if (place !== undefined) await reveal(place, undefined);
};

/** Copies what is selected as rows of a table, for a spreadsheet or a paper. */
export const copyRow: Command = async (_, argument, selected) => {
  const nodes = Array.isArray(selected) ? (selected as readonly unknown[]) : [argument];
  const rows = nodes
    .filter((node) => node instanceof PlanNode)
    .flatMap(({ node }) => node.row ?? []);
  if (rows.length === 0) return;
  await env.clipboard.writeText(`${rows.join('\n')}\n`);
  const words =
    rows.length === 1 ? l10n.t('1 row is copied') : l10n.t('{0} rows are copied', rows.length);
  window.setStatusBarMessage(words, 3000);
};

export const groupByCheck: Command = ({ trees }) => trees.groupAttention('check');
export const groupByOwner: Command = ({ trees }) => trees.groupAttention('owner');
