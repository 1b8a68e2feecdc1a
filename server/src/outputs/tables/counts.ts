import type { IsoDate } from '../../language/dates.ts';
import type { Strength } from '../../language/keywords/sources.ts';
import { completedOn } from '../../plan/facts/completion.ts';
import { requirementsOf } from '../../plan/facts/coverage.ts';
import { positionOf, type Position } from '../../plan/facts/position.ts';
import { isDelivered, isLive, type State } from '../../plan/facts/progress.ts';
import { strengthOfRequirement } from '../../plan/facts/strength.ts';
import { KeptCounts } from '../../plan/kept-counts.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { answersTo, isAnswered } from './answers.ts';
import { dueSoonAt, isOverdue, isUndated } from './judgements.ts';
import { monthOf } from './months.ts';
import { strengths } from './strengths.ts';

/** What the tables and the heading count: each item is looked at once for all of them. */

/** What actions are counted by: all, those in a state, and those that need attention. */
type ActionsWhat = 'all' | 'delivered' | 'overdue' | 'due-soon' | 'undated' | 'unmapped' | State;

/** What of requirements is counted: all, and those that nothing answers. */
type RequirementsWhat = 'all' | 'unanswered';

/** What a month was to bring, what it brought, and what of it was late. */
const monthWhats = ['planned', 'done', 'late'] as const;
type MonthWhat = (typeof monthWhats)[number];
export type Month = Readonly<Record<MonthWhat, number>>;

/** The month of what names no day. */
export const noMonth = 'undated';

/** How many there are, by the strength of what they answer or are. */
export class Counts<What extends string> {
  readonly #counts: ReadonlyMap<string, number>;

  constructor(counts: ReadonlyMap<string, number>) {
    this.#counts = counts;
  }

  /** How many of one strength; without one, of all. */
  of(what: What, strength?: Strength): number {
    if (strength !== undefined) return this.#counts.get(`${what} ${strength}`) ?? 0;
    return strengths.reduce((sum, each) => sum + this.of(what, each.strength), 0);
  }
}

const ofActions = new KeptCounts<Plan, Entity<'action'>>((plan, action, asAt) => {
  const position = positionOf(plan, action, asAt);
  const { state, strength } = position;
  const whats: readonly (readonly [boolean, ActionsWhat])[] = [
    [true, 'all'],
    [true, state],
    [isDelivered(state), 'delivered'],
    [isOverdue(position), 'overdue'],
    [dueSoonAt(asAt)(position), 'due-soon'],
    [isUndated(position), 'undated'],
    [isLive(state) && requirementsOf(plan, action).length === 0, 'unmapped'],
  ];
  const own = whats.flatMap(([holds, what]) => (holds ? [`${what} ${strength}`] : []));
  return [...own, ...monthsOf(plan, position, asAt)];
});

function monthsOf(plan: Plan, { action, state, deadline }: Position, asAt: IsoDate): string[] {
  if (state === 'withdrawn') return [];
  const delivered = isDelivered(state);
  const done = delivered ? completedOn(plan, action, asAt) : undefined;
  const by = delivered ? done : asAt;
  const isLate = deadline.day !== undefined && by !== undefined && by > deadline.day;
  const whats: readonly (readonly [boolean, MonthWhat, IsoDate | undefined])[] = [
    [true, 'planned', deadline.day],
    [delivered, 'done', done],
    [isLate, 'late', deadline.day],
  ];
  return whats.flatMap(([holds, what, day]) =>
    holds ? [`${what} ${day === undefined ? noMonth : monthOf(day)}`] : [],
  );
}

/** How many actions there are of what kind at a date. */
export const actionCounts = (plan: Plan, asAt: IsoDate): Counts<ActionsWhat> =>
  new Counts(ofActions.of(plan, plan.all('action'), asAt));

const ofRequirements = new KeptCounts<Plan, Entity<'requirement'>>((plan, requirement, asAt) => {
  const strength = strengthOfRequirement(requirement);
  const answered = isAnswered(answersTo(plan, requirement, asAt));
  return [`all ${strength}`, ...(answered ? [] : [`unanswered ${strength}`])];
});

/** How many requirements there are, and how many of them nothing answers at a date. */
export const requirementCounts = (plan: Plan, asAt: IsoDate): Counts<RequirementsWhat> =>
  new Counts(ofRequirements.of(plan, plan.all('requirement'), asAt));

/** How many actions were planned, done and late at a date, by month. */
export function monthCounts(plan: Plan, asAt: IsoDate): ReadonlyMap<string, Month> {
  const months = new Map<string, Record<MonthWhat, number>>();
  for (const [word, count] of ofActions.of(plan, plan.all('action'), asAt)) {
    const [what, key = ''] = word.split(' ');
    if (!isMonthWhat(what)) continue;
    const month = months.get(key) ?? { planned: 0, done: 0, late: 0 };
    month[what] += count;
    months.set(key, month);
  }
  return months;
}

const isMonthWhat = (what: string | undefined): what is MonthWhat =>
  monthWhats.some((each) => each === what);
