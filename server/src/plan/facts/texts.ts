import type { Item } from '../../language/items.ts';
import type { Span } from '../../language/tree.ts';
import { textsOf } from '../../language/walk.ts';
import type { Unit } from '../file.ts';

/** The texts of a plan that its own people wrote: what a regulator or a paper says stays as it is. */

/** Fields that hold other people’s words, or names that stand as printed. */
const quoted: ReadonlySet<string> = new Set([
  'source.grounds',
  'source.consequence',
  'requirement.text',
  'requirement.domain',
]);
const names: ReadonlySet<string> = new Set(['ref', 'also', 'unit', 'address']);

/** Kinds whose titles are the wording or the name of something from outside. */
const titledByOthers: ReadonlySet<string> = new Set(['requirement', 'source', 'term']);

/** Where the texts of an item stand that the plan’s own people wrote, its title among them. */
export function* ownTextsOf(item: Item): Generator<Span> {
  if (item.title.value !== undefined && !titledByOthers.has(item.kind)) yield item.title.span;
  for (const { field, value } of textsOf(item)) {
    if (value.value === undefined) continue;
    if (names.has(field) || quoted.has(`${item.kind}.${field}`)) continue;
    yield value.span;
  }
}

/** Keeps what a function works out of an item or a unit for as long as that is there: neither ever changes. */
export function kept<I extends Item | Unit, Rest extends readonly unknown[], T>(
  work: (item: I, ...rest: Rest) => T,
): (item: I, ...rest: Rest) => T {
  const known = new WeakMap<Item | Unit, T>();
  return (item, ...rest) => {
    const before = known.get(item);
    if (before !== undefined) return before;
    const result = work(item, ...rest);
    known.set(item, result);
    return result;
  };
}
