import type { IsoDate } from '../../language/dates.ts';
import type { Strength } from '../../language/keywords/sources.ts';
import { ItemFact } from '../fact.ts';
import { KeptFact } from '../kept-fact.ts';
import type { Entity, Plan } from '../plan.ts';
import { assuranceOf } from './assurance.ts';
import { daysLate, deadlineOf, type Deadline } from './deadline.ts';
import { isDelivered, progressOf, stateOf, type State } from './progress.ts';
import { strengthOfAction } from './strength.ts';

/**
 * Where an action stands at a date. Three judgements, never merged: what the SRO says (progress), what
 * the committee says (assurance), and what the calendar says (late).
 */
export interface Position {
  readonly action: Entity<'action'>;
  readonly strength: Strength;
  readonly state: State;
  readonly deadline: Deadline;
  /** Calendar days past the deadline in force; undefined when not overdue: done, withdrawn, not due or undated. */
  readonly late: number | undefined;
  readonly progress: ReturnType<typeof progressOf>;
  readonly assurance: ReturnType<typeof assuranceOf>;
}

const strengths = new KeptFact<Plan, Entity<'action'>, Strength>(strengthOfAction);

const positions = new ItemFact<Plan, Entity<'action'>, Position>((plan, action, asAt) => {
  const state = stateOf(plan, action, asAt);
  const deadline = deadlineOf(plan, action, asAt);
  const settled = isDelivered(state) || state === 'withdrawn';
  return {
    action,
    // Asked for by tables alone, and known only to other items.
    get strength() {
      return strengths.of(plan, action, '');
    },
    state,
    deadline,
    late: settled ? undefined : daysLate(deadline.day, asAt),
    progress: progressOf(plan, action, asAt),
    assurance: assuranceOf(plan, action, asAt),
  };
});

/** The position of one action at the as-at date. */
export const positionOf = (plan: Plan, action: Entity<'action'>, asAt: IsoDate): Position =>
  positions.of(plan, action, asAt);

/** The positions of all actions, in the order of the plan. */
export const positionsOf = (plan: Plan, asAt: IsoDate): Position[] =>
  plan.all('action').map((action) => positionOf(plan, action, asAt));
