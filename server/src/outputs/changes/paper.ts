import { changesBetween, type Changes } from '../../changes/index.ts';
import { positionsOf } from '../../plan/facts/position.ts';
import { changesSection } from '../papers/changes.ts';
import { paperHeading } from '../papers/paper-heading.ts';
import type { Before } from '../papers/paper-spec.ts';
import type { Paper } from '../tables/paper.ts';

/** Two plans that are compared, and what changed from one to the other. */
export interface Comparison {
  readonly before: Before;
  readonly after: Before;
  readonly changes: Changes;
}

/** Compares two plans; each change is worked out once, whatever is made of it. */
export const comparisonOf = (before: Before, after: Before): Comparison => ({
  before,
  after,
  changes: changesBetween(before, after),
});

/** The comparison as a paper under the heading of the plan as it is. */
export function changesPaper({ before, after, changes }: Comparison): Paper {
  const { plan, asAt } = after;
  const positions = positionsOf(plan, asAt);
  const heading = paperHeading({ plan, asAt, positions, meeting: undefined }, 'What has changed');
  return { heading, sections: [changesSection(changes, before, after)] };
}
