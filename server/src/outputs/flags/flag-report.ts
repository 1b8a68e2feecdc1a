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
  /** How many flags of the known backlog are left out of them. */
  readonly known: number;
  /** The project's folder as the reader names it, with a `/` at its end; empty for the current one. */
  readonly folder: string;
}

/** The same, with all files that were asked for, whether or not anything in them is flagged. */
export interface CheckedProject extends FlagReport {
  /** Relative to the folder, in the order of the project. */
  readonly files: readonly string[];
}

/** What one run of `mustdo check` found: what every format of flags is made from. */
export interface FlagRun {
  readonly projects: readonly CheckedProject[];
  /** The version of Mustdo that found it. */
  readonly version: string;
  /** Whether formats for reading also say how many flags there are of each check. */
  readonly stats: boolean;
  /** How to style text for a terminal; it gives the text back for anywhere else. */
  readonly paint: Paint;
}

/** Styles a piece of text for a terminal; plain when it is none. */
export type Paint = (
  style: 'heading' | 'error' | 'warning' | 'info' | 'faint',
  text: string,
) => string;

/** The day of the first project: that of all, where they do not differ. */
export const asAtOf = ({ projects }: FlagRun): IsoDate => projects[0]?.asAt ?? '';

/** How a reader names a file of a project. */
export const pathOf = ({ folder }: FlagReport, file: string): string => folder + file;

/** The page of a check, from the folder of Mustdo. */
export const pageOf = (check: string): string => `docs/checks/${check}.md`;

/** The flags of each file that was asked for, those with none among them. */
export function flagsByFile({
  files,
  flags,
}: CheckedProject): ReadonlyMap<string, readonly Flag[]> {
  const own = Map.groupBy(flags, ({ place }) => place.unit.file.path);
  return new Map(files.map((file) => [file, own.get(file) ?? []]));
}

/** How many flags there are of each check that has any: most first, then by the check's id. */
export function checkCounts(flags: readonly Flag[]): (readonly [check: string, amount: number])[] {
  const counts = new Map<string, number>();
  for (const { check } of flags) counts.set(check, (counts.get(check) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
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
export function summaryInWords({ plan, asAt, flags, known }: FlagReport): string {
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
  const backlog = known === 0 ? '' : `; ${String(known)} more of the known backlog`;
  return `As at ${dayInWords(asAt)}: ${actions}; ${sum}${backlog}.`;
}

const weightWords = (severity: Severity, amount: number): string =>
  severity === 'error' && amount !== 1 ? 'need attention' : severityWords[severity];
