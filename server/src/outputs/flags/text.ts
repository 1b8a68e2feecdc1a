import { whereIs, type Flag } from '../../plan/flag.ts';
import { count } from '../../plan/words.ts';
import {
  checkCounts,
  pathOf,
  severityWords,
  summaryInWords,
  type FlagReport,
  type FlagRun,
  type Paint,
} from './flag-report.ts';
import { forLog, oneLine } from './plain.ts';

const indent = '    ';
const width = 100;

/** A run for people: project after project. */
export const runAsText = ({ projects, paint, stats }: FlagRun): string =>
  projects
    .map((project) => flagsAsText(project, paint) + (stats ? statsOf(project) : ''))
    .join('\n');

/** Flags of one project for people, grouped by file, with a summary at the end. */
export function flagsAsText(report: FlagReport, paint: Paint): string {
  const lines: string[] = [];
  let file = '';
  for (const flag of report.flags) {
    const place = whereIs(flag.place);
    if (place.file !== file) {
      ({ file } = place);
      lines.push('', paint('heading', oneLine(pathOf(report, file))));
    }
    const { line, column } = place.range.start;
    const position = `${String(line)}:${String(column)}`;
    lines.push(
      `  ${position.padEnd(8)}${paint(flag.severity, severityWords[flag.severity])}  ${paint('faint', flag.check)}`,
      ...wrap(flag.message, indent),
      ...wrap(adviceOf(flag), indent).map((text) => paint('faint', text)),
    );
  }
  const title = report.plan.heading?.item.title.value;
  const name = title === undefined ? '' : `${oneLine(title)}\n`;
  const summary = wrap(summaryInWords(report), '').join('\n');
  return forLog(`${lines.join('\n')}\n\n${name}${summary}\n`.replace(/^\n+/, ''));
}

const adviceOf = (flag: Flag): string => {
  if (flag.explained !== undefined) return `Explained: ${flag.explained}`;
  return flag.known === true ? `Of the known backlog. ${flag.todo}` : flag.todo;
};

function statsOf({ flags }: FlagReport): string {
  const rows = checkCounts(flags);
  const longest = Math.max(0, ...rows.map(([check]) => check.length));
  return rows
    .map(([check, amount]) => `  ${check.padEnd(longest)}  ${count(amount, 'flag')}\n`)
    .join('');
}

/** Breaks a text into lines of at most `width` characters, each indented. */
function wrap(text: string, before: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(text).split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width - before.length) {
      lines.push(before + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, before + line];
}
