import { env, l10n, window } from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import { reveal } from '../preview/reveal.ts';
import { PlanNode } from '../trees/node.ts';
import type { Command, Mustdo } from './command.ts';

/** What can be done with a node of a tree; with anything else, nothing. */

/** Shows where it stands in the text. */
export const goTo: Command = async (mustdo, argument) => {
  const [node] = nodesOf(mustdo, argument);
  if (node?.place !== undefined) await reveal(node.place, undefined);
};

/** The nodes that a command is given; from the keyboard it is given none, and is about what was chosen. */
function nodesOf({ trees }: Mustdo, argument?: unknown, selected?: unknown): TreeNode[] {
  const given = Array.isArray(selected) ? (selected as readonly unknown[]) : [argument];
  const nodes = argument === undefined ? trees.chosen : given;
  return nodes.filter((one) => one instanceof PlanNode).map(({ node }) => node);
}

/** Copies what is selected as rows of a table, for a spreadsheet or a paper. */
export const copyRow: Command = async (mustdo, argument, selected) => {
  const rows = nodesOf(mustdo, argument, selected).flatMap(({ row }) => row ?? []);
  if (rows.length === 0) return;
  await env.clipboard.writeText(`${rows.join('\n')}\n`);
  const words =
    rows.length === 1 ? l10n.t('1 row is copied') : l10n.t('{0} rows are copied', rows.length);
  window.setStatusBarMessage(words, 3000);
};

export const groupByCheck: Command = ({ trees }) => trees.groupAttention('check');
export const groupByOwner: Command = ({ trees }) => trees.groupAttention('owner');
