import type { Tone } from '../plan/vocabularies.ts';

interface KindSpec {
  /** What it is called in a table. */
  readonly title: string;
  readonly tone: Tone;
  /** What is said of a number of them: “4 closed”, “2 requirements newly unanswered”. */
  readonly words: string;
}

/**
 * Every kind of change, in the order in which a committee asks for them. Kinds are never merged: what the
 * SRO says, what a committee says and what the calendar says stay apart.
 */
export const changeKinds = {
  new: { title: 'New', tone: 'info', words: 'new' },
  sustained: { title: 'Sustained', tone: 'good', words: 'sustained' },
  closed: { title: 'Closed', tone: 'good', words: 'closed' },
  evidenced: { title: 'Evidenced', tone: 'info', words: 'evidenced' },
  complete: {
    title: 'Complete, not evidenced',
    tone: 'info',
    words: 'complete and not yet evidenced',
  },
  withdrawn: { title: 'Withdrawn', tone: 'none', words: 'withdrawn' },
  restored: { title: 'No longer withdrawn', tone: 'info', words: 'no longer withdrawn' },
  reopened: { title: 'Reopened', tone: 'caution', words: 'reopened' },
  'set-back': {
    title: 'Set back without a record',
    tone: 'bad',
    words: 'set back without a record',
  },
  'first-date': { title: 'Dated', tone: 'info', words: 'newly dated' },
  're-dated': { title: 'Re-dated', tone: 'caution', words: 're-dated' },
  rewritten: {
    title: 'Date rewritten without a record',
    tone: 'bad',
    words: 'with a date rewritten without a record',
  },
  overdue: { title: 'Newly overdue', tone: 'bad', words: 'newly overdue' },
  'newly-red': { title: 'Newly red', tone: 'bad', words: 'newly red' },
  'word-worse': { title: 'Progress worse', tone: 'caution', words: 'with worse progress' },
  'word-better': { title: 'Progress better', tone: 'good', words: 'with better progress' },
  'word-first': { title: 'First word', tone: 'info', words: 'with a first word on progress' },
  'word-other': {
    title: 'Another word',
    tone: 'none',
    words: 'with another word on progress',
  },
  'assurance-worse': { title: 'Assurance lower', tone: 'bad', words: 'with lower assurance' },
  'assurance-better': { title: 'Assurance higher', tone: 'good', words: 'with higher assurance' },
  'assurance-first': {
    title: 'First assurance',
    tone: 'info',
    words: 'with a first judgement of assurance',
  },
  'assurance-other': {
    title: 'Another assurance',
    tone: 'none',
    words: 'with another judgement of assurance',
  },
  owner: { title: 'Owner changed', tone: 'caution', words: 'with another owner' },
  committee: { title: 'Committee changed', tone: 'caution', words: 'with another committee' },
  'answers-others': {
    title: 'Answers other requirements',
    tone: 'caution',
    words: 'answering other requirements',
  },
  confirmed: { title: 'Confirmed', tone: 'good', words: 'confirmed by the regulator' },
  verified: { title: 'Verified', tone: 'good', words: 'verified' },
  addressed: { title: 'Addressed', tone: 'good', words: 'addressed' },
  met: { title: 'Met', tone: 'good', words: 'met' },
  decided: { title: 'Decided not to act', tone: 'caution', words: 'not to be acted on' },
  answered: { title: 'Newly answered', tone: 'good', words: 'newly answered' },
  unanswered: { title: 'No longer answered', tone: 'bad', words: 'no longer answered' },
  'rating-worse': { title: 'Rating lower', tone: 'bad', words: 'lower' },
  'rating-better': { title: 'Rating higher', tone: 'good', words: 'higher' },
  'rating-other': { title: 'Rating changed', tone: 'none', words: 'changed' },
  text: { title: 'Text changed', tone: 'caution', words: 'with a text changed' },
  'removed-explained': {
    title: 'Removed, explained',
    tone: 'none',
    words: 'removed with an explanation',
  },
  removed: {
    title: 'Removed without explanation',
    tone: 'bad',
    words: 'removed without explanation',
  },
} as const satisfies Record<string, KindSpec>;

export type ChangeKind = keyof typeof changeKinds;

export const changeKindOrder: readonly ChangeKind[] = Object.keys(changeKinds) as ChangeKind[];
