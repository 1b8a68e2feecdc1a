import type { IsoDate } from '../../language/dates.ts';
import { dateInWords, dayInWords } from '../../plan/calendar.ts';
import { changedSinceApproval } from '../../plan/facts/approved-text.ts';
import type { PlanFile, Unit } from '../../plan/file.ts';
import type { Plan } from '../../plan/plan.ts';
import { Tally } from '../../plan/tally.ts';
import { count, listed, sentence } from '../../plan/words.ts';
import { actionCounts, requirementCounts } from './counts.ts';
import { nameOf } from './items.ts';
import type { Fact, Heading } from './paper.ts';
import { known, missingInWords } from './values.ts';
import { givenInWords, inDigits } from './table.ts';

/** Heads the tables of a plan at a date. */
export function headingOf(plan: Plan, asAt: IsoDate): Heading {
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
    summary: summaryOf(plan, asAt),
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

function summaryOf(plan: Plan, asAt: IsoDate): string {
  const counts = actionCounts(plan, asAt);
  const amount = (found: number, words: string): string =>
    `${found === 0 ? 'none' : inDigits(found)} ${words}`;
  const undated = counts.of('undated');
  const parts = [
    amount(counts.of('overdue'), 'overdue'),
    amount(counts.of('due-soon'), 'due in 30 days'),
    ...(undated > 0 ? [amount(undated, 'open without a deadline that names a day')] : []),
    amount(counts.of('delivered'), 'complete or further'),
  ];
  const all = counts.of('all');
  const actions = all === 0 ? 'No actions.' : `${count(all, 'action')}: ${listed(parts)}.`;
  const requirements = requirementCounts(plan, asAt);
  const mustDos = requirements.of('all', 'must');
  if (mustDos === 0) return actions;
  const gaps = requirements.of('unanswered', 'must');
  const gapWords = gaps === 0 ? 'each is answered' : `nothing answers ${inDigits(gaps)} of them`;
  return `${actions} ${count(mustDos, 'must-do')}: ${gapWords}.`;
}

/** What cannot be read in each file; units never change, and after an edit nearly all are the same. */
const problemsIn = new WeakMap<PlanFile, Tally<Unit>>();

const problem = 'problem';

function problemsOf(file: PlanFile): number {
  let tally = problemsIn.get(file);
  if (tally === undefined) {
    tally = new Tally(({ reading }) => reading.problems.map(() => problem));
    problemsIn.set(file, tally);
  }
  return tally.of(file.units).get(problem) ?? 0;
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
  const problems = plan.files.reduce((sum, file) => sum + problemsOf(file), 0);
  if (problems === 0) return undefined;
  const verb = problems === 1 ? 'place in the plan cannot' : 'places in the plan cannot';
  return `${String(problems)} ${verb} be read; what stands there is missing from these tables.`;
}
