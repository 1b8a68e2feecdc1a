import type { Paper } from '../../server/src/outputs/tables/paper.ts';
import type { Table } from '../../server/src/outputs/tables/table.ts';

/** A paper whose every word is one that a spreadsheet would take for something else. */

/** Titles of tables, which become the names of sheets: what Excel forbids, what is too long, and what is there twice. */
export const titles = [
  'A title of more than thirty-one letters',
  'A title of more than thirty-one letters, again',
  'Rated: red/amber [*?]',
  'rated: RED/amber [*?]',
  "'Quoted'",
  'History',
  '=1+1',
  '',
  '🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥🏥',
];

/** What begins a formula, or names one that starts a program. */
export const formulas = ['=1+1', '+1+1', '-1+1', '@SUM(1)', '=HYPERLINK("https://example.org")'];

const tableOf = (title: string, index: number): Table => ({
  id: `t${String(index)}`,
  title,
  caption: '=1+1',
  columns: formulas.map((heading, column) => ({ id: `c${String(column)}`, heading })),
  rows: [{ key: 'a', cells: formulas.map((text) => ({ type: 'text', text })) }],
  whenEmpty: '=1+1',
  notes: ['=1+1'],
});

export const hostilePaper: Paper = {
  heading: {
    title: '=1+1',
    trust: '@Trust',
    asAt: '=1+1',
    facts: [{ term: '=Term', words: '=1+1' }],
    summary: '-1+1',
    warning: '+1+1',
    footer: '=1+1 &A&F&"Arial" & more',
  },
  sections: [{ id: 's', title: '=1+1', tables: titles.map(tableOf) }],
};
