import type { IToken } from 'chevrotain';
import { readUnit, unitsOf } from './read.ts';
import { blank } from './shapes.ts';
import {
  Colon,
  Comma,
  dedent,
  LeftBrace,
  Newline,
  Pipe,
  RightBrace,
  Text,
  tokenEnd,
  tokenize,
  WordToken,
} from './tokens.ts';

/**
 * The formatter: two spaces a level, the values of a paragraph's properties in one column, grids
 * aligned, texts re-indented, one blank line at most. It moves white space only: every token,
 * comment and raw form stays as it was written.
 */

const indentation = '  ';

const visible = new RegExp(`(?!${blank})[^\\r\\n]`);

/** Formats a file. A unit with anything unreadable in it stays byte for byte. Never throws. */
export function formatPlan(text: string): string {
  const eol = lineEndOf(text);
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const units = unitsOf(text.slice(mark.length));
  const formatted = units.map((unit, index) => formatUnit(unit, eol, index === units.length - 1));
  return mark + formatted.join('');
}

/** The first line end that formatting keeps: blank lines at the start go. */
function lineEndOf(text: string): string {
  const lineEnd = /\r\n|\n|\r/;
  const kept = text.slice(Math.max(text.search(visible), 0));
  return (lineEnd.exec(kept) ?? lineEnd.exec(text))?.[0] ?? '\n';
}

/** Formats one unit; the last of a file ends with one line end and no blank line. */
export function formatUnit(text: string, eol: string, isLast: boolean): string {
  if (readUnit(text).problems.length > 0) return text;
  const { rows, blankAfter } = rowsOf(text);
  if (rows.length === 0) return '';
  const lines = paragraphsOf(rows).flatMap((paragraph, index) => {
    const printed = printParagraph(paragraph);
    return index > 0 && paragraph[0]?.blankBefore === true ? ['', ...printed] : printed;
  });
  return `${lines.join('\n')}\n${blankAfter && !isLast ? '\n' : ''}`.replaceAll('\n', eol);
}

type Piece = IToken;

interface Row {
  readonly pieces: readonly Piece[];
  readonly depth: number;
  readonly blankBefore: boolean;
}

/** The lines of a unit as tokens and comments, with their depth and whether blank lines stood around them. */
function rowsOf(text: string): { rows: Row[]; blankAfter: boolean } {
  const { tokens, comments } = tokenize(text);
  const pieces = [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset);
  const rows: Row[] = [];
  let row: Piece[] = [];
  let depth = 0;
  let blanks = 0;
  const endRow = () => {
    if (row.length === 0) {
      blanks++;
      return;
    }
    const opens = row.filter((piece) => piece.tokenType === LeftBrace).length;
    const closes = row.filter((piece) => piece.tokenType === RightBrace).length;
    const startsClosed = row[0]?.tokenType === RightBrace;
    const before = rows.at(-1)?.pieces.at(-1);
    const blankBefore = blanks > 0 && !startsClosed && before?.tokenType !== LeftBrace;
    rows.push({ pieces: row, depth: depth - (startsClosed ? 1 : 0), blankBefore });
    depth += opens - closes;
    row = [];
    blanks = 0;
  };
  for (const piece of pieces) {
    if (piece.tokenType === Newline) endRow();
    else row.push(piece);
  }
  endRow();
  // The first of the empty rows at the end is what stands after the last line's end.
  return { rows, blankAfter: blanks > 1 };
}

/** Runs of rows that are laid out together: properties in a column, the rows of a grid. */
function paragraphsOf(rows: readonly Row[]): Row[][] {
  const paragraphs: Row[][] = [];
  for (const row of rows) {
    const before = paragraphs.at(-1)?.at(-1);
    const kind = kindOf(row);
    const joins =
      before !== undefined &&
      !row.blankBefore &&
      kind !== 'single' &&
      kind === kindOf(before) &&
      before.depth === row.depth;
    if (joins) paragraphs.at(-1)?.push(row);
    else paragraphs.push([row]);
  }
  return paragraphs;
}

function kindOf({ pieces, depth }: Row): 'property' | 'grid' | 'single' {
  const [first, second] = pieces;
  const several = pieces.some(
    ({ tokenType, image }) =>
      tokenType === LeftBrace ||
      tokenType === RightBrace ||
      tokenType === Text ||
      /[\r\n]/.test(image),
  );
  if (several) return 'single';
  if (first?.tokenType === Pipe) return 'grid';
  if (depth === 0 || first?.tokenType !== WordToken || second === undefined) return 'single';
  return isComment(second) ? 'single' : 'property';
}

function printParagraph(rows: readonly Row[]): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  const kind = kindOf(first);
  if (kind === 'grid') return printGrid(rows);
  const widest = kind === 'property' ? widestOf(rows.map((row) => row.pieces[0]?.image ?? '')) : 0;
  return rows.flatMap((row) => printRow(row, widest));
}

/** A row's lines: one, or several where a text or a comment runs over them. */
function printRow({ pieces, depth }: Row, keywordWidth: number): string[] {
  const indent = indentation.repeat(depth);
  let line = indent;
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    const gap = before === undefined ? '' : gapBetween(before, piece);
    if (index === 1) line = indent + padded(before?.image ?? '', keywordWidth);
    line += gap + (piece.tokenType === Text ? printText(piece.image, indent) : piece.image);
  }
  return line.split(/\r\n|\n|\r/);
}

function printText(image: string, indent: string): string {
  const { text } = dedent(image);
  const content = text === '' ? [] : text.split('\n');
  const lines = content.map((line) => (line === '' ? '' : `${indent}${indentation}${line}`));
  return ['"""', ...lines, `${indent}"""`].join('\n');
}

/** White space between two tokens of a row. Commas within a number stay where they are. */
function gapBetween(before: Piece, piece: Piece): string {
  if (isLineComment(piece)) return indentation;
  if (isComment(piece)) return ' ';
  if (piece.tokenType === Colon || before.tokenType === Colon) return '';
  if (piece.tokenType === Comma) return '';
  if (before.tokenType === Comma && isWithinNumber(before, piece)) return '';
  return ' ';
}

const isWithinNumber = (comma: Piece, next: Piece): boolean =>
  tokenEnd(comma) === next.startOffset && /^\d{3}(\.\d+)?$/.test(next.image);

const isComment = (piece: Piece): boolean => /^\/[/*]/.test(piece.image);
const isLineComment = (piece: Piece): boolean => piece.image.startsWith('//');

/** Characters, not UTF-16 units, so that columns stand under one another. */
const widthOf = (text: string): number => Array.from(text).length;

const widestOf = (texts: readonly string[]): number =>
  texts.reduce((widest, text) => Math.max(widest, widthOf(text)), 0);

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(width - widthOf(text), 0));

function printGrid(rows: readonly Row[]): string[] {
  const cells = rows.map(({ pieces }) => cellsOf(pieces));
  const columns = cells.reduce((most, { texts }) => Math.max(most, texts.length), 0);
  const widths = Array.from({ length: columns }, (_, column) =>
    widestOf(cells.map(({ texts }) => texts[column] ?? '')),
  );
  return cells.map(({ texts, closed, comments }, index) => {
    const row = texts.map((text, column) => `| ${padded(text, widths[column] ?? 0)} `).join('');
    const line = closed ? `${row}|` : row.trimEnd();
    return indentation.repeat(rows[index]?.depth ?? 0) + line + comments;
  });
}

interface Cells {
  readonly texts: readonly string[];
  /** Whether a bar stands after the last. */
  readonly closed: boolean;
  readonly comments: string;
}

function cellsOf(pieces: readonly Piece[]): Cells {
  const cells: Piece[][] = [];
  const after: string[] = [];
  for (const piece of pieces) {
    if (piece.tokenType === Pipe) cells.push([]);
    else if (isComment(piece)) after.push(piece.image);
    else cells.at(-1)?.push(piece);
  }
  const closed = cells.at(-1)?.length === 0;
  if (closed) cells.pop();
  const texts = cells.map((cell) =>
    cell
      .map(
        (piece, index) =>
          (index === 0 ? '' : gapBetween(cell[index - 1] ?? piece, piece)) + piece.image,
      )
      .join(''),
  );
  return { texts, closed, comments: after.map((comment) => indentation + comment).join('') };
}
