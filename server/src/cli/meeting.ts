import type { Entity, Plan } from '../plan/plan.ts';
import { listed } from '../plan/words.ts';
import { CannotGoOn } from './exit.ts';

/**
 * The meeting of a plan that papers are for.
 * @throws CannotGoOn when the plan has no such meeting
 */
export function meetingOf(plan: Plan, id: string): Entity<'meeting'> {
  const [meeting] = plan.withId('meeting', id);
  if (meeting !== undefined) return meeting;
  const ids = plan.all('meeting').map((each) => each.id);
  const there = ids.length === 0 ? 'it has no meetings.' : `it has ${listed(ids)}.`;
  throw new CannotGoOn(`The plan has no meeting "${id}": ${there}`);
}
