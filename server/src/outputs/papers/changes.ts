import { changesBetween, type Changes } from '../../changes/index.ts';
import { changesInWords } from '../../changes/sentence.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { deadlineDay } from '../../plan/facts/deadline.ts';
import type { IsoDate } from '../../language/dates.ts';
import type { Entity } from '../../plan/plan.ts';
import { count } from '../../plan/words.ts';
import { changesTable } from '../tables/changes.ts';
import { sameThing } from '../tables/items.ts';
import type { Section } from '../tables/paper.ts';
import type { Before, Papers } from './paper-spec.ts';

/**
 * What changed since what the papers are compared with: without it, since the committee’s previous meeting,
 * as the plan’s own dated records tell. Nothing, where there was no such meeting.
 */
export function changesSections(papers: Papers): Section[] {
  const before = papers.before ?? atPreviousMeeting(papers);
  if (before === undefined) return [];
  const changes = changesBetween(before, { plan: papers.plan, asAt: papers.asAt });
  return [changesSection(changes, before)];
}

/**
 * A part of a paper that says what changed, first in words.
 * @param after what it is compared to, where that is not the plan of the paper itself
 */
export function changesSection(changes: Changes, before: Before, after?: Before): Section {
  const { asAt } = changes.after;
  const to = after === undefined ? dayInWords(asAt) : `${after.words}, as at ${dayInWords(asAt)}`;
  return {
    id: 'changes',
    title: 'What has changed',
    paragraphs: [
      `From ${before.words}, as at ${dayInWords(before.asAt)}, to ${to}.`,
      changesInWords(changes),
      ...unchangedInWords(changes),
      ...changesNotes(changes, before, after),
    ],
    tables: [changesTable(changes)],
  };
}

/** What is to be known of the two sides: that a frozen copy was edited, that one plan stands for both. */
export const changesNotes = (changes: Changes, before: Before, after?: Before): string[] =>
  [
    before.warning,
    after?.warning,
    changes.before.plan === changes.after.plan ? onlyRecords : undefined,
  ].filter((note) => note !== undefined);

/** How many open actions nothing happened to, in a sentence; none where that is none. */
export const unchangedInWords = ({ unchanged }: Changes): string[] =>
  unchanged === 0
    ? []
    : [`${count(unchanged, 'open action')} ${unchanged === 1 ? 'has' : 'have'} not changed.`];

const onlyRecords =
  'Both are the plan as it is written now, each with the records dated up to its day: what was added, taken out or reworded in between cannot be told from that.';

/** The plan itself, at the previous meeting of the committee; of any committee, where the papers are for no meeting. */
function atPreviousMeeting({ plan, asAt, meeting }: Papers): Before | undefined {
  const committee = meeting?.item.committee?.committee.value;
  const whose = committee && sameThing(plan, committee);
  const until = (meeting === undefined ? undefined : dayOf(meeting)) ?? asAt;
  let latest: { readonly day: IsoDate; readonly meeting: Entity<'meeting'> } | undefined;
  for (const other of plan.all('meeting')) {
    const day = dayOf(other);
    const its = other.item.committee?.committee.value;
    if (other === meeting || day === undefined || day >= until || day >= asAt) continue;
    if (whose !== undefined && (its === undefined || sameThing(plan, its) !== whose)) continue;
    if (latest === undefined || day >= latest.day) latest = { day, meeting: other };
  }
  if (latest === undefined) return undefined;
  const title = latest.meeting.item.title.value;
  return {
    plan,
    asAt: latest.day,
    words: `the meeting “${title ?? latest.meeting.id}”`,
  };
}

const dayOf = ({ item }: Entity<'meeting'>): IsoDate | undefined =>
  deadlineDay(item.on?.on.value, 'last-day');
