import type { IsoDate } from '../../language/dates.ts';
import { dateInWords, dayInWords } from '../../plan/calendar.ts';
import type { Position } from '../../plan/facts/position.ts';
import { isDelivered } from '../../plan/facts/progress.ts';
import { strengthOfRequirement } from '../../plan/facts/strength.ts';
import type { Plan } from '../../plan/plan.ts';
import { count, listed, sentence } from '../../plan/words.ts';
import { answersAt, isAnswered } from './answers.ts';
import { nameOf } from './items.ts';
import { isDueSoon, isOverdue, isUndated } from './judgements.ts';
import { missingInWords } from './values.ts';
import { givenInWords, inDigits } from './table.ts';

/** What stands above the tables, as data. */
export interface Heading {
  readonly title: string;
  readonly trust: string | undefined;
  /** “As at 1 July 2018”. */
  readonly asAt: string;
  /** Whether the plan is a draft or approved, as recorded; when the regulator is expected. */
  readonly facts: readonly { readonly term: string; readonly words: string }[];
  /** Where the plan stands, in a sentence or two. */
  readonly summary: string;
  /** What the tables leave out because it cannot be read. */
  readonly warning: string | undefined;
}

/** Heads the tables of a plan at a date. */
export function headingOf(plan: Plan, asAt: IsoDate, positions: readonly Position[]): Heading {
  const item = plan.heading?.item;
  const trust = item?.trust?.trust.value;
  const next = item?.nextInspection?.on;
  const nextWords =
    next === undefined
      ? []
      : [next.value === undefined ? missingInWords(next) : dateInWords(next.value)];
  return {
    title: item?.title.value ?? 'Action plan',
    trust: trust === undefined ? undefined : sentence(nameOf(plan, trust)),
    asAt: `As at ${dayInWords(asAt)}`,
    facts: [
      { term: 'Status', words: statusInWords(plan) },
      ...nextWords.map((words) => ({
        term: 'Next inspection',
        words: sentence(words) + givenInWords(next?.given),
      })),
    ],
    summary: summaryOf(plan, asAt, positions),
    warning: warningOf(plan),
  };
}

function statusInWords(plan: Plan): string {
  const status = plan.heading?.item.status;
  if (status === undefined) return 'Draft or approved: not recorded';
  if (status.status.value === undefined)
    return `Draft or approved: ${missingInWords(status.status).toLowerCase()}`;
  const by = status.by?.value ?? status.at?.value;
  return [
    sentence(status.status.value),
    by === undefined ? '' : ` by ${nameOf(plan, by)}`,
    status.on?.value === undefined ? '' : ` on ${dateInWords(status.on.value)}`,
    status.minute?.value === undefined ? '' : `, minute ${status.minute.value}`,
  ].join('');
}

function summaryOf(plan: Plan, asAt: IsoDate, positions: readonly Position[]): string {
  const amount = (is: (position: Position) => boolean, words: string): string => {
    const found = positions.filter(is).length;
    return `${found === 0 ? 'none' : inDigits(found)} ${words}`;
  };
  const parts = [
    amount(isOverdue, 'overdue'),
    amount((position) => isDueSoon(position, asAt), 'due in 30 days'),
    ...(positions.some(isUndated)
      ? [amount(isUndated, 'open without a deadline that names a day')]
      : []),
    amount(({ state }) => isDelivered(state), 'complete or further'),
  ];
  const actions =
    positions.length === 0
      ? 'No actions.'
      : `${count(positions.length, 'action')}: ${listed(parts)}.`;
  const answersTo = answersAt(plan, asAt, positions);
  const mustDos = plan
    .all('requirement')
    .filter((requirement) => strengthOfRequirement(requirement) === 'must');
  if (mustDos.length === 0) return actions;
  const gaps = mustDos.filter((requirement) => !isAnswered(answersTo(requirement))).length;
  const gapWords = gaps === 0 ? 'each is answered' : `nothing answers ${inDigits(gaps)} of them`;
  return `${actions} ${count(mustDos.length, 'must-do')}: ${gapWords}.`;
}

function warningOf(plan: Plan): string | undefined {
  const units = plan.files.flatMap((file) => file.units);
  const problems = units.reduce((sum, unit) => sum + unit.reading.problems.length, 0);
  if (problems === 0) return undefined;
  const verb = problems === 1 ? 'place in the plan cannot' : 'places in the plan cannot';
  return `${String(problems)} ${verb} be read; what stands there is missing from these tables.`;
}
