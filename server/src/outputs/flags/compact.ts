import { whereIs, type Flag } from '../../plan/flag.ts';
import { summaryInWords, type FlagReport, type FlagRun } from './flag-report.ts';
import { forLog, oneLine } from './plain.ts';

/** A line a flag, as compilers print them, and at the end a line for each project. */
export function runAsCompact({ projects }: FlagRun): string {
  const flags = projects.flatMap((project) =>
    project.flags.map((flag) => compactLine(project, flag)),
  );
  return [...flags, ...projects.map(summaryLine)].map((line) => `${line}\n`).join('');
}

/** `path:line:column: severity: message [check]` */
export function compactLine({ folder }: FlagReport, flag: Flag): string {
  const place = compactPlace(folder, flag);
  return forLog(`${place}: ${flag.severity}: ${oneLine(flag.message)} [${flag.check}]`);
}

/** `path:line:column` */
export function compactPlace(folder: string, { place }: Flag): string {
  const { file, range } = whereIs(place);
  const { line, column } = range.start;
  return `${oneLine(folder + file)}:${String(line)}:${String(column)}`;
}

/** Where a project stands at the as-at date, on one line that no log takes for anything else. */
export const summaryLine = (report: FlagReport): string =>
  forLog(oneLine(`${report.folder === '' ? '' : `${report.folder} `}${summaryInWords(report)}`));
