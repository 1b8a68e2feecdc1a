import type { IsoDate } from '../../language/dates.ts';
import { dayInWords } from '../calendar.ts';
import type { Entity } from '../plan.ts';

type Explained = Entity['item']['explained'][number];

/** Why a flag of a check may stand on an item. */
export interface Explanation {
  readonly reason: string;
  /** The last day on which it holds; undefined where the plan gives none. */
  readonly until: IsoDate | undefined;
  readonly by: Explained['by'];
}

/**
 * The first `explained` line of an item that answers for a check's flag at a day. One without a reason answers for
 * nothing, and one whose last day is past no longer does.
 * @param check the check's id
 */
export function explanationOf(
  { item }: Entity,
  check: string,
  asAt: IsoDate,
): Explanation | undefined {
  for (const line of item.explained) {
    const reason = line.because?.value;
    const until = line.until?.value?.last;
    if (line.check.value !== check || reason === undefined) continue;
    if (until === undefined || until >= asAt) return { reason, until, by: line.by };
  }
  return undefined;
}

/**
 * An explanation in words: “The supplier is late (until 31 December 2018, by the Quality Committee)”.
 * @param by the name of who grants it, where it is to be said
 */
export function explanationInWords({ reason, until }: Explanation, by?: string): string {
  const limits = [
    ...(until === undefined ? [] : [`until ${dayInWords(until)}`]),
    ...(by === undefined ? [] : [`by ${by}`]),
  ];
  return limits.length === 0 ? reason : `${reason} (${limits.join(', ')})`;
}
