/** Where two lists differ: all before `start`, and all from the ends on, are the very same things in both. */
export interface Difference {
  readonly start: number;
  readonly endBefore: number;
  readonly endNow: number;
}

/** Compares two lists from both ends, thing by thing: after an edit, nearly all of a long list is as it was. */
export function differenceOf<T>(before: readonly T[], now: readonly T[]): Difference {
  let start = 0;
  const least = Math.min(before.length, now.length);
  while (start < least && before[start] === now[start]) start++;
  let same = 0;
  const most = least - start;
  while (same < most && before[before.length - 1 - same] === now[now.length - 1 - same]) same++;
  return { start, endBefore: before.length - same, endNow: now.length - same };
}
