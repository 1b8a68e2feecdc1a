import { dateInWords } from '../../plan/calendar.ts';
import { revisionOf } from '../../plan/facts/revision.ts';
import type { Entity } from '../../plan/plan.ts';
import { headingOf } from '../tables/heading.ts';
import type { Fact, Heading } from '../tables/paper.ts';
import type { Papers } from './paper-spec.ts';

/** Heads a committee’s paper: the plan’s own heading under the paper’s title, with the meeting and the plan’s revision. */
export function paperHeading(from: Papers, title: string): Heading {
  const { plan, asAt, meeting } = from;
  const { title: planTitle, facts, footer, ...heading } = headingOf(plan, asAt);
  const revision = { term: 'Revision', words: knownRevision(from) };
  return {
    ...heading,
    title,
    facts: [{ term: 'Plan', words: planTitle }, ...meetingFact(meeting), ...facts, revision],
    footer: `${footer} Revision ${revision.words}.`,
  };
}

/** The revision that papers made together are of: to work it out takes the whole text of the plan. */
const revisions = new WeakMap<Papers, string>();

function knownRevision(from: Papers): string {
  const revision = revisions.get(from) ?? revisionOf(from.plan);
  revisions.set(from, revision);
  return revision;
}

/** Which meeting a paper is for, and when that is; nothing where it is for none. */
export function meetingFact(meeting: Entity<'meeting'> | undefined): Fact[] {
  if (meeting === undefined) return [];
  const title = meeting.item.title.value ?? meeting.id;
  const on = meeting.item.on?.on.value;
  const words = on === undefined ? title : `${title}, ${dateInWords(on)}`;
  return [{ term: 'For', words }];
}
