import type { IsoDate } from '../../language/dates.ts';
import { actionsFor } from '../../plan/facts/coverage.ts';
import { isLive } from '../../plan/facts/progress.ts';
import { positionOf, type Position } from '../../plan/facts/position.ts';
import { KeptFact } from '../../plan/kept-fact.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { listed } from '../../plan/words.ts';
import { nameOf } from './items.ts';
import { known, recordDate } from './values.ts';
import { tag, text, type Cell } from './table.ts';

/** What answers a requirement: actions, or what the plan records of it. */
export interface Answers {
  /** Positions of the actions that count, in the order of the plan. */
  readonly live: readonly Position[];
  /** Positions of the actions that answered it and are withdrawn. */
  readonly withdrawn: readonly Position[];
  /** What is recorded of the requirement itself: addressed, verified, confirmed, met, decided. */
  readonly recorded: readonly Cell[];
}

const answers = new KeptFact<Plan, Entity<'requirement'>, Answers>((plan, requirement, asAt) => {
  const all = actionsFor(plan, requirement).map((action) => positionOf(plan, action, asAt));
  return {
    live: all.filter(({ state }) => isLive(state)),
    withdrawn: all.filter(({ state }) => !isLive(state)),
    recorded: recordedOf(plan, requirement, asAt),
  };
});

/** What answers a requirement at the as-at date. */
export const answersTo = (plan: Plan, requirement: Entity<'requirement'>, asAt: IsoDate): Answers =>
  answers.of(plan, requirement, asAt);

export const isAnswered = ({ live, recorded }: Answers): boolean =>
  live.length > 0 || recorded.length > 0;

const happenings = [
  ['addressed', 'Addressed'],
  ['verified', 'Verified'],
  ['confirmed', 'Confirmed'],
] as const;

function recordedOf(plan: Plan, { item }: Entity<'requirement'>, asAt: IsoDate): Cell[] {
  const cells: Cell[] = [];
  for (const [field, words] of happenings) {
    const record = known(item[field], asAt);
    if (record === undefined) continue;
    const by = record.by?.value === undefined ? '' : ` by ${nameOf(plan, record.by.value)}`;
    cells.push(tag(words, 'good', recordDate(record.on) + by));
  }
  const met = item.met.filter((record) => known(record, asAt) !== undefined);
  if (met.length > 0) {
    cells.push(tag('Met', 'good', listed(met.map((record) => recordDate(record.on)))));
  }
  const decision = known(item.decision, asAt)?.text.value;
  if (decision !== undefined) cells.push(text(`Decided not to act: ${decision}`));
  return cells;
}
