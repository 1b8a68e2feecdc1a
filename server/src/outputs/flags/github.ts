import { whereIs, type Flag, type Severity } from '../../plan/flag.ts';
import { pathOf, type FlagReport, type FlagRun } from './flag-report.ts';
import { summaryLine } from './compact.ts';
import { oneLine } from './plain.ts';

/** Commands of GitHub's workflows: each becomes a mark beside its line in a pull request. */

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** A run as workflow commands, a line a flag; each project's summary is a plain line of the log. */
export function runAsGithub({ projects }: FlagRun): string {
  const flags = projects.flatMap((project) => project.flags.map((flag) => command(project, flag)));
  return [...flags, ...projects.map(summaryLine)].map((line) => `${line}\n`).join('');
}

function command(report: FlagReport, flag: Flag): string {
  const { file, range } = whereIs(flag.place);
  const { start, end } = range;
  const properties = {
    file: pathOf(report, file),
    line: String(start.line),
    endLine: String(end.line),
    // A last column counts within one line only.
    col: String(start.column),
    ...(start.line === end.line ? { endColumn: String(end.column) } : {}),
    title: flag.check,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  return `::${commands[flag.severity]} ${list.join(',')}::${data(messageOf(flag))}`;
}

const messageOf = ({ message, todo, explained }: Flag): string =>
  `${oneLine(message)}\n${oneLine(explained === undefined ? todo : `Explained: ${explained}`)}`;

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
