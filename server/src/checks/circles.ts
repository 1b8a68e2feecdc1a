/**
 * The circles in a graph, found in one walk over it, however deep or tangled. No two of those found
 * share a node: where circles hang together, the others show once these are mended.
 * @param ahead the nodes that one leads to
 * @returns each circle from the node that comes first in `nodes`, in the direction of its links
 */
export function circlesIn<T>(nodes: readonly T[], ahead: (node: T) => Iterable<T>): T[][] {
  const order = new Map(nodes.map((node, index) => [node, index]));
  const circles: T[][] = [];
  const inCircle = new Set<T>();
  const seen = new Set<T>();
  for (const start of nodes) {
    if (seen.has(start)) continue;
    const path: { readonly node: T; readonly branches: Iterator<T> }[] = [];
    const placeOnPath = new Map<T, number>();
    const enter = (node: T): void => {
      seen.add(node);
      placeOnPath.set(node, path.length);
      path.push({ node, branches: ahead(node)[Symbol.iterator]() });
    };
    enter(start);
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const next = last.branches.next();
      if (next.done === true) {
        path.pop();
        placeOnPath.delete(last.node);
        continue;
      }
      const place = placeOnPath.get(next.value);
      if (place === undefined) {
        if (!seen.has(next.value)) enter(next.value);
        continue;
      }
      if (inCircle.has(last.node) || inCircle.has(next.value)) continue;
      const circle = path.slice(place).map(({ node }) => node);
      if (circle.some((node) => inCircle.has(node))) continue;
      for (const node of circle) inCircle.add(node);
      circles.push(fromFirst(circle, order));
    }
  }
  return circles;
}

/** The same circle, begun at its node that comes first in the order. */
function fromFirst<T>(circle: readonly T[], order: ReadonlyMap<T, number>): T[] {
  const places = circle.map((node) => order.get(node) ?? Infinity);
  const first = places.reduce((best, place, at) => (place < (places[best] ?? 0) ? at : best), 0);
  return [...circle.slice(first), ...circle.slice(0, first)];
}
