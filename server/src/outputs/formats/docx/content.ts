import { FileChild, HeadingLevel, Paragraph, Tab, TextRun, type IRunOptions } from 'docx';
import {
  repeatsTitle,
  tablesHaveTitles,
  type Fact,
  type Heading,
  type Paper,
  type Section,
} from '../../tables/paper.ts';
import type { Table } from '../../tables/table.ts';
import { oneLine } from '../../flags/plain.ts';
import type { PutIn } from '../../put-in.ts';
import { linesOf } from '../office/texts.ts';
import { cardBlocks } from './card-blocks.ts';
import { widthOf } from '../office/column-widths.ts';
import { chartBlock } from './chart.ts';
import { besideFacts, points, styleIds, type StyleName } from './styles.ts';
import { tableBlock } from './table-block.ts';

/** The width of a letter of a fact’s name, in twentieths of a point. */
const boldLetter = 118;

type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel];

/**
 * All that a paper says, as blocks of Word.
 * @param width of the page between its margins, in twentieths of a point
 * @param putIn takes the tables, which the library does not write
 */
export function contentOf(paper: Paper, width: number, putIn: PutIn): FileChild[] {
  return [
    ...headingBlocks(paper.heading),
    ...paper.sections.flatMap((section) => [
      ...(repeatsTitle(section, paper) ? [] : [titled(section.title, HeadingLevel.HEADING_2)]),
      ...sectionBlocks(section, width, putIn),
    ]),
  ];
}

/** A run with a look of its own. */
const run = (options: IRunOptions): TextRun => new TextRun(options);

/** A text as runs, with its line ends. */
const runsOf = (text: string): TextRun[] =>
  linesOf(text).map((line, index) => run({ text: line, ...(index > 0 ? { break: 1 } : {}) }));

const titled = (words: string, heading: Level): Paragraph =>
  new Paragraph({ heading, children: [new TextRun(oneLine(words))] });

const styled = (words: string, style: StyleName): Paragraph =>
  new Paragraph({ style: styleIds[style], children: runsOf(words) });

const plain = (words: string): Paragraph => new Paragraph({ children: runsOf(words) });

const headingBlocks = ({ title, trust, asAt, facts, summary, warning }: Heading): FileChild[] => [
  ...(trust === undefined ? [] : [styled(trust, 'caption')]),
  titled(title, HeadingLevel.HEADING_1),
  styled(asAt, 'summary'),
  styled(summary, 'summary'),
  ...factBlocks(facts),
  ...(warning === undefined ? [] : [styled(warning, 'warning')]),
];

/** Names and what there is to say of them, the latter one below the other. */
function factBlocks(facts: readonly Fact[]): Paragraph[] {
  const names = facts.map(({ term }) => `${oneLine(term)}:`);
  const longest = Math.max(...names.map(widthOf));
  const left = Math.ceil(longest * boldLetter) + 200;
  return facts.map(
    ({ words }, index) =>
      new Paragraph({
        style: styleIds.facts,
        ...(left > besideFacts && { indent: { left, hanging: left } }),
        ...(index === facts.length - 1 && { spacing: { after: 120 } }),
        children: [
          run({ text: names[index] ?? '', bold: true }),
          new TextRun({ children: [new Tab()] }),
          ...runsOf(words),
        ],
      }),
  );
}

function sectionBlocks(section: Section, width: number, putIn: PutIn): FileChild[] {
  const { facts = [], paragraphs = [], points: sentences = [], tables } = section;
  const needsTitles = tablesHaveTitles(section);
  return [
    ...factBlocks(facts),
    ...paragraphs.map(plain),
    ...sentences.map(
      (words) =>
        new Paragraph({
          style: 'ListParagraph',
          numbering: { reference: points, level: 0 },
          children: runsOf(words),
        }),
    ),
    ...tables.flatMap((table) => [
      ...(needsTitles ? [titled(table.title, HeadingLevel.HEADING_3)] : []),
      ...tableBlocks(table, width, putIn),
    ]),
  ];
}

function tableBlocks(table: Table, width: number, putIn: PutIn): FileChild[] {
  const { caption, rows, whenEmpty, notes } = table;
  if (rows.length === 0) return [plain(whenEmpty)];
  return [
    styled(caption, 'caption'),
    ...chartBlock(table, width),
    new FileChild(putIn.nameFor(tableBlock(table, width) ?? cardBlocks(table, width))),
    ...notes.map((note) => styled(note, 'note')),
    // Two tables that touch are one table for Word.
    ...(notes.length === 0 ? [new Paragraph({ style: styleIds.note })] : []),
  ];
}
