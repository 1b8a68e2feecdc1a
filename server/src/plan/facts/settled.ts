import type { IsoDate } from '../../language/dates.ts';
import type { Entity } from '../plan.ts';
import { knownAt } from './history.ts';

/**
 * Whether the records of a requirement itself say that no action is needed: it was addressed, verified,
 * confirmed by the regulator or met, or it was decided not to act on it.
 */
export function isSettled({ item }: Entity<'requirement'>, asAt: IsoDate): boolean {
  const { addressed, verified, confirmed, decision, met } = item;
  const decided = decision?.text.value === undefined ? undefined : decision;
  const records = [addressed, verified, confirmed, decided, ...met];
  return records.some((record) => record !== undefined && knownAt(record.on, asAt));
}
