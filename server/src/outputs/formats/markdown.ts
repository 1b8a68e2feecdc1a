import { inMarkdown, table as tableInMarkdown } from '../flags/markdown.ts';
import {
  repeatsTitle,
  tablesHaveTitles,
  type Fact,
  type Paper,
  type Section,
} from '../tables/paper.ts';
import { textOf, type Table } from '../tables/table.ts';

/** A paper as Markdown. */
export function paperAsMarkdown(paper: Paper): string {
  const { heading, sections } = paper;
  const { title, trust, asAt, facts, summary, warning, footer } = heading;
  const lines = [
    `# ${inMarkdown(title)}`,
    '',
    ...(trust === undefined ? [] : [inMarkdown(trust), '']),
    `**${inMarkdown(asAt)}**`,
    '',
    inMarkdown(summary),
    '',
    ...list(facts.map(factInWords)),
    ...(warning === undefined ? [] : [`**${inMarkdown(warning)}**`, '']),
    ...sections.flatMap((section) => sectionLines(section, repeatsTitle(section, paper))),
    '---',
    '',
    inMarkdown(footer),
  ];
  return `${lines.join('\n')}\n`;
}

function sectionLines(section: Section, isTitled: boolean): string[] {
  const { title, facts, paragraphs, points, tables } = section;
  const needsTitles = tablesHaveTitles(section);
  return [
    ...(isTitled ? [] : [`## ${inMarkdown(title)}`, '']),
    ...list(facts?.map(factInWords) ?? []),
    ...(paragraphs ?? []).flatMap((words) => [inMarkdown(words), '']),
    ...list(points?.map(inMarkdown) ?? []),
    ...tables.flatMap((table) => [
      ...(needsTitles ? [`### ${inMarkdown(table.title)}`, ''] : []),
      ...tableLines(table),
    ]),
  ];
}

function tableLines({ caption, columns, rows, whenEmpty, notes }: Table): string[] {
  if (rows.length === 0) return [inMarkdown(whenEmpty), ''];
  return [
    inMarkdown(caption),
    '',
    ...tableInMarkdown(
      columns.map(({ heading }) => inMarkdown(heading)),
      rows.map(({ cells }) => cells.map((cell) => inMarkdown(textOf(cell)))),
    ),
    ...notes.flatMap((note) => [inMarkdown(note), '']),
  ];
}

const factInWords = ({ term, words }: Fact): string => `${inMarkdown(term)}: ${inMarkdown(words)}`;

const list = (points: readonly string[]): string[] =>
  points.length === 0 ? [] : [...points.map((words) => `- ${words}`), ''];
