import type { IsoDate } from '../../language/dates.ts';
import { addMonths, dateInWords, dayInWords, daysBetween } from '../../plan/calendar.ts';
import { completedOn } from '../../plan/facts/completion.ts';
import { dueSoonDays } from '../../plan/facts/deadline.ts';
import { knownAt, latestKnown } from '../../plan/facts/history.ts';
import { meetingBefore } from '../../plan/facts/meetings.ts';
import type { Position } from '../../plan/facts/position.ts';
import { evidenceOf } from '../../plan/facts/progress.ts';
import { recurrentDuty } from '../../plan/facts/recurrence.ts';
import { levelIn } from '../../plan/facts/scales.ts';
import { requirementName, strengthOfRequirement } from '../../plan/facts/strength.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { assuranceMeanings } from '../../plan/vocabularies.ts';
import { count, inNaturalOrder, listed, sentence } from '../../plan/words.ts';
import { answersTo, isAnswered } from '../tables/answers.ts';
import { nameOf } from '../tables/items.ts';
import { byDeadline, byLateness, dueSoonAt, isUndated } from '../tables/judgements.ts';
import type { Section } from '../tables/paper.ts';
import { inDigits } from '../tables/table.ts';
import { recordDate } from '../tables/values.ts';
import type { Papers } from './paper-spec.ts';
import { regulatorDays } from './regulator-days.ts';

/** What a committee is to be alerted to, advised of and assured of, a sentence each. */
export interface Highlights {
  /** From when on something counts as news, in words. */
  readonly since: string;
  readonly alert: readonly string[];
  readonly advise: readonly string[];
  readonly assure: readonly string[];
}

/** More sentences than this are no highlights. */
const mostPoints = 12;

/** A draft of a Triple A report: alert, advise, assure. None for a plan without actions and requirements. */
export function highlightsSections(papers: Papers): Section[] {
  const { plan, positions } = papers;
  if (positions.length === 0 && plan.all('requirement').length === 0) return [];
  const { since, alert, advise, assure } = highlightsOf(papers);
  const section = (
    id: string,
    title: string,
    points: readonly string[],
    otherwise: string,
  ): Section => ({
    id,
    title,
    ...(points.length === 0 ? { paragraphs: [otherwise] } : { points: shortened(points) }),
    tables: [],
  });
  return [
    {
      id: 'draft',
      title: 'About this draft',
      paragraphs: [
        'This is a draft, written from what the plan records. Edit it before it goes to a committee: take out what is known, and add what the plan cannot know.',
        `What counts as news here is what was recorded since ${since}.`,
      ],
      tables: [],
    },
    section('alert', 'Alert', alert, 'The plan records nothing to alert the committee to.'),
    section('advise', 'Advise', advise, 'The plan records nothing to advise the committee of.'),
    section('assure', 'Assure', assure, 'The plan records nothing new to assure the committee of.'),
  ];
}

const shortened = (points: readonly string[]): readonly string[] =>
  points.length <= mostPoints
    ? points
    : [
        ...points.slice(0, mostPoints),
        `And ${inDigits(points.length - mostPoints)} more, which the other papers list.`,
      ];

/** What the plan’s facts have to say under each of the three headings. */
export function highlightsOf(papers: Papers): Highlights {
  const { plan, asAt, positions, meeting } = papers;
  const last = meeting && meetingBefore(plan, meeting);
  const from = last?.day ?? addMonths(asAt, -3);
  const since =
    last === undefined
      ? `${dayInWords(from)}, three months before the as-at date`
      : `${dayInWords(from)} (${last.entity.item.title.value ?? last.entity.id})`;
  const inOrder = inNaturalOrder(positions, ({ action }) => action.id);
  const open = inOrder.filter(({ state }) => state === 'open');
  const isAlert = ({ late, strength, assurance }: Position): boolean =>
    (late !== undefined && strength === 'must') || assurance?.level?.meaning?.tone === 'bad';
  const alerts = open.filter(isAlert).sort(byLateness);
  const others = open.filter((position) => !isAlert(position)).sort(byDeadline);
  const about = (of: readonly Position[]): string[] =>
    of.flatMap((position) => {
      const clauses = concernsOf(plan, asAt, position);
      return clauses.length === 0 ? [] : [`${nameIn(position)} ${listed(clauses)}.`];
    });
  return {
    since,
    alert: [...breachedDates(plan, asAt), ...gaps(plan, asAt), ...about(alerts)],
    advise: [...comingDates(plan, asAt), ...about(others)],
    assure: inOrder.flatMap((position) => goodNews(plan, asAt, from, position)),
  };
}

const nameIn = ({ action: { id, item } }: Position): string =>
  item.title.value === undefined ? `Action ${id}` : `Action ${id}, “${item.title.value}”,`;

/** What is to be said of an open action, each as the end of a sentence that begins with its name. */
function concernsOf(plan: Plan, asAt: IsoDate, position: Position): string[] {
  const { action, deadline, late, progress, assurance } = position;
  const clauses: string[] = [];
  const { day, originalDay, revisions } = deadline;
  if (late !== undefined && day !== undefined) {
    clauses.push(`was due on ${dayInWords(day)} (${count(late, 'day')} late)`);
  } else if (dueSoonAt(asAt)(position) && day !== undefined) {
    clauses.push(`is due on ${dayInWords(day)} (${daysToGo(asAt, day)})`);
  }
  if (isUndated(position) && position.strength === 'must') {
    clauses.push('has no deadline that names a day');
  }
  if (revisions.length > 0 && originalDay !== undefined && day !== undefined) {
    clauses.push(
      `has moved from ${dayInWords(originalDay)} to ${dayInWords(day)}${revisions.length === 1 ? '' : ` in ${count(revisions.length, 'step')}`}`,
    );
  }
  const tone = progress?.level.meaning?.tone;
  if (progress !== undefined && (tone === 'bad' || tone === 'caution')) {
    clauses.push(
      `is called ${quoted(progress.level.label)} by its SRO (${recordDate(progress.update.on)})`,
    );
  }
  if (assurance?.level?.meaning?.tone === 'bad') {
    const { record, level } = assurance;
    const by = record.by?.value ?? action.item.committee?.committee.value;
    const who = by === undefined ? 'its committee' : nameOf(plan, by);
    clauses.push(
      `has the assurance rating ${quoted(level.label)} from ${who} (${recordDate(record.on)})`,
    );
  }
  return clauses;
}

const quoted = (label: string): string => `“${sentence(label)}”`;

/** Must-dos that nothing answers. */
const gaps = (plan: Plan, asAt: IsoDate): string[] =>
  plan
    .all('requirement')
    .filter(
      (requirement) =>
        strengthOfRequirement(requirement) === 'must' &&
        !isAnswered(answersTo(plan, requirement, asAt)),
    )
    .map(
      (requirement) =>
        `Nothing answers ${requirementName(requirement)} ${requirement.id}, “${requirement.item.title.value ?? requirement.id}”, of ${requirement.parent?.item.title.value ?? 'a source that is not named'}.`,
    );

/** Dates to a regulator that have passed with nothing recorded, and recurring duties that were missed. */
function breachedDates(plan: Plan, asAt: IsoDate): string[] {
  const dates = regulatorDays(plan, asAt)
    .filter(({ day, answered, of }) => day < asAt && answered === undefined && of.kind !== 'plan')
    .map(
      ({ what, of, day }) =>
        `${what}, for ${sourceOf(of)}, was due on ${dayInWords(day)}, and nothing is recorded.`,
    );
  const duties = plan.all('requirement').flatMap((requirement) => {
    const duty = recurrentDuty(requirement, asAt, 0);
    const missed = duty?.missed.at(-1);
    if (duty === undefined || missed === undefined) return [];
    return [
      `${sentence(requirementName(requirement))} ${requirement.id}, “${requirement.item.title.value ?? ''}”, is not recorded as met in ${inDigits(duty.missed.length)} of the ${count(duty.past, 'period')} so far; the last of them ended on ${dayInWords(missed.to)}.`,
    ];
  });
  return [...dates, ...duties];
}

const daysToGo = (asAt: IsoDate, day: IsoDate): string =>
  day === asAt ? 'today' : `${count(daysBetween(asAt, day), 'day')} to go`;

/** Dates to a regulator that come within so many days, the next first. */
export const comingDates = (plan: Plan, asAt: IsoDate, within = dueSoonDays): string[] =>
  regulatorDays(plan, asAt)
    .filter(({ day, answered }) => day >= asAt && answered === undefined)
    .filter(({ day }) => daysBetween(asAt, day) <= within)
    .map(
      ({ what, of, day }) =>
        `${what}, for ${sourceOf(of)}, is due on ${dayInWords(day)} (${daysToGo(asAt, day)}).`,
    );

const sourceOf = (of: Entity): string =>
  of.parent?.item.title.value ?? of.item.title.value ?? of.id;

/** What was signed off, held when checked again, was shown, or is rated better than before, since a day. */
function goodNews(plan: Plan, asAt: IsoDate, from: IsoDate, position: Position): string[] {
  const { action, state } = position;
  const { item } = action;
  const isNews = (record: { on?: Parameters<typeof recordDate>[0] } | undefined): boolean =>
    (record?.on?.value?.last ?? '') >= from && knownAt(record?.on, asAt);
  const clauses: string[] = [];
  const shown = evidenceOf(action, asAt).at(-1)?.text.value;
  const evidence = shown === undefined ? 'without evidence on record' : `on evidence: ${shown}`;
  const closed = latestKnown(item.closed, ({ on }) => on, asAt);
  const sustained = latestKnown(item.sustained, ({ on }) => on, asAt);
  const by = (record: typeof closed): string =>
    record?.by?.value === undefined ? '' : ` by ${nameOf(plan, record.by.value)}`;
  if (state === 'sustained' && isNews(sustained)) {
    clauses.push(`was checked again${by(sustained)} on ${recordDate(sustained?.on)} and holds`);
  }
  if ((state === 'closed' || state === 'sustained') && isNews(closed) && shown !== undefined) {
    clauses.push(`was signed off${by(closed)} on ${recordDate(closed?.on)}, ${evidence}`);
  }
  const done = completedOn(plan, action, asAt);
  if (state === 'evidenced' && done !== undefined && done >= from) {
    clauses.push(`was complete by ${dayInWords(done)}, ${evidence}`);
  }
  clauses.push(...improvedAssurance(plan, asAt, from, position));
  return clauses.length === 0 ? [] : [`${nameIn(position)} ${listed(clauses)}.`];
}

/** That the latest judgement is better than the one before it. */
function improvedAssurance(
  plan: Plan,
  asAt: IsoDate,
  from: IsoDate,
  { action, assurance }: Position,
): string[] {
  const now = assurance?.level?.meaning?.rank ?? undefined;
  const on = assurance?.record.on?.value;
  if (assurance === undefined || now === undefined || on?.last === undefined || on.last < from)
    return [];
  const before = latestKnown(
    action.item.assurances.filter((record) => record !== assurance.record),
    (record) => record.on,
    asAt,
  )?.level.value;
  if (before === undefined) return [];
  const was = levelIn(plan, before, assuranceMeanings);
  if ((was.meaning?.rank ?? now) >= now) return [];
  return [
    `has the assurance rating ${quoted(assurance.level?.label ?? '')} since ${dateInWords(on)}, after ${quoted(was.label)}`,
  ];
}
