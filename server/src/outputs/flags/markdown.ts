import { checks } from '../../checks/index.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { severities, whereIs, type Flag } from '../../plan/flag.ts';
import {
  checkCounts,
  flagsByFile,
  pathOf,
  severityWords,
  summaryInWords,
  type CheckedProject,
  type FlagRun,
} from './flag-report.ts';
import { oneLine } from './plain.ts';

/** Markdown as GitHub, GitLab and Azure show it: for a pull request, a job's summary or an e-mail. */

/** A run as a page: each project with its counts, then its flags by file. */
export const runAsMarkdown = ({ projects }: FlagRun): string =>
  projects.map((project) => section(project).join('\n')).join('\n');

function section(project: CheckedProject): string[] {
  const { plan, flags, asAt, folder } = project;
  const name = plan.heading?.item.title.value ?? (folder === '' ? 'Plan' : folder.slice(0, -1));
  return [
    `# ${inMarkdown(name)}: flags as at ${dayInWords(asAt)}`,
    '',
    inMarkdown(summaryInWords(project)),
    '',
    ...(flags.length === 0 ? [] : countTable(flags)),
    ...[...flagsByFile(project)].flatMap(([file, own]) => fileTable(pathOf(project, file), own)),
  ];
}

function countTable(flags: readonly Flag[]): string[] {
  const rows = severities.flatMap((severity) =>
    checkCounts(flags.filter((flag) => flag.severity === severity)).map(([check, amount]) => [
      severityWords[severity],
      `${inMarkdown(titleOf(check))} (\`${check}\`)`,
      String(amount),
    ]),
  );
  return table(['Weight', 'Check', 'Flags'], rows);
}

function fileTable(path: string, own: readonly Flag[]): string[] {
  if (own.length === 0) return [];
  const rows = own.map((flag) => [
    String(whereIs(flag.place).range.start.line),
    severityWords[flag.severity],
    inMarkdown(flag.message),
    inMarkdown(flag.explained === undefined ? flag.todo : `Explained: ${flag.explained}`),
    `\`${flag.check}\``,
  ]);
  return [
    `## ${inMarkdown(path)}`,
    '',
    ...table(['Line', 'Weight', 'Flag', 'What to do', 'Check'], rows),
  ];
}

/** A table of cells that are Markdown already, and an empty line after it. */
export const table = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): string[] => [
  ...[headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`),
  '',
];

const titleOf = (id: string): string => checks.find((check) => check.id === id)?.title ?? id;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text that Markdown shows as it stands, in a table too: no markup, no HTML, no link, and nobody is
 * called by their name after an @.
 */
export const inMarkdown = (text: string): string =>
  oneLine(text)
    .replaceAll(/[&<>]/g, (character) => entities[character] ?? character)
    .replaceAll(/[\\`*_{}[\]()#+!|~]/g, '\\$&')
    // A mark that is not seen keeps these from becoming links: GitHub makes them of plain text.
    .replaceAll('@', '@\u2060')
    .replaceAll('://', ':\u2060//')
    .replaceAll(/\bwww(?=\.)/gi, '$&\u2060');
