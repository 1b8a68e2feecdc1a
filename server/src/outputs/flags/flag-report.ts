import type { IsoDate } from '../../language/dates.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { positionsOf } from '../../plan/facts/position.ts';
import { severities, type Flag, type Severity } from '../../plan/flag.ts';
import type { Plan } from '../../plan/plan.ts';
import { count } from '../../plan/words.ts';

/** What a check of one project found, before any format. */
export interface FlagReport {
  readonly plan: Plan;
  readonly asAt: IsoDate;
  readonly flags: readonly Flag[];
  /** The project's folder as the reader names it, with a `/` at its end; empty for the current one. */
  readonly folder: string;
}

/** How many flags there are of each severity. */
export function severityCounts(flags: readonly Flag[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of flags) counts[severity]++;
  return counts;
}

/** Severities in words: people need attention, they do not have errors. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'needs attention',
  warning: 'worth a look',
  info: 'for information',
};

/** One or two sentences for a committee secretary: where the plan stands and what the flags weigh. */
export function summaryInWords({ plan, asAt, flags }: FlagReport): string {
  const positions = positionsOf(plan, asAt);
  const late = positions.filter((position) => position.late !== undefined).length;
  const overdue = late === 1 ? '1 is overdue' : `${String(late)} are overdue`;
  const actions =
    positions.length === 0
      ? 'no actions yet'
      : `${count(positions.length, 'action')}, of which ${overdue}`;
  const counts = severityCounts(flags);
  const weights = severities.map(
    (severity) => `${String(counts[severity])} ${weightWords(severity, counts[severity])}`,
  );
  const sum =
    flags.length === 0
      ? 'nothing is flagged'
      : `${count(flags.length, 'flag')}: ${weights.join(', ')}`;
  return `As at ${dayInWords(asAt)}: ${actions}; ${sum}.`;
}

const weightWords = (severity: Severity, amount: number): string =>
  severity === 'error' && amount !== 1 ? 'need attention' : severityWords[severity];
