import { closest } from '../../language/closest.ts';
import { listed } from '../../plan/words.ts';
import type { Paper } from '../tables/paper.ts';
import { fromTables } from './from-tables.ts';
import { paperHeading } from './paper-heading.ts';
import type { Papers, PaperSpec } from './paper-spec.ts';
import { registerSections } from './register.ts';

/** Every paper, in the order in which a committee needs them. A new one is one file and one line here. */
export const papers: readonly PaperSpec[] = [
  {
    id: 'overdue',
    title: 'Exceptions: overdue and at risk',
    use: 'What is late, what may be, and who answers for it.',
    build: fromTables('overdue', 'at-risk'),
  },
  {
    id: 'coverage',
    title: 'Must-do coverage',
    use: 'What answers each requirement, and how far that has come; an empty row is a gap.',
    build: fromTables('coverage'),
  },
  {
    id: 'register',
    title: 'Action plan register',
    use: 'The trust’s own register: a row an action, in the 15 columns that trusts know.',
    build: registerSections,
  },
  {
    id: 'position',
    title: 'Position summary',
    use: 'How many actions are open, complete, evidenced, closed and sustained, each counted apart.',
    build: fromTables('position', 'progress'),
  },
  {
    id: 'workload',
    title: 'Workload by SRO',
    use: 'What each senior responsible owner has in hand.',
    build: fromTables('owners'),
  },
  {
    id: 'assurance',
    title: 'Assurance by committee',
    use: 'What each committee watches, and how assured it is.',
    build: fromTables('committees'),
  },
  {
    id: 'trajectories',
    title: 'Trajectories',
    use: 'Each figure beside what was planned and what is to be reached.',
    build: fromTables('trajectories'),
  },
  {
    id: 'ratings',
    title: 'Ratings',
    use: 'How services are rated, and what has changed.',
    build: fromTables('ratings'),
  },
  {
    id: 'undertakings',
    title: 'Undertakings and notices',
    use: 'What the trust owes a regulator, by when, and what is recorded.',
    build: fromTables('undertakings'),
  },
];

/** A paper as it is asked for by name. */
export interface NamedPaper {
  readonly id: string;
  readonly paper: Paper;
}

/**
 * Builds papers, in their order; those for which the plan has nothing are left out.
 * @param wanted the ids of those to build; left out, all
 */
export const papersOf = (from: Papers, wanted?: readonly string[]): NamedPaper[] =>
  papers
    .filter(({ id }) => wanted === undefined || wanted.includes(id))
    .map(({ id, title, build }) => ({
      id,
      paper: { heading: paperHeading(from, title), sections: build(from) },
    }))
    .filter(({ paper }) => paper.sections.length > 0);

/** Why there is no paper of an id, in words; undefined where there is one. */
export function wrongPaper(id: string): string | undefined {
  const ids = papers.map((paper) => paper.id);
  if (ids.includes(id)) return undefined;
  const near = closest(id, ids);
  const hint = near === undefined ? `there are ${listed(ids)}.` : `did you mean ${near}?`;
  return `There is no paper "${id}": ${hint}`;
}
