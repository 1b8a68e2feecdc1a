/**
 * The circles in a graph, found in one walk over it, however deep or tangled. No two of those found
 * share a node: where circles hang together, the others show once these are mended.
 * @param ahead the nodes that one leads to
 * @returns each circle from its node that comes first in `nodes`, in the direction of its links
 */
export function circlesIn<T>(nodes: readonly T[], ahead: (node: T) => Iterable<T>): T[][] {
  const order = new Map(nodes.map((node, index) => [node, index]));
  const circles: T[][] = [];
  const seen = new Set<T>();
  for (const start of nodes) {
    if (seen.has(start)) continue;
    const path: Stop<T>[] = [];
    const placeOf = new Map<T, number>();
    const enter = (node: T): void => {
      seen.add(node);
      placeOf.set(node, path.length);
      const found = path.at(-1)?.found ?? -1;
      path.push({ node, branches: ahead(node)[Symbol.iterator](), found });
    };
    enter(start);
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const next = last.branches.next();
      if (next.done === true) {
        path.pop();
        placeOf.delete(last.node);
        continue;
      }
      const back = placeOf.get(next.value);
      if (back === undefined) {
        if (!seen.has(next.value)) enter(next.value);
      } else if (last.found < back) {
        const circle = path.slice(back);
        for (const [index, stop] of circle.entries()) stop.found = back + index;
        circles.push(
          fromFirst(
            circle.map(({ node }) => node),
            order,
          ),
        );
      }
    }
  }
  return circles;
}

/** A node on the way from where the walk began. */
interface Stop<T> {
  readonly node: T;
  readonly branches: Iterator<T>;
  /** The place, on the way up to this node, of the last one that is in a circle already; -1 for none. */
  found: number;
}

/** The same circle, begun at its node that comes first in the order. */
function fromFirst<T>(circle: readonly T[], order: ReadonlyMap<T, number>): T[] {
  const places = circle.map((node) => order.get(node) ?? Infinity);
  const first = places.reduce((best, place, at) => (place < (places[best] ?? 0) ? at : best), 0);
  return [...circle.slice(first), ...circle.slice(0, first)];
}
