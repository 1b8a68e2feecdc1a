import { nodesBelow, type TreeId } from '../../../../server/src/editor/trees/index.ts';
import type { Ask } from '../../../../server/src/editor/ask.ts';

/** A tree as people see it: two spaces a level, then what is shown of each node. */
export function outlineOf(ask: Ask, tree: TreeId, by?: string, depth = 9): string {
  const lines: string[] = [];
  const walk = (path: readonly string[]): void => {
    for (const node of nodesBelow(ask, { tree, by, path })) {
      const { label, description, icon, children } = node;
      lines.push(`${'  '.repeat(path.length)}${label} · ${description} (${icon})`);
      if (children !== 'none' && path.length + 1 < depth) walk([...path, node.key]);
    }
  };
  walk([]);
  return `${lines.join('\n')}\n`;
}
