import { stringify } from 'csv-stringify/sync';
import { textOf, type Cell, type Table } from '../tables/table.ts';
import { tablesOf, type PaperFormat } from './format.ts';
import { linesOf } from './office/texts.ts';

/** Each table of a paper as a file of its own, for spreadsheets. */
export const csv: PaperFormat = {
  id: 'csv',
  use: 'a file a table, for spreadsheets and statistics',
  write: (paper, name) => {
    const tables = tablesOf(paper).filter(({ rows }) => rows.length > 0);
    return Promise.resolve(
      tables.map((table) => ({
        name: `${table.id === name || tables.length === 1 ? name : `${name}-${table.id}`}.csv`,
        content: asCsv(table),
      })),
    );
  },
};

/**
 * Headings and rows, with a byte order mark, by which Excel knows that it is UTF-8. A cell that would begin a
 * formula gets an apostrophe before it.
 */
const asCsv = ({ columns, rows }: Table): string =>
  stringify(
    [columns.map(({ heading }) => heading), ...rows.map(({ cells }) => cells.map(inCell))],
    { bom: true, record_delimiter: 'windows', escape_formulas: true },
  );

/** What a cell says, line by line; controls in it are named, not obeyed. */
const inCell = (cell: Cell): string => linesOf(textOf(cell)).join('\n');
