import type { PlanFile, Unit } from '../../plan/file.ts';
import { applied, editsByFile, tidied, type FileEdit } from '../../writing/tidy.ts';
import { oneLine } from '../flags/plain.ts';

/** How edits change the text of a file, line by line, for people to look at first. */

/** A block with its lines: `-` goes, `+` comes, a space stays. */
export interface Hunk {
  /** The line of the file at which it begins, counted from 1. */
  readonly line: number;
  readonly lines: readonly { readonly sign: '-' | '+' | ' '; readonly text: string }[];
}

/**
 * The blocks that edits change as lines of text, a blank line and where it stands before each.
 * @param folder the project’s folder as people see it, with a `/` at its end
 */
export const hunksInText = (edits: readonly FileEdit[], folder: string): string[] =>
  [...editsByFile(edits)].flatMap(([file, own]) =>
    hunksOf(file, own).flatMap((hunk) => [
      '',
      oneLine(`${folder}${file.path}, line ${String(hunk.line)}`),
      ...hunk.lines.map(({ sign, text }) => `${sign} ${indented(text)}`.trimEnd()),
    ]),
  );

/** A line with its indentation, and nothing in it that a terminal would obey. */
const indented = (text: string): string => (/^ */.exec(text)?.[0] ?? '') + oneLine(text);

/** The blocks that edits change, each with the line before and after what changes. */
function hunksOf(file: PlanFile, edits: readonly FileEdit[]): Hunk[] {
  const byUnit = Map.groupBy(tidied(file, edits), ({ start }) => file.unitAt(start));
  return [...byUnit].flatMap(([unit, own]) => (unit === undefined ? [] : hunkIn(unit, own)));
}

function hunkIn(unit: Unit, edits: readonly FileEdit[]): Hunk[] {
  const before = linesOf(unit.text);
  const after = linesOf(applied(unit.text, unit.start, edits));
  let first = 0;
  while (first < before.length && before[first] === after[first]) first++;
  let last = 0;
  const most = Math.min(before.length, after.length) - first;
  while (last < most && before.at(-1 - last) === after.at(-1 - last)) last++;
  const context = (at: number): Hunk['lines'] =>
    before.slice(Math.max(at, 0), at + 1).map((text) => ({ sign: ' ', text }));
  const lines = [
    ...context(first - 1),
    ...compared(before.slice(first, before.length - last), after.slice(first, after.length - last)),
    ...(last === 0 ? [] : context(before.length - last)),
  ];
  return [{ line: unit.line + 1 + Math.max(first - 1, 0), lines }];
}

const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** The shortest way from some lines to others: the longest sequence that both have stays. */
function compared(before: readonly string[], after: readonly string[]): Hunk['lines'] {
  const width = after.length + 1;
  // A block of this many lines is nobody's action; it is shown as taken out and put in.
  const lengths = new Uint32Array(
    before.length * after.length > 4_000_000 ? 0 : (before.length + 1) * width,
  );
  const lengthAt = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  if (lengths.length > 0) {
    for (let row = before.length - 1; row >= 0; row--) {
      for (let column = after.length - 1; column >= 0; column--) {
        lengths[row * width + column] =
          before[row] === after[column]
            ? lengthAt(row + 1, column + 1) + 1
            : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
      }
    }
  }
  const lines: { sign: '-' | '+' | ' '; text: string }[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const [old, wanted] = [before[row], after[column]];
    if (old !== undefined && old === wanted) {
      lines.push({ sign: ' ', text: old });
      row++;
      column++;
    } else if (
      old !== undefined &&
      (wanted === undefined || lengthAt(row + 1, column) >= lengthAt(row, column + 1))
    ) {
      lines.push({ sign: '-', text: old });
      row++;
    } else {
      lines.push({ sign: '+', text: wanted ?? '' });
      column++;
    }
  }
  return lines;
}
