import { whereIs, type Flag } from '../../plan/flag.ts';
import { severityWords, summaryInWords, type FlagReport } from './flag-report.ts';

/** Styles a piece of text for a terminal; plain when it is none. */
export type Paint = (
  style: 'heading' | 'error' | 'warning' | 'info' | 'faint',
  text: string,
) => string;

const indent = '    ';
const width = 100;

/** Flags for people, grouped by file, with a summary at the end. */
export function flagsAsText(report: FlagReport, paint: Paint): string {
  const lines: string[] = [];
  let file = '';
  for (const flag of report.flags) {
    const place = whereIs(flag.place);
    if (place.file !== file) {
      ({ file } = place);
      lines.push('', paint('heading', report.folder + file));
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
  const name = title === undefined ? '' : `${title}\n`;
  return `${lines.join('\n')}\n\n${name}${wrap(summaryInWords(report), '').join('\n')}\n`.replace(
    /^\n+/,
    '',
  );
}

const adviceOf = (flag: Flag): string =>
  flag.explained === undefined ? flag.todo : `Explained: ${flag.explained}`;

/** Breaks a text into lines of at most `width` characters, each indented. */
function wrap(text: string, before: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > width - before.length) {
      lines.push(before + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, before + line];
}
