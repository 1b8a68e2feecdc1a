import type { Ask } from '../ask.ts';
import { attention } from './attention.ts';
import { committees } from './committees.ts';
import { deadlines } from './deadlines.ts';
import { mustDos } from './must-dos.ts';
import { owners } from './owners.ts';
import { nodeOf, withOwnKeys, type Branch, type Tree, type TreeNode } from './tree.ts';

export type { NodeIcon, TreeNode } from './tree.ts';

/** Every tree there is, by the name that an editor asks for it by. */
const trees = { attention, mustDos, owners, committees, deadlines } satisfies Record<string, Tree>;

export type TreeId = keyof typeof trees;

export const treeIds = Object.keys(trees) as TreeId[];

/** What is asked for: which tree, grouped how, and the keys that lead to the node whose children are wanted. */
export interface TreeQuestion {
  readonly tree: TreeId;
  readonly by?: string | undefined;
  readonly path: readonly string[];
}

/** The nodes below a node, or at the margin for an empty path; none where there is no such node any more. */
export function nodesBelow(ask: Ask, { tree, by, path }: TreeQuestion): TreeNode[] {
  const known: Tree = trees[tree];
  const grouping = known.groupings.find((one) => one === by) ?? known.groupings[0] ?? '';
  let level: readonly Branch[] = withOwnKeys(known.roots(ask, grouping));
  for (const key of path) {
    const found = level.find((branch) => branch.key === key);
    level = withOwnKeys(found?.below?.() ?? []);
  }
  return level.map(nodeOf);
}
