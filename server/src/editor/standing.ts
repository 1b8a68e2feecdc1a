import type { IsoDate } from '../language/dates.ts';
import { addDays } from '../plan/calendar.ts';
import { isAnswered } from '../plan/facts/coverage.ts';
import { deadlineOf, dueSoonDays } from '../plan/facts/deadline.ts';
import { isLive, stateOf } from '../plan/facts/progress.ts';
import { positionOf, type Position } from '../plan/facts/position.ts';
import { strengthOfRequirement } from '../plan/facts/strength.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import { requirementsIn } from './uses.ts';

/** How things stand at a date, counted: what hovers and lenses say of an item. */

/** Actions counted by where they stand. */
export interface Load {
  readonly actions: number;
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly completeNotEvidenced: number;
}

/** What some actions amount to; withdrawn ones count nowhere. */
export function loadOf(plan: Plan, actions: readonly Entity<'action'>[], asAt: IsoDate): Load {
  const soon = addDays(asAt, dueSoonDays);
  const load = { actions: 0, open: 0, overdue: 0, dueSoon: 0, completeNotEvidenced: 0 };
  for (const action of actions) {
    const state = stateOf(plan, action, asAt);
    if (!isLive(state)) continue;
    load.actions++;
    if (state === 'complete') load.completeNotEvidenced++;
    if (state !== 'open') continue;
    load.open++;
    const { day } = deadlineOf(plan, action, asAt);
    if (day === undefined) continue;
    if (day < asAt) load.overdue++;
    else if (day <= soon) load.dueSoon++;
  }
  return load;
}

/** The positions of those actions that are not withdrawn. */
export const livePositions = (
  plan: Plan,
  actions: readonly Entity<'action'>[],
  asAt: IsoDate,
): Position[] =>
  actions.map((action) => positionOf(plan, action, asAt)).filter(({ state }) => isLive(state));

/** How many must-dos of a plan nothing answers. */
export const unansweredMustDos = (plan: Plan, asAt: IsoDate): number =>
  plan
    .all('requirement')
    .filter(
      (requirement) =>
        strengthOfRequirement(requirement) === 'must' && !isAnswered(plan, requirement, asAt),
    ).length;

/** The requirements of a source, and those that nothing answers. */
export function coverageOf(
  plan: Plan,
  source: Entity<'source'>,
  asAt: IsoDate,
): {
  readonly requirements: readonly Entity<'requirement'>[];
  readonly unanswered: readonly Entity<'requirement'>[];
} {
  const requirements = requirementsIn(plan, source);
  return {
    requirements,
    unanswered: requirements.filter((requirement) => !isAnswered(plan, requirement, asAt)),
  };
}

/** The lowest assurance of some actions, those not rated left out; a word of unknown meaning may be the lowest. */
export function lowestAssurance(positions: readonly Position[]): Position['assurance'] {
  const rated = positions.flatMap(({ assurance }) => assurance ?? []);
  const rank = (one: NonNullable<Position['assurance']>): number => one.level?.meaning?.rank ?? 0;
  return [...rated].sort((a, b) => rank(a) - rank(b))[0];
}
