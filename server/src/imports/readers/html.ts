import { parse, defaultTreeAdapter, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { sheetOf, type Refusal, type Sheet, type Sheets } from '../cells.ts';
import { gridOf, textSheet, type Spanning } from './grid.ts';

/** Tables of web pages, which parse5 reads as browsers do; nothing on the page is run, and nothing is fetched. */

const unseen: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'head', 'title', 'noscript', 'iframe', 'object', 'svg'],
]);
const lines: ReadonlySet<string> = new Set([
  ...['p', 'div', 'li', 'tr', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'pre'],
]);

/** As deep as browsers go: in deeper pages every tag would take longer than the one before. */
const deepest = 512;

class TooDeep extends Error {}

/** Reads every table of a page; a table within a cell is text of that cell. */
export function readHtml(html: string): Sheets | Refusal {
  let page: Tree.Document;
  let depth = 0;
  try {
    page = parse(html, {
      scriptingEnabled: false,
      treeAdapter: {
        ...defaultTreeAdapter,
        onItemPush() {
          if (++depth > deepest) throw new TooDeep();
        },
        onItemPop() {
          depth--;
        },
      },
    });
  } catch (error) {
    if (error instanceof TooDeep) return { wrong: 'has tags in one another too deep to be read' };
    throw error;
  }
  const sheets: Sheet[] = [];
  const around: string[] = [];
  for (const table of tablesIn(page, around)) {
    const made = gridOf(`Table ${String(sheets.length + 1)}`, rowsOf(table));
    if ('wrong' in made) return made;
    sheets.push(made);
  }
  if (sheets.length === 0) return { wrong: 'has no table' };
  const outside = around
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => [line]);
  return { sheets: [sheetOf(textSheet, outside), ...sheets], remarks: [] };
}

/** The outermost tables below a node; the text around them is added to a list. */
function tablesIn(node: Tree.ParentNode, around: string[]): Tree.Element[] {
  return node.childNodes.flatMap((child) => {
    if ('value' in child) around.push(inOneLine(child.value));
    if (!('tagName' in child) || unseen.has(child.tagName)) return [];
    if (lines.has(child.tagName) || child.tagName === 'br') around.push('\n');
    if (child.tagName === 'table') {
      const captions = elementsOf(child).filter(({ tagName }) => tagName === 'caption');
      around.push(...captions.map((caption) => `\n${textOf(caption)}\n`));
      return [child];
    }
    const tables = tablesIn(child, around);
    if (lines.has(child.tagName)) around.push('\n');
    return tables;
  });
}

/** The cells of a table, row by row. */
const rowsOf = (node: Tree.ParentNode): Spanning[][] =>
  elementsOf(node).flatMap((child) =>
    child.tagName === 'tr'
      ? [
          elementsOf(child)
            .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
            .map(cellOf),
        ]
      : child.tagName === 'caption'
        ? []
        : rowsOf(child),
  );

const elementsOf = (node: Tree.ParentNode): Tree.Element[] =>
  node.childNodes.filter((child) => 'tagName' in child);

function cellOf(cell: Tree.Element): Spanning {
  const span = (of: string): number =>
    Number(cell.attrs.find(({ name }) => name === of)?.value ?? 1) || 1;
  return { text: linesOnce(textOf(cell)), columns: span('colspan'), rows: span('rowspan') };
}

const textOf = (node: Tree.ParentNode): string =>
  node.childNodes
    .map((child) => {
      if ('value' in child) return inOneLine(child.value);
      if (!('tagName' in child) || unseen.has(child.tagName)) return '';
      if (child.tagName === 'br') return '\n';
      const end = lines.has(child.tagName) ? '\n' : isCell(child) ? ' ' : '';
      return `${end === '\n' ? end : ''}${textOf(child)}${end}`;
    })
    .join('');

const isCell = ({ tagName }: Tree.Element): boolean => tagName === 'td' || tagName === 'th';

/** Lines that end several elements end once. */
const linesOnce = (text: string): string => text.replaceAll(/\s*\n\s*/g, '\n');

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
