import { CompletionItemKind } from 'vscode-languageserver-types';
import { Temporal } from 'temporal-polyfill';
import { recurrences, type IsoDate } from '../language/dates.ts';
import { dayInWords } from '../plan/calendar.ts';
import type { Plan } from '../plan/plan.ts';
import type { Candidate } from './candidate.ts';

/** Dates that could stand where somebody is typing, seen from the as-at date. */

const value = (label: string, detail?: string): Candidate => ({
  label,
  detail,
  kind: CompletionItemKind.Value,
});

/** Days that deadlines and records often have, as phrases; then dates in words. */
export function dateCandidates(plan: Plan, asAt: IsoDate): Candidate[] {
  const words = ['immediate', 'ongoing', 'on-request', 'to-be-agreed'];
  return [
    ...datePhrases(plan, asAt).map(phraseCandidate),
    ...words.map((word) => value(word)),
    ...Object.keys(recurrences).map((word) => value(word, 'a duty that recurs')),
    value('rolling', 'a programme through a year: rolling 2017/18'),
    value('per', 'the timescales of a plan: per its id'),
  ];
}

/** The phrases that go on as somebody began: `end of n`. Each takes the place of all its words. */
export function begunPhrases(plan: Plan, asAt: IsoDate, begun: readonly string[]): Candidate[] {
  const start = `${begun.join(' ').toLowerCase()} `;
  return datePhrases(plan, asAt)
    .filter(({ phrase }) => phrase.toLowerCase().startsWith(start))
    .map((phrase) => ({ ...phraseCandidate(phrase), wordsBefore: begun.length }));
}

interface Phrase {
  readonly phrase: string;
  readonly day: IsoDate;
}

/** `End of next month: 31 August 2018`, which puts in 2018-08-31. */
const phraseCandidate = ({ phrase, day }: Phrase): Candidate => {
  const label = `${phrase}: ${dayInWords(day)}`;
  return { label, detail: day, text: day, kind: CompletionItemKind.Value };
};

/** Days that deadlines and records often have, each with its phrase. */
export function datePhrases({ heading }: Plan, asAt: IsoDate): Phrase[] {
  const day = Temporal.PlainDate.from(asAt);
  const monthsToQuarterEnd = 2 - ((day.month - 1) % 3);
  const yearEnd = { year: day.year + (day.month > 3 ? 1 : 0), month: 3, day: 31 };
  const again = heading?.item.nextInspection?.on.value?.first;
  const days: [string, Temporal.PlainDate][] = [
    ['As-at date', day],
    ['End of this month', endOfMonth(day)],
    ['End of next month', endOfMonth(day.add({ months: 1 }))],
    ['End of this quarter', endOfMonth(day.add({ months: monthsToQuarterEnd }))],
    ['End of this financial year', Temporal.PlainDate.from(yearEnd)],
    ['In 28 days', day.add({ days: 28 })],
    ['In 3 months', day.add({ months: 3 })],
  ];
  if (again !== undefined) {
    days.push([
      'A month before re-inspection',
      Temporal.PlainDate.from(again).subtract({ months: 1 }),
    ]);
  }
  return days.map(([phrase, date]) => ({ phrase, day: date.toString() }));
}

const endOfMonth = (date: Temporal.PlainDate): Temporal.PlainDate =>
  date.with({ day: date.daysInMonth });

/** The months, quarters and years that figures are usually about. */
export function periodCandidates(asAt: IsoDate): Candidate[] {
  const month = Temporal.PlainDate.from(asAt).toPlainYearMonth();
  const months = [month.subtract({ months: 1 }), month];
  const quarters = [month.subtract({ months: 3 }), month];
  const labels = [
    ...months.map((one) => one.toString()),
    ...quarters.map((one) => `Q${String(quarterOf(one))} ${financialYear(one)}`),
    ...[month.subtract({ months: 12 }), month].map(financialYear),
  ];
  return labels.map((label) => value(label));
}

/** Quarters count from April. */
const quarterOf = ({ month }: Temporal.PlainYearMonth): number =>
  Math.floor(((month + 8) % 12) / 3) + 1;

function financialYear({ year, month }: Temporal.PlainYearMonth): string {
  const from = month > 3 ? year : year - 1;
  return `${String(from)}/${String(from + 1).slice(-2)}`;
}
