import type { IsoDate, PlanDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';
import type { Span } from '../../language/tree.ts';
import { addDays, addWorkingDays } from '../calendar.ts';
import type { Entity } from '../plan.ts';
import { notices } from '../vocabularies.ts';
import { knownAt } from './history.ts';

/** What a source wants from the trust by a day, apart from what its requirements ask for. */

export interface AnswerDue {
  readonly what: 'answer' | 'report' | 'representations';
  readonly day: IsoDate;
  /** Where the date stands that it is counted from, or that it is. */
  readonly span: Span;
  /** Over how many days, and of which kind, where it is counted from another date. */
  readonly counted?: { readonly days: number; readonly kind: 'calendar' | 'working' };
}

/**
 * The answers that a source asks for, of what is known at the as-at date: by its respond-by; within 28
 * days of a request for a report under regulation 17(3); within the time that the law sets for its kind
 * of notice; and the time to dispute it. Counted only from dates that are a day.
 */
export function answersDue({ item }: Entity<'source'>, asAt: IsoDate): AnswerDue[] {
  const { respondBy, reportRequested, served, section } = item;
  const due: AnswerDue[] = [];
  const count = (
    what: AnswerDue['what'],
    from: Value<PlanDate> | undefined,
    days: number | null | undefined,
    kind: 'calendar' | 'working',
  ): void => {
    const day = from?.value?.form === 'day' ? from.value.first : undefined;
    if (from === undefined || day === undefined || typeof days !== 'number') return;
    if (!knownAt(from, asAt)) return;
    const last = kind === 'working' ? addWorkingDays(day, days) : addDays(day, days);
    due.push({ what, day: last, span: from.span, counted: { days, kind } });
  };
  const last = respondBy?.on.value?.last;
  if (respondBy !== undefined && last !== undefined) {
    due.push({ what: 'answer', day: last, span: respondBy.on.span });
  }
  const request = notices.get('regulation-17-3');
  count('report', reportRequested?.on, request?.responseDays, 'calendar');
  const notice = notices.get(section?.section.value ?? '');
  if (notice !== undefined && notice.confirmed !== false) {
    const { responseDays, responseDayKind, representationDays, representationDayKind } = notice;
    if (respondBy === undefined) {
      count('answer', served?.on, responseDays, responseDayKind ?? 'calendar');
    }
    count('representations', served?.on, representationDays, representationDayKind ?? 'calendar');
  }
  return due;
}
