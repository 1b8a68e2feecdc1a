import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { NodeIcon, TreeNode } from '../../../server/src/lsp/protocol.ts';

/** A node of a tree as VS Code keeps it: what the server said, and how it is found again. */
export class PlanNode extends TreeItem {
  readonly node: TreeNode;
  /** The keys that lead to it, its own last. */
  readonly path: readonly string[];

  constructor(node: TreeNode, above: readonly string[]) {
    super(node.label, folding[node.children]);
    this.node = node;
    this.path = [...above, node.key];
    this.id = this.path.join('\u0000');
    this.description = node.description;
    // A string, not Markdown: a plan is text from anywhere.
    this.tooltip = node.tooltip;
    this.iconPath = icons[node.icon];
    this.contextValue = node.context;
    this.accessibilityInformation = { label: `${node.label}, ${node.description}` };
    if (node.place !== undefined && node.children === 'none') {
      this.command = { command: 'mustdo.goTo', title: '', arguments: [this] };
    }
  }
}

const folding: Readonly<Record<TreeNode['children'], TreeItemCollapsibleState>> = {
  none: TreeItemCollapsibleState.None,
  folded: TreeItemCollapsibleState.Collapsed,
  unfolded: TreeItemCollapsibleState.Expanded,
};

const icon = (id: string, color?: string): ThemeIcon =>
  color === undefined ? new ThemeIcon(id) : new ThemeIcon(id, new ThemeColor(color));

/** Pictures; what they say stands in words beside them. */
const icons: Readonly<Record<NodeIcon, ThemeIcon>> = {
  error: icon('error', 'problemsErrorIcon.foreground'),
  warning: icon('warning', 'problemsWarningIcon.foreground'),
  info: icon('info', 'problemsInfoIcon.foreground'),
  must: icon('law'),
  should: icon('lightbulb'),
  other: icon('comment'),
  source: icon('file-text'),
  owner: icon('person'),
  committee: icon('organization'),
  month: icon('calendar'),
  nobody: icon('question'),
  open: icon('circle-large-outline'),
  overdue: icon('clock', 'problemsErrorIcon.foreground'),
  claimed: icon('circle-filled'),
  done: icon('pass'),
  withdrawn: icon('circle-slash'),
};
