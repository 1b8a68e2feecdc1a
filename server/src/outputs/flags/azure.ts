import { whereIs, type Flag } from '../../plan/flag.ts';
import { compactLine, summaryLine } from './compact.ts';
import { pathOf, type FlagReport, type FlagRun } from './flag-report.ts';
import { oneLine } from './plain.ts';

/** Logging commands of Azure Pipelines: each becomes an issue of the run. */

/** A run as logging commands. Azure knows errors and warnings; what is for information is a plain line. */
export function runAsAzure({ projects }: FlagRun): string {
  const flags = projects.flatMap((project) =>
    project.flags.map((flag) =>
      flag.severity === 'info' ? compactLine(project, flag) : command(project, flag),
    ),
  );
  return [...flags, ...projects.map(summaryLine)].map((line) => `${line}\n`).join('');
}

function command(report: FlagReport, flag: Flag): string {
  const { file, range } = whereIs(flag.place);
  const properties = {
    type: flag.severity,
    sourcepath: pathOf(report, file),
    linenumber: String(range.start.line),
    columnnumber: String(range.start.column),
    code: flag.check,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(value)};`);
  return `##vso[task.logissue ${list.join('')}]${data(oneLine(`${flag.message} ${flag.todo}`))}`;
}

const data = (text: string): string =>
  text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(';', '%3B').replaceAll(']', '%5D');
