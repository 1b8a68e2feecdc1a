import type { IsoDate } from '../../language/dates.ts';
import type { Entity, Plan } from '../plan.ts';
import { progressMeanings } from '../vocabularies.ts';
import { knownAt, latestKnown } from './history.ts';
import { levelIn } from './scales.ts';

/**
 * The day an action was said to be done, by the first of its records that says so since it was last open;
 * undefined where none of them is dated. Of a month, its last day: earlier nobody can know.
 */
export function completedOn(
  plan: Plan,
  { item }: Entity<'action'>,
  asAt: IsoDate,
): IsoDate | undefined {
  const reopened = latestKnown(item.reopened, (record) => record.on, asAt);
  const since = reopened?.on.value?.first ?? '';
  const claims = item.updates.filter(
    ({ level: { value } }) =>
      value !== undefined && levelIn(plan, value, progressMeanings).meaning?.delivered === true,
  );
  const records = [...claims, ...item.completed, ...item.closed, ...item.sustained];
  const days = records.flatMap(({ on }) =>
    knownAt(on, asAt) && (reopened === undefined || (on.value?.first ?? '') > since)
      ? [on.value?.last]
      : [],
  );
  return days.filter((day) => day !== undefined).sort()[0];
}
