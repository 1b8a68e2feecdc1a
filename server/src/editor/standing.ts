import type { IsoDate } from '../language/dates.ts';
import { daysBetween } from '../plan/calendar.ts';
import { actionsFor, isSettled } from '../plan/facts/coverage.ts';
import { isLive } from '../plan/facts/progress.ts';
import { positionOf, type Position } from '../plan/facts/position.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import { requirementsIn } from './uses.ts';

/** How things stand at a date, counted: what hovers and lenses say of an item. */

/** How many days ahead counts as due soon: as in the tables of the preview. */
export const dueSoonDays = 30;

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
  const positions = livePositions(plan, actions, asAt);
  const having = (holds: (position: Position) => boolean): number => positions.filter(holds).length;
  return {
    actions: positions.length,
    open: having(({ state }) => state === 'open'),
    overdue: having(({ late }) => late !== undefined),
    dueSoon: having((position) => isDueSoon(position, asAt)),
    completeNotEvidenced: having(({ state }) => state === 'complete'),
  };
}

/** The positions of those actions that are not withdrawn. */
export const livePositions = (
  plan: Plan,
  actions: readonly Entity<'action'>[],
  asAt: IsoDate,
): Position[] =>
  actions.map((action) => positionOf(plan, action, asAt)).filter(({ state }) => isLive(state));

function isDueSoon({ state, deadline: { day } }: Position, asAt: IsoDate): boolean {
  if (state !== 'open' || day === undefined) return false;
  const days = daysBetween(asAt, day);
  return days >= 0 && days <= dueSoonDays;
}

/** Whether something answers a requirement: an action that is not withdrawn, or its own records. */
export const isAnswered = (
  plan: Plan,
  requirement: Entity<'requirement'>,
  asAt: IsoDate,
): boolean =>
  isSettled(requirement, asAt) ||
  livePositions(plan, actionsFor(plan, requirement), asAt).length > 0;

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
