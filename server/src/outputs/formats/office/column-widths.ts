import { textOf, type Cell, type Table } from '../../tables/table.ts';
import { linesOf } from './texts.ts';

/** How wide a column has to be, in letters. */
export interface Need {
  /** Of its longest word: with less, words would break apart. */
  readonly least: number;
  /** Of its longest line: with more, nothing would be gained. */
  readonly most: number;
}

/** So many rows tell what a column holds. */
const telling = 500;
/** No column needs more for one word; longer ones break. */
const longestWord = 18;
/** A line of more letters is slow to read. */
const longestLine = { prose: 72, other: 28 };

/** Bold letters are that much wider; headings, the first column and tags are bold. */
const bold = 1.12;

/** What each column of a table needs, by what it holds. */
export const needsOf = ({ columns, rows }: Table): Need[] =>
  columns.map((column, index) => {
    const heading = widened(needOf(column.heading), bold);
    const cells = rows.slice(0, telling).flatMap((row) => row.cells[index] ?? []);
    const needs = [
      heading,
      ...cells.map((cell) => widened(needOfCell(cell), index === 0 ? bold : 1)),
    ];
    const least = Math.min(longestWord, Math.max(3, ...needs.map((need) => need.least)));
    const longest = column.prose === true ? longestLine.prose : longestLine.other;
    const most = Math.min(longest, Math.max(...needs.map((need) => need.most)));
    return { least, most: Math.max(least, most) };
  });

const widened = ({ least, most }: Need, by: number): Need => ({
  least: least * by,
  most: most * by,
});

function needOfCell(cell: Cell): Need {
  if (cell.type === 'list' || cell.type === 'lines') {
    const needs = cell.cells.map(needOfCell);
    return { least: Math.max(...needs.map(({ least }) => least)), most: needOf(textOf(cell)).most };
  }
  const need = widened(needOf(textOf(cell)), cell.type === 'tag' ? bold : 1);
  return isWhole(cell) ? { ...need, least: need.most } : need;
}

/** A number, a date and a short reference read badly over two lines. */
const isWhole = (cell: Cell): boolean =>
  cell.type === 'number' ||
  ((cell.type === 'date' || (cell.type === 'item' && cell.label.length <= 12)) &&
    cell.given === undefined);

function needOf(text: string): Need {
  const lines = linesOf(text);
  const words = lines.flatMap((line) => line.split(' ')).flatMap(unbroken);
  return { least: Math.max(...words.map(widthOf)), most: Math.max(...lines.map(widthOf)) };
}

/** A short reference is not broken at its hyphens. */
const unbroken = (word: string): string[] => (word.length <= 12 ? [word] : word.split('-'));

/** How much wider than most the widest letters are in Arial. */
const widest = 1.55;

/** How much wider or narrower than most a kind of letter is. */
const kinds: readonly { readonly letters: string; readonly factor: number }[] = [
  { letters: "ijlftrI.,:;'’()|-", factor: 0.6 },
  { letters: 'ABCDEFGHJKLNOPQRSTUVXYZ', factor: 1.3 },
  { letters: 'MWmw%@', factor: widest },
];

/** The kind of each letter that is of one, by its code, counted from 1. */
const kindOf = new Uint8Array(0x2020);
for (const [index, { letters }] of kinds.entries())
  for (const letter of letters) kindOf[letter.charCodeAt(0)] = index + 1;

/** The width of a line, in letters of which most are as wide. */
export function widthOf(line: string): number {
  const amounts = [0, 0, 0, 0];
  for (let at = 0; at < line.length; at++) {
    const kind = kindOf[line.charCodeAt(at)] ?? 0;
    amounts[kind] = (amounts[kind] ?? 0) + 1;
  }
  return kinds.reduce(
    (width, { factor }, index) => width + (factor - 1) * (amounts[index + 1] ?? 0),
    line.length,
  );
}

/** How many lines a text takes in a column, broken between words and after hyphens. */
export function linesIn(text: string, width: number): number {
  return linesOf(text).reduce((sum, line) => sum + brokenInto(line, width), 0);
}

function brokenInto(line: string, width: number): number {
  if (line.length * widest <= width) return 1;
  let lines = 1;
  let filled = 0;
  for (const piece of line.split(/(?<=[ -])/)) {
    const length = widthOf(piece);
    if (filled > 0 && filled + widthOf(piece.trimEnd()) > width) {
      lines += 1;
      filled = 0;
    }
    // A word that is longer than the column is broken anywhere.
    lines += Math.max(0, Math.ceil(length / width) - 1);
    filled = length > width ? length % width : filled + length;
  }
  return lines;
}

/**
 * Shares room out to columns: each gets what its words need, and of what is left those the most that have the
 * longest lines, as a page does. A table of few short words does not take it all.
 * @param room in characters
 */
export function shared(needs: readonly Need[], room: number): number[] {
  const least = sum(needs.map((need) => need.least));
  const wished = sum(needs.map((need) => need.most - need.least));
  const left = room - least;
  if (left <= 0) return needs.map((need) => (need.least / least) * room);
  if (left >= wished) {
    const more = Math.min(4, (left - wished) / needs.length);
    return needs.map((need) => need.most + more);
  }
  return needs.map((need) => need.least + (left * (need.most - need.least)) / wished);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Lengths in twentieths of a point, in letters of 8 points: of one of them, and of the room at each side of a cell. */
const letter = 88;
export const beside = 100;

/**
 * How wide the columns of a table are on a page, in whole twentieths of a point; undefined where it has so many that words
 * would break apart in them.
 * @param width of the page between its margins, in twentieths of a point
 */
export function widthsOn(table: Table, width: number): number[] | undefined {
  const needs = needsOf(table);
  const room = (width - needs.length * beside * 2) / letter;
  if (sum(needs.map(({ least }) => least)) > room) return undefined;
  return shared(needs, room).map((letters) => Math.floor(letters * letter) + beside * 2);
}
