import type { IsoDate } from '../../language/dates.ts';
import type { Entity, Plan } from '../plan.ts';
import { knownAt } from './history.ts';
import { isLive, stateOf } from './progress.ts';

/** Which actions answer which requirements. */

/** The requirements an action answers, in the order it names them; those it cannot find are left out. */
export function requirementsOf(plan: Plan, action: Entity<'action'>): Entity<'requirement'>[] {
  const references = action.item.requirements?.requirements.value ?? [];
  const found = references.map((reference) => plan.find('requirement', reference));
  return found.filter((requirement) => requirement !== undefined);
}

/** The actions that say they answer a requirement, whatever their state. */
export const actionsFor = (
  plan: Plan,
  requirement: Entity<'requirement'>,
): readonly Entity<'action'>[] => plan.referring(requirement, 'action', 'requirements');

/** The later actions that continue or replace an action. */
export const successorsOf = (plan: Plan, action: Entity<'action'>): readonly Entity<'action'>[] => [
  ...new Set([
    ...plan.referring(action, 'action', 'continues'),
    ...plan.referring(action, 'action', 'replaces'),
  ]),
];

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

/** Whether an action that is not withdrawn, or a record of the requirement itself, answers it. */
export const isAnswered = (
  plan: Plan,
  requirement: Entity<'requirement'>,
  asAt: IsoDate,
): boolean =>
  isSettled(requirement, asAt) ||
  actionsFor(plan, requirement).some((action) => isLive(stateOf(plan, action, asAt)));
