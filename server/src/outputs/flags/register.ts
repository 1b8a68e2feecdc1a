import { dayInWords } from '../../plan/calendar.ts';
import { explanationOf } from '../../plan/facts/explanation.ts';
import { whereIs, type Flag } from '../../plan/flag.ts';
import { count } from '../../plan/words.ts';
import { nameOf } from '../tables/items.ts';
import { asAtOf, pathOf, type CheckedProject, type FlagRun } from './flag-report.ts';
import { flaggedItem } from '../../plan/flagged-item.ts';
import { itemPath } from '../../plan/flagged-item.ts';
import { inMarkdown, table } from './markdown.ts';
import { asJson, forLog, oneLine } from './plain.ts';

/** The register of explained flags: which may stand, why, until when, and who says so. */

interface Entry {
  readonly check: string;
  readonly item: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly reason: string;
  /** The last day it holds, YYYY-MM-DD; null where the plan gives none. */
  readonly until: string | null;
  readonly by: string | null;
}

const entriesOf = (project: CheckedProject): Entry[] =>
  project.flags.flatMap((flag) => entryOf(project, flag) ?? []);

function entryOf(project: CheckedProject, flag: Flag): Entry | undefined {
  const { plan, asAt } = project;
  const item = flaggedItem(plan, flag);
  const explanation = item === undefined ? undefined : explanationOf(item, flag.check, asAt);
  if (explanation === undefined) return undefined;
  const { reason, until, by } = explanation;
  const { file, range } = whereIs(flag.place);
  return {
    check: flag.check,
    item: itemPath(plan, flag),
    file: pathOf(project, file),
    line: range.start.line,
    message: flag.message,
    reason,
    until: until ?? null,
    by: by?.value === undefined ? null : nameOf(plan, by.value),
  };
}

/** The forms of the register, by the id of the format of flags that it goes with. */
export const registerFormats: Readonly<Record<string, (run: FlagRun) => string>> = {
  text: (run) => run.projects.map(asText).join('\n'),
  json: (run) => {
    const explained = run.projects.flatMap(entriesOf);
    return `${asJson({ version: 1, asAt: asAtOf(run), explained }, 2)}\n`;
  },
  markdown: (run) => run.projects.map(asMarkdown).join('\n'),
};

const untilWords = ({ until }: Entry): string =>
  until === null ? 'no end given' : `until ${dayInWords(until)}`;
const byWords = ({ by }: Entry): string => (by === null ? 'nobody named' : `by ${by}`);

function summaryOf({ asAt, folder }: CheckedProject, entries: readonly Entry[]): string {
  const amount = entries.length === 0 ? 'no flag' : count(entries.length, 'flag');
  const verb = entries.length > 1 ? 'are' : 'is';
  const words = `As at ${dayInWords(asAt)}: ${amount} ${verb} explained.`;
  return folder === '' ? words : `${folder} ${words}`;
}

function asText(project: CheckedProject): string {
  const entries = entriesOf(project);
  const lines = entries.flatMap((entry) => [
    `${entry.file}:${String(entry.line)}: ${entry.item} [${entry.check}]`,
    `    ${entry.message}`,
    `    ${entry.reason} (${untilWords(entry)}, ${byWords(entry)})`,
  ]);
  return forLog(
    [...lines, summaryOf(project, entries)].map((line) => `${indented(line)}\n`).join(''),
  );
}

/** One line, with the indent it has. */
const indented = (line: string): string => `${/^ */.exec(line)?.[0] ?? ''}${oneLine(line)}`;

function asMarkdown(project: CheckedProject): string {
  const entries = entriesOf(project);
  const headings = ['Item', 'Check', 'Flag', 'Reason', 'Until', 'By', 'Where'];
  const rows = entries.map((entry) => [
    inMarkdown(entry.item),
    `\`${entry.check}\``,
    inMarkdown(entry.message),
    inMarkdown(entry.reason),
    entry.until === null ? '' : dayInWords(entry.until),
    inMarkdown(entry.by ?? ''),
    inMarkdown(`${entry.file}:${String(entry.line)}`),
  ]);
  const lines = [
    `# Explained flags as at ${dayInWords(project.asAt)}`,
    '',
    inMarkdown(summaryOf(project, entries)),
    '',
    ...(rows.length === 0 ? [] : table(headings, rows)),
  ];
  return lines.join('\n');
}
