import type { IsoDate } from '../../language/dates.ts';
import { dateInWords, dayInWords } from '../../plan/calendar.ts';
import { changedSinceApproval } from '../../plan/facts/approved-text.ts';
import type { Position } from '../../plan/facts/position.ts';
import { isDelivered } from '../../plan/facts/progress.ts';
import { strengthOfRequirement } from '../../plan/facts/strength.ts';
import type { Plan } from '../../plan/plan.ts';
import { count, listed, sentence } from '../../plan/words.ts';
import { answersTo, isAnswered } from './answers.ts';
import { nameOf } from './items.ts';
import { dueSoonAt, isOverdue, isUndated } from './judgements.ts';
import type { Fact, Heading } from './paper.ts';
import { known, missingInWords } from './values.ts';
import { givenInWords, inDigits } from './table.ts';

/** Heads the tables of a plan at a date. */
export function headingOf(plan: Plan, asAt: IsoDate, positions: readonly Position[]): Heading {
  const item = plan.heading?.item;
  const trust = item?.trust?.trust.value;
  const title = item?.title.value ?? 'Action plan';
  const asAtWords = `As at ${dayInWords(asAt)}`;
  const status = statusOf(plan, asAt);
  return {
    title,
    trust: trust === undefined ? undefined : sentence(nameOf(plan, trust)),
    asAt: asAtWords,
    facts: [status, ...nextInspection(plan)],
    footer: `${title}. ${asAtWords}. ${status.term}: ${status.words}.`,
    summary: summaryOf(plan, asAt, positions),
    warning: warningOf(plan, asAt),
  };
}

/**
 * Whether the plan is a draft or approved, as far as that is recorded at the date: where nothing is, it is a
 * draft. An approved plan that has changed says so wherever it says that it is approved.
 */
function statusOf(plan: Plan, asAt: IsoDate): Fact {
  const status = known(plan.heading?.item.status, asAt);
  if (status?.status.value === undefined) {
    const why = status === undefined ? 'no approval is recorded' : missingInWords(status.status);
    return { term: 'Status', words: `Draft (${why.charAt(0).toLowerCase()}${why.slice(1)})` };
  }
  const by = status.by?.value ?? status.at?.value;
  const words = [
    sentence(status.status.value),
    by === undefined ? '' : ` by ${nameOf(plan, by)}`,
    status.on?.value === undefined ? '' : ` on ${dateInWords(status.on.value)}`,
    status.minute?.value === undefined ? '' : `, minute ${status.minute.value}`,
    isChanged(plan, asAt) ? '; changed since then' : '',
  ].join('');
  return { term: 'Status', words };
}

const isChanged = (plan: Plan, asAt: IsoDate): boolean =>
  plan.heading !== undefined && changedSinceApproval(plan, plan.heading, asAt) !== undefined;

function nextInspection(plan: Plan): Fact[] {
  const next = plan.heading?.item.nextInspection?.on;
  if (next === undefined) return [];
  const words = next.value === undefined ? missingInWords(next) : dateInWords(next.value);
  return [{ term: 'Next inspection', words: sentence(words) + givenInWords(next.given) }];
}

function summaryOf(plan: Plan, asAt: IsoDate, positions: readonly Position[]): string {
  const amount = (is: (position: Position) => boolean, words: string): string => {
    const found = positions.filter(is).length;
    return `${found === 0 ? 'none' : inDigits(found)} ${words}`;
  };
  const parts = [
    amount(isOverdue, 'overdue'),
    amount(dueSoonAt(asAt), 'due in 30 days'),
    ...(positions.some(isUndated)
      ? [amount(isUndated, 'open without a deadline that names a day')]
      : []),
    amount(({ state }) => isDelivered(state), 'complete or further'),
  ];
  const actions =
    positions.length === 0
      ? 'No actions.'
      : `${count(positions.length, 'action')}: ${listed(parts)}.`;
  const mustDos = plan
    .all('requirement')
    .filter((requirement) => strengthOfRequirement(requirement) === 'must');
  if (mustDos.length === 0) return actions;
  const gaps = mustDos.filter(
    (requirement) => !isAnswered(answersTo(plan, requirement, asAt)),
  ).length;
  const gapWords = gaps === 0 ? 'each is answered' : `nothing answers ${inDigits(gaps)} of them`;
  return `${actions} ${count(mustDos.length, 'must-do')}: ${gapWords}.`;
}

function warningOf(plan: Plan, asAt: IsoDate): string | undefined {
  const warnings = [unreadableOf(plan), changedOf(plan, asAt)].filter(
    (warning) => warning !== undefined,
  );
  return warnings.length === 0 ? undefined : warnings.join(' ');
}

function changedOf(plan: Plan, asAt: IsoDate): string | undefined {
  if (!isChanged(plan, asAt)) return undefined;
  const on = plan.heading?.item.status?.on?.value;
  const when = on === undefined ? '' : ` on ${dateInWords(on)}`;
  return `The plan has changed since it was approved${when}: not everything here is what was approved.`;
}

function unreadableOf(plan: Plan): string | undefined {
  const units = plan.files.flatMap((file) => file.units);
  const problems = units.reduce((sum, unit) => sum + unit.reading.problems.length, 0);
  if (problems === 0) return undefined;
  const verb = problems === 1 ? 'place in the plan cannot' : 'places in the plan cannot';
  return `${String(problems)} ${verb} be read; what stands there is missing from these tables.`;
}
