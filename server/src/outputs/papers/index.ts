import { wrongChoice } from '../../plan/choices.ts';
import type { Paper } from '../tables/paper.ts';
import { changesSections } from './changes.ts';
import { coverSections } from './cover.ts';
import { cqcSections } from './cqc.ts';
import { evidenceSections } from './evidence.ts';
import { fromTables } from './from-tables.ts';
import { highlightsSections } from './highlights.ts';
import { paperHeading } from './paper-heading.ts';
import type { Papers, PaperSpec } from './paper-spec.ts';
import { publicHeading, publicSections } from './public.ts';
import { registerSections } from './register.ts';
import { slippageSections } from './slippage.ts';
import { undertakingsSections } from './undertakings.ts';

/** Every paper, in the order in which a committee needs them. A new one is one file and one line here. */
export const papers: readonly PaperSpec[] = [
  {
    id: 'cover',
    title: 'Cover sheet',
    use: 'What the meeting is asked, by whom and why, with a summary; only with `--meeting`.',
    build: coverSections,
  },
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
    id: 'changes',
    title: 'Change since last meeting',
    use: 'What is new, closed, re-dated, better, worse, reworded and gone, and who says why.',
    build: changesSections,
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
    build: fromTables('position', 'progress', 'burn-up'),
  },
  {
    id: 'workload',
    title: 'Workload by SRO and directorate',
    use: 'What each senior responsible owner and each directorate has in hand, and what falls due in 30, 60 and 90 days.',
    build: fromTables('owners'),
  },
  {
    id: 'assurance',
    title: 'Assurance by committee',
    use: 'What each committee watches, how assured it is, its oldest rating and its next meeting.',
    build: fromTables('committees'),
  },
  {
    id: 'slippage',
    title: 'Slippage log',
    use: 'Which deadlines moved, how far, who agreed to it and why; the furthest first.',
    build: slippageSections,
  },
  {
    id: 'trajectories',
    title: 'Trajectories and SPC charts',
    use: 'Each figure beside what was planned and what is to be reached, and whether it has changed by more than chance.',
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
    use: 'What the trust owes a regulator, how many days are left, whether it was met, and what shows it.',
    build: undertakingsSections,
  },
  {
    id: 'evidence',
    title: 'Evidence and closure register',
    use: 'What shows that actions are done, who signed them off, and whether it held when checked again.',
    build: evidenceSections,
  },
  {
    id: 'highlights',
    title: 'Highlight report: alert, advise, assure (draft)',
    use: 'Sentences for a Triple A report, drafted from the plan’s facts, to be edited.',
    build: highlightsSections,
  },
  {
    id: 'cqc',
    title: 'Report on actions to CQC',
    use: 'For each regulation what will be done, by whom, by when, how it is measured, what it needs, and how people are affected until then.',
    build: cqcSections,
  },
  {
    id: 'public',
    title: 'Our action plan',
    use: 'The public version: what we were asked, what we do and how far it is; roles and no names, no notes or comments.',
    build: publicSections,
    heading: publicHeading,
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
    .map(({ id, title, build, heading = paperHeading }) => ({
      id,
      paper: { heading: heading(from, title), sections: build(from) },
    }))
    .filter(({ paper }) => paper.sections.length > 0);

/** Why there is no paper of an id, in words; undefined where there is one. */
export const wrongPaper = (id: string): string | undefined =>
  wrongChoice(
    'paper',
    id,
    papers.map((paper) => paper.id),
  );
