import type { Location } from 'vscode-languageserver-types';
import type { Ask } from '../ask.ts';
import type { EntityKey } from '../entity-key.ts';
import { shown } from '../shown.ts';

/**
 * Trees through a plan, beside its text: what an editor shows is plain data, a level at a time, so that a
 * plan of ten thousand actions costs no more than what is unfolded.
 */

/** What a node is, for the picture before it; the editor has the pictures. */
export type NodeIcon =
  | 'error'
  | 'warning'
  | 'info'
  | 'must'
  | 'should'
  | 'other'
  | 'source'
  | 'owner'
  | 'committee'
  | 'month'
  | 'nobody'
  | 'open'
  | 'overdue'
  | 'claimed'
  | 'done'
  | 'withdrawn';

/** The kinds of items that have commands of their own. */
export const withCommands = ['action', 'requirement', 'source'] as const;
type WithCommands = (typeof withCommands)[number];

/**
 * What can be done with a node, a word for each: an editor offers what fits. `flag action` is a flag, and
 * what can be done with the action that it is about can be done with it too.
 */
export type NodeContext =
  | 'group'
  | 'thing'
  | WithCommands
  | 'flag'
  | `flag ${WithCommands}`
  | 'explained'
  | `explained ${WithCommands}`;

/** A node as it goes to an editor. */
export interface TreeNode {
  /** Tells it from its siblings, and stays the same while the plan changes around it. */
  readonly key: string;
  readonly label: string;
  /** Where it stands, in words. */
  readonly description: string;
  /** More of the same, as plain text. */
  readonly tooltip: string;
  readonly icon: NodeIcon;
  readonly context: NodeContext;
  /** Where it stands in the text. */
  readonly place?: Location;
  /** The item that it is about, and what a form about it need not ask. */
  readonly item?: EntityKey;
  readonly answers?: Readonly<Record<string, string>>;
  /** A row for a spreadsheet or a document, with tabs between its cells. */
  readonly row?: string;
  readonly children: 'none' | 'folded' | 'unfolded';
}

/** A node with what is below it, worked out when somebody looks. */
export interface Branch extends Omit<TreeNode, 'children'> {
  readonly below?: (() => readonly Branch[]) | undefined;
  readonly unfolded?: boolean;
}

/** One tree. */
export interface Tree {
  /** The ways in which it can be grouped; the first is taken where nobody says. */
  readonly groupings: readonly string[];
  /** The nodes that stand at its margin. */
  roots(ask: Ask, by: string): readonly Branch[];
}

/** The branches with keys that tell them apart: the second of a key has a number after it. */
export function withOwnKeys(branches: readonly Branch[]): Branch[] {
  const seen = new Map<string, number>();
  return branches.map((branch) => {
    const nth = (seen.get(branch.key) ?? 0) + 1;
    seen.set(branch.key, nth);
    return nth === 1 ? branch : { ...branch, key: `${branch.key} #${String(nth)}` };
  });
}

/** A branch as it goes to an editor. */
export function nodeOf({ below, unfolded, ...branch }: Branch): TreeNode {
  const { label, description, tooltip } = branch;
  const words = {
    label: shown(label),
    description: shown(description),
    tooltip: shown(tooltip),
  };
  const node = { ...branch, ...words };
  if (below === undefined) return { ...node, children: 'none' };
  return { ...node, children: unfolded === true ? 'unfolded' : 'folded' };
}
