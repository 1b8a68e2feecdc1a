import type { IsoDate } from '../../language/dates.ts';
import type { Entity, Fact, Plan } from '../plan.ts';

/** When committees meet. */

export interface MeetingDay {
  readonly entity: Entity<'meeting'>;
  readonly day: IsoDate;
}

/** The meetings of each committee, by its id, the earliest first. */
const meetingsOf: Fact<ReadonlyMap<string, readonly MeetingDay[]>> = {
  of(plan) {
    const dated = plan.all('meeting').flatMap((entity) => {
      const committee = plan.find('committee', entity.item.committee?.committee.value)?.id;
      const day = entity.item.on?.on.value?.first;
      return committee === undefined || day === undefined ? [] : [{ committee, entity, day }];
    });
    dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    return Map.groupBy(dated, ({ committee }) => committee);
  },
};

/** A committee’s first meeting on the as-at date or after it; undefined where the plan has none. */
export const nextMeetingOf = (
  plan: Plan,
  committee: Entity<'committee'>,
  asAt: IsoDate,
): MeetingDay | undefined =>
  plan
    .fact(meetingsOf)
    .get(committee.id)
    ?.find(({ day }) => day >= asAt);

/** The meeting of the same committee before a meeting; undefined where the plan has none. */
export function meetingBefore(plan: Plan, meeting: Entity<'meeting'>): MeetingDay | undefined {
  const committee = plan.find('committee', meeting.item.committee?.committee.value);
  const day = meeting.item.on?.on.value?.first;
  if (committee === undefined || day === undefined) return undefined;
  return plan
    .fact(meetingsOf)
    .get(committee.id)
    ?.findLast((other) => other.day < day);
}
