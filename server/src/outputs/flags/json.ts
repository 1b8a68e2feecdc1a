import type { IsoDate } from '../../language/dates.ts';
import { whereIs, type Flag } from '../../plan/flag.ts';
import { severityCounts, summaryInWords, type FlagReport } from './flag-report.ts';

/** The version of this form. */
const version = 1;

/** Flags of one or more projects as JSON: lines and columns count from 1, columns in UTF-16 units. */
export function flagsAsJson(reports: readonly FlagReport[], asAt: IsoDate): string {
  const flags = reports.flatMap((report) =>
    report.flags.map((flag) => flagToJson(flag, report.folder)),
  );
  const counts = severityCounts(reports.flatMap((report) => report.flags));
  const summary = {
    files: reports.reduce((sum, { plan }) => sum + plan.files.length, 0),
    actions: reports.reduce((sum, { plan }) => sum + plan.all('action').length, 0),
    requirements: reports.reduce((sum, { plan }) => sum + plan.all('requirement').length, 0),
    ...counts,
    projects: reports.map((report) => ({
      folder: report.folder === '' ? '.' : report.folder.slice(0, -1),
      plan: report.plan.heading?.id ?? null,
      asAt: report.asAt,
      words: summaryInWords(report),
    })),
  };
  return `${JSON.stringify({ version, asAt, flags, summary }, null, 2)}\n`;
}

function flagToJson(flag: Flag, folder: string): object {
  const { file, range } = whereIs(flag.place);
  return {
    check: flag.check,
    severity: flag.severity,
    file: folder + file,
    range,
    subject: flag.subject,
    message: flag.message,
    why: flag.why,
    todo: flag.todo,
    docs: `docs/checks/${flag.check}.md`,
    ...(flag.explained === undefined ? {} : { explained: flag.explained }),
  };
}
