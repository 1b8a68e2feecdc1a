import { closest } from '../language/closest.ts';
import { listed } from './words.ts';

/** Choosing one of a few things by its id. */

/**
 * Why there is no such choice, in words, with what was meant where that is near; undefined where there is one.
 * @param what what is chosen: “format”
 */
export function wrongChoice(what: string, id: string, ids: readonly string[]): string | undefined {
  if (ids.includes(id)) return undefined;
  const near = closest(id, ids);
  const hint = near === undefined ? `there are ${listed(ids)}.` : `did you mean ${near}?`;
  return `There is no ${what} "${id}": ${hint}`;
}

/** The one of an id, or why there is none. */
export function chosen<T extends { readonly id: string }>(
  what: string,
  id: string,
  all: readonly T[],
): T | { readonly wrong: string } {
  const found = all.find((each) => each.id === id);
  const ids = all.map((each) => each.id);
  return found ?? { wrong: wrongChoice(what, id, ids) ?? '' };
}
