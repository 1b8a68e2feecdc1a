import type { IsoDate } from '../../language/dates.ts';
import type { Plan } from '../../plan/plan.ts';
import { actionsTables } from './actions.ts';
import { atRiskTables } from './at-risk.ts';
import { burnUpTables } from './burn-up.ts';
import { committeesTables } from './committees.ts';
import { coverageTables } from './coverage.ts';
import { headingOf } from './heading.ts';
import { overdueTables } from './overdue.ts';
import { ownersTables } from './owners.ts';
import type { Paper, Section } from './paper.ts';
import { positionTables } from './position.ts';
import { progressTables } from './progress.ts';
import { ratingsTables } from './ratings.ts';
import type { Table } from './table.ts';
import { timelineTables } from './timeline.ts';
import { trajectoriesTables } from './trajectories.ts';
import { undertakingsTables } from './undertakings.ts';

/** A part of the preview: one or several tables under one title; with none, it is left out. */
interface SectionSpec {
  readonly id: string;
  readonly title: string;
  readonly build: (plan: Plan, asAt: IsoDate) => readonly Table[];
}

/** Every part of the preview, in its order. Adding a table is one new file and one line. */
const sections = [
  { id: 'position', title: 'Position', build: positionTables },
  { id: 'progress', title: 'Progress by month', build: progressTables },
  { id: 'burn-up', title: 'Burn-up of actions', build: burnUpTables },
  { id: 'coverage', title: 'Must-do coverage', build: coverageTables },
  { id: 'overdue', title: 'Overdue actions', build: overdueTables },
  { id: 'at-risk', title: 'Actions at risk', build: atRiskTables },
  { id: 'actions', title: 'All actions', build: actionsTables },
  { id: 'owners', title: 'Actions by SRO and directorate', build: ownersTables },
  { id: 'committees', title: 'Actions by committee', build: committeesTables },
  { id: 'ratings', title: 'Ratings', build: ratingsTables },
  { id: 'trajectories', title: 'Trajectories', build: trajectoriesTables },
  { id: 'timeline', title: 'Timeline of deadlines', build: timelineTables },
  { id: 'undertakings', title: 'Undertakings', build: undertakingsTables },
] as const satisfies readonly SectionSpec[];

export type SectionId = (typeof sections)[number]['id'];

/**
 * Builds what the preview shows, at a date.
 * @param wanted the parts to build; left out, all
 */
export function paperOf(plan: Plan, asAt: IsoDate, wanted?: readonly SectionId[]): Paper {
  return {
    heading: headingOf(plan, asAt),
    sections: sectionsOf(plan, asAt, wanted),
  };
}

/**
 * Builds parts of the preview; those with no table are left out.
 * @param wanted the parts to build; left out, all
 */
export const sectionsOf = (plan: Plan, asAt: IsoDate, wanted?: readonly SectionId[]): Section[] =>
  sections
    .filter(({ id }) => wanted === undefined || wanted.includes(id))
    .map(({ id, title, build }) => ({ id, title, tables: build(plan, asAt) }))
    .filter(({ tables }) => tables.length > 0);
