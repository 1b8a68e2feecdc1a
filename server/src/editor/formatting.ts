import type { TextEdit } from 'vscode-languageserver-types';
import { formatUnit } from '../language/printer.ts';
import type { UnitReading } from '../language/read.ts';
import type { Unit } from '../plan/file.ts';
import type { Ask } from './ask.ts';
import { rangeOf } from './places.ts';

/** Units that were found tidy, with the line end and the place at which they are: a second look costs nothing. */
const tidy = new WeakMap<UnitReading, string>();

/** The edits that lay out a file as `mustdo format` does, a line each; none when it is tidy. */
export const formatting = (ask: Ask): TextEdit[] => formattingWhere(ask, () => true);

/** The edits that lay out some of a file's units. */
export function formattingWhere({ file }: Ask, isWanted: (unit: Unit) => boolean): TextEdit[] {
  const { eol } = file;
  return file.units.flatMap((unit, index) => {
    const isLast = index === file.units.length - 1;
    const key = `${eol}${String(isLast)}`;
    if (!isWanted(unit) || tidy.get(unit.reading) === key) return [];
    const mark = index === 0 && unit.text.startsWith('\ufeff') ? 1 : 0;
    const before = unit.text.slice(mark);
    const after = formatUnit(before, eol, isLast);
    if (before !== after) return lineEdits(unit, mark, before, after);
    tidy.set(unit.reading, key);
    return [];
  });
}

/**
 * Formatting moves white space only, so lines that hold something stand in the same order in both.
 * What looks blank may be a character that cannot be seen; should the lines not meet, all of the unit
 * is put in.
 */
function lineEdits(unit: Unit, base: number, before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  const wanted = linesOf(after);
  let next = 0;
  let offset = base;
  let result = '';
  for (const line of linesOf(before)) {
    const from = next;
    if (!isBlank(line)) while (next < wanted.length && isBlank(wanted[next])) next++;
    if (isBlank(line) === isBlank(wanted[next])) next++;
    const newText = wanted.slice(from, next).join('');
    const end = offset + line.length;
    if (newText !== line) edits.push({ range: rangeOf(unit, { start: offset, end }), newText });
    offset = end;
    result += newText;
  }
  const whole = { start: base, end: base + before.length };
  return result === after ? edits : [{ range: rangeOf(unit, whole), newText: after }];
}

const isBlank = (line: string | undefined): boolean => line?.trim() === '';

/** Lines with their ends. */
const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
