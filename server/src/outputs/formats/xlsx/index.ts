import type { Heading, Paper, Section } from '../../tables/paper.ts';
import type { Table } from '../../tables/table.ts';
import { colours } from '../office/tones.ts';
import { sheetOf } from './table-sheet.ts';
import { rowAcross, rowOf } from './rows.ts';
import { asXlsx } from './workbook.ts';
import type { Sheet, SheetCell, SheetLook, SheetRow } from './workbook-data.ts';

/** A paper as a workbook: what it says in words on the first sheet, and a sheet a table. The same paper gives the same bytes. */
export const paperAsXlsx = (paper: Paper): Promise<Uint8Array> =>
  asXlsx({
    title: paper.heading.title,
    sheets: [
      wordsOf(paper),
      ...paper.sections
        .flatMap(({ tables }) => tables)
        .filter(({ rows }) => rows.length > 0)
        .map((table) => sheetOf(table, paper.heading)),
    ],
  });

/** Widths of the sheet of words: terms, and what is said of them. */
const widths = [26, 110];

const text = (words: string, look: SheetLook = {}): SheetCell => ({
  ...look,
  type: 'text',
  text: words,
});
const row = (...cells: (SheetCell | undefined)[]): SheetRow => rowOf(cells, widths);
const across = (words: string, look: SheetLook): SheetRow => rowAcross(text(words, look), widths);
const fact = (term: string, words: string): SheetRow =>
  row(text(term, { bold: true }), text(words));
const empty: SheetRow = { cells: [] };

function wordsOf({ heading, sections }: Paper): Sheet {
  return {
    name: 'Paper',
    widths,
    footer: heading.footer,
    rows: [...headingRows(heading), ...sections.flatMap(sectionRows)],
  };
}

const headingRows = ({ title, trust, asAt, facts, summary, warning }: Heading): SheetRow[] => [
  across(title, { bold: true, size: 16 }),
  ...(trust === undefined ? [] : [across(trust, { ink: colours.muted })]),
  across(asAt, { size: 12 }),
  empty,
  fact('In short', summary),
  ...facts.map(({ term, words }) => fact(term, words)),
  ...(warning === undefined ? [] : [fact('Left out', warning)]),
];

const sectionRows = ({
  title,
  facts = [],
  paragraphs = [],
  points = [],
  tables,
}: Section): SheetRow[] => [
  empty,
  across(title, { bold: true, size: 12, ink: colours.accent }),
  ...facts.map(({ term, words }) => fact(term, words)),
  ...paragraphs.map((words) => row(undefined, text(words))),
  ...points.map((words) => row(text('•', { atEnd: true }), text(words))),
  ...tables.map(tableRow),
];

/** What a table shows; its rows are on a sheet of their own. */
const tableRow = ({ title, caption, rows, whenEmpty }: Table): SheetRow =>
  fact(title, rows.length === 0 ? whenEmpty : caption);
