import type { IsoDate } from '../../language/dates.ts';
import { positionOf, type Position } from '../../plan/facts/position.ts';
import { KeptOrder } from '../../plan/kept-order.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { inNaturalOrder } from '../../plan/words.ts';
import { byDay } from './judgements.ts';

/** The orders in which tables have very many actions. */

const ids = new KeptOrder<Plan, Entity<'action'>, string>(
  ({ id }) => id,
  (indexes, idAt) => inNaturalOrder(indexes, idAt),
);

/** All actions of a plan in the natural order of their ids; of equal ones, in that of the plan. */
export const actionsInOrder = (plan: Plan): Entity<'action'>[] => ids.of(plan, plan.all('action'));

/** Where all actions of a plan stand at a date, in the natural order of their ids. */
export const positionsInOrder = (plan: Plan, asAt: IsoDate): Position[] =>
  actionsInOrder(plan).map((action) => positionOf(plan, action, asAt));

const deadlines = new KeptOrder<Plan, Position, IsoDate | undefined>(
  ({ deadline }) => deadline.day,
  (indexes, dayAt) => [...indexes].sort((a, b) => byDay(dayAt(a), dayAt(b))),
);

/** The positions of all actions that have a deadline: the next, or the longest past, first; of equal ones, as they come. */
export const inOrderOfDeadlines = (plan: Plan, positions: readonly Position[]): Position[] =>
  deadlines.of(plan, positions);
