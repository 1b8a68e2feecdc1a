/** Small helpers for sentences that people read. */

/** `1 day`, `2 days`, `1,200 actions`. */
export function count(amount: number, one: string, more = `${one}s`): string {
  const digits = String(amount).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${digits} ${amount === 1 ? one : more}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** The text with its first letter in upper case. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Compares for sorting: numbers within the texts by value, everything else by code point, so that the
 * order is the same on every machine: A, B, 5.5, 18.6, 19.2.1.
 */
export const naturalOrder = (a: string, b: string): number =>
  comparePieces(piecesOf(a), piecesOf(b));

/** Things in the natural order of a text of each; each text is cut up once. */
export const inNaturalOrder = <T>(things: readonly T[], textOf: (thing: T) => string): T[] =>
  things
    .map((thing) => ({ thing, pieces: piecesOf(textOf(thing)) }))
    .sort((a, b) => comparePieces(a.pieces, b.pieces))
    .map(({ thing }) => thing);

/** The numbers of a text, and what stands between them. */
const piecesOf = (text: string): readonly string[] => text.match(/\d+|\D+/g) ?? [];

function comparePieces(left: readonly string[], right: readonly string[]): number {
  for (const [index, piece] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (piece === other) continue;
    const numbers = /^\d/.test(piece) && /^\d/.test(other);
    const difference = numbers ? Number(piece) - Number(other) : 0;
    if (difference !== 0) return difference;
    return piece < other ? -1 : 1;
  }
  return left.length - right.length;
}
