import { sheetOf, type Refusal, type Sheet, type Sheets } from '../cells.ts';
import { gridOf, textSheet, type Spanning } from './grid.ts';
import { attribute, tagsOf, unescaped } from './xml.ts';

/** Tables of web pages; nothing on the page is run, and nothing is fetched. */

const unseen: ReadonlySet<string> = new Set(['script', 'style', 'template', 'head', 'title']);
const lines: ReadonlySet<string> = new Set([
  'br',
  'p',
  'div',
  'li',
  'tr',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
]);

/** Reads every table of a page; a table within a cell is text of that cell. */
export function readHtml(html: string): Sheets | Refusal {
  const sheets: Sheet[] = [];
  let depth = 0;
  let rows: Spanning[][] = [];
  let cell: { text: string; columns: number; rows: number } | undefined;
  let outside = '';
  let hidden = 0;
  const endCell = (): void => {
    if (cell !== undefined) (rows.at(-1) ?? rows[rows.push([]) - 1])?.push(cell);
    cell = undefined;
  };
  const take = (text: string): void => {
    if (cell === undefined) outside += text;
    else cell.text += text;
  };
  const uncommented = html.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '');
  for (const tag of tagsOf(`${uncommented}<end>`)) {
    const name = tag.name.toLowerCase();
    if (hidden === 0) take(unescaped(tag.before).replaceAll(/\s+/g, ' '));
    if (unseen.has(name)) hidden = Math.max(0, hidden + (tag.closes ? -1 : tag.alone ? 0 : 1));
    else if (name === 'table' && !tag.closes) {
      depth++;
      if (depth === 1) rows = [];
    } else if (name === 'table' && depth > 0) {
      depth--;
      if (depth > 0) continue;
      endCell();
      const made = gridOf(`Table ${String(sheets.length + 1)}`, rows);
      if ('wrong' in made) return made;
      sheets.push(made);
    } else if (depth === 1 && name === 'tr') {
      endCell();
      if (!tag.closes) rows.push([]);
    } else if (depth === 1 && (name === 'td' || name === 'th')) {
      endCell();
      if (!tag.closes) {
        const span = (of: string): number => Number(attribute(tag, of) ?? 1) || 1;
        cell = { text: '', columns: span('colspan'), rows: span('rowspan') };
      }
    } else if (lines.has(name)) take('\n');
  }
  if (sheets.length === 0) return { wrong: 'has no table' };
  const around = outside
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    sheets: [
      sheetOf(
        textSheet,
        around.map((line) => [line]),
      ),
      ...sheets,
    ],
    remarks: [],
  };
}
