import type { Section } from '../tables/paper.ts';
import type { ItemKey } from '../tables/table.ts';
import type { HrefOf } from './CellView.tsx';

/** The id of an item's own row on a page: `action-F`. */
export const anchorOf = ({ kind, id }: ItemKey): string => `${kind}-${id}`;

/** Links to the rows that a page has; what has no row of its own there gets no link. */
export function linksWithin(sections: readonly Section[]): HrefOf {
  const anchors = new Set<string>();
  for (const { tables } of sections) {
    for (const { rows } of tables) {
      for (const { anchor } of rows) if (anchor !== undefined) anchors.add(anchorOf(anchor));
    }
  }
  return (item) => {
    const anchor = anchorOf(item);
    return anchors.has(anchor) ? `#${anchor}` : undefined;
  };
}
