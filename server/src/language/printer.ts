import type { IToken } from 'chevrotain';
import { readUnit, unitsOf } from './read.ts';
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

/** Formats a file. A unit with anything unreadable in it stays byte for byte. Never throws. */
export function formatPlan(text: string): string {
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const units = unitsOf(text.slice(mark.length));
  const formatted = units.map((unit, index) => formatUnit(unit, eol, index === units.length - 1));
  return mark + formatted.join('');
}

/** Formats one unit; the last of a file ends with one line end and no blank line. */
export function formatUnit(text: string, eol: string, isLast: boolean): string {
  if (readUnit(text).problems.length > 0) return text;
  const rows = rowsOf(text);
  const paragraphs = paragraphsOf(rows);
  const lines: string[] = [];
  for (const paragraph of paragraphs) {
    const [first] = paragraph;
    if (lines.length > 0 && first?.blankBefore === true) lines.push('');
    lines.push(...printParagraph(paragraph));
  }
  if (lines.length === 0) return '';
  const blankAfter = !isLast && /(?:\n|\r(?!\n))[^\S\r\n]*[\r\n]\s*$/.test(text);
  return `${lines.join('\n')}\n${blankAfter ? '\n' : ''}`.replaceAll('\n', eol);
}

type Piece = IToken;

interface Row {
  readonly pieces: readonly Piece[];
  readonly depth: number;
  readonly blankBefore: boolean;
}

/** The lines of a unit as tokens and comments, with their depth and whether a blank line stood before. */
function rowsOf(text: string): Row[] {
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
  return rows;
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
  if (first?.tokenType === Pipe) return 'grid';
  if (depth === 0 || first?.tokenType !== WordToken || second === undefined) return 'single';
  const several = pieces.some(
    ({ tokenType, image }) =>
      tokenType === LeftBrace ||
      tokenType === RightBrace ||
      tokenType === Text ||
      /[\r\n]/.test(image),
  );
  return several || isComment(second) ? 'single' : 'property';
}

function printParagraph(rows: readonly Row[]): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  const kind = kindOf(first);
  if (kind === 'grid') return printGrid(rows);
  const widest =
    kind === 'property' ? Math.max(...rows.map((row) => widthOf(row.pieces[0]?.image ?? ''))) : 0;
  return rows.flatMap((row) => printRow(row, widest));
}

/** A row's lines: one, or several where a text or a comment runs over them. */
function printRow({ pieces, depth }: Row, keywordWidth: number): string[] {
  const indent = indentation.repeat(depth);
  let line = indent;
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    const gap = before === undefined ? '' : gapBetween(before, piece);
    const padded = index === 1 ? line.padEnd(indent.length + keywordWidth) : line;
    line = padded + gap + (piece.tokenType === Text ? printText(piece.image, indent) : piece.image);
  }
  return line.split(/\r\n|\n|\r/);
}

function printText(image: string, indent: string): string {
  const content = dedent(image).text.split('\n');
  const lines = content.map((line) => (line === '' ? '' : `${indent}${indentation}${line}`));
  return ['"""', ...lines, `${indent}"""`].join('\n');
}

/** White space between two tokens of a row. Commas within a number stay where they are. */
function gapBetween(before: Piece, piece: Piece): string {
  if (isLineComment(piece)) return indentation;
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

function printGrid(rows: readonly Row[]): string[] {
  const cells = rows.map(({ pieces }) => cellsOf(pieces));
  const columns = Math.max(...cells.map((row) => row.texts.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...cells.map((row) => widthOf(row.texts[column] ?? ''))),
  );
  return rows.flatMap((row, index) => {
    const { texts = [], comments = '' } = cells[index] ?? {};
    const padded = texts.map(
      (text, column) => text + ' '.repeat((widths[column] ?? 0) - widthOf(text)),
    );
    const line = `${indentation.repeat(row.depth)}| ${padded.join(' | ')} |${comments}`;
    return line.split(/\r\n|\n|\r/);
  });
}

function cellsOf(pieces: readonly Piece[]): { texts: string[]; comments: string } {
  const cells: Piece[][] = [];
  const after: string[] = [];
  for (const piece of pieces) {
    if (piece.tokenType === Pipe) cells.push([]);
    else if (isComment(piece)) after.push(piece.image);
    else cells.at(-1)?.push(piece);
  }
  if (cells.at(-1)?.length === 0) cells.pop();
  const texts = cells.map((cell) =>
    cell
      .map(
        (piece, index) =>
          (index === 0 ? '' : gapBetween(cell[index - 1] ?? piece, piece)) + piece.image,
      )
      .join(''),
  );
  return { texts, comments: after.map((comment) => indentation + comment).join('') };
}
