import type { IsoDate, PlanDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';
import type { Span } from '../../language/tree.ts';
import type { Entity } from '../plan.ts';
import { knownAt } from './history.ts';

/** Who holds a role at a date. */

/** That nobody holds a role, and since when. */
export interface Vacancy {
  /** The role is said to be vacant, or its holder has left and no other has come. */
  readonly because: 'vacant' | 'left';
  /** As the plan has it: the day it fell vacant, or the holder’s last; undefined where it is not said. */
  readonly date: PlanDate | undefined;
  /** The line that says so. */
  readonly span: Span;
}

interface Term {
  readonly from?: Value<PlanDate> | undefined;
  readonly to?: Value<PlanDate> | undefined;
}

const start = ({ from }: Term): IsoDate => from?.value?.first ?? '';

const hasEnded = ({ to }: Term, asAt: IsoDate): boolean =>
  to?.value?.last !== undefined && to.value.last < asAt;

/** Whether it has begun, and has not ended, by a day. */
const runsAt = (term: Term, asAt: IsoDate): boolean =>
  knownAt(term.from, asAt) && !hasEnded(term, asAt);

/**
 * Whether a role is vacant at the as-at date. Where the plan names no holder and no vacancy, nothing is
 * known of it and it is taken to be filled; of a holder and a vacancy at once, the later counts.
 */
export function vacancyOf({ item }: Entity<'sro'>, asAt: IsoDate): Vacancy | undefined {
  const held = item.holder.filter((term) => runsAt(term, asAt));
  const vacant = item.vacant.find(
    (term) => runsAt(term, asAt) && !held.some((holder) => start(holder) > start(term)),
  );
  if (vacant !== undefined) {
    return { because: 'vacant', date: vacant.from?.value, span: vacant.span };
  }
  const past = item.holder.filter((term) => hasEnded(term, asAt));
  if (held.length > 0 || past.length === 0) return undefined;
  const last = past.reduce((latest, term) => (end(term) > end(latest) ? term : latest));
  return { because: 'left', date: last.to?.value, span: last.span };
}

const end = ({ to }: Term): IsoDate => to?.value?.last ?? '';
