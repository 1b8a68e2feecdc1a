import { formatUnit } from '../language/printer.ts';
import type { PlanFile, Unit } from '../plan/file.ts';
import type { Edit } from '../plan/flag.ts';

/** Changes of text in the files of a plan: line ends follow the file's, and what was tidy stays so. */

/** New text for a stretch of a file; offsets count from the start of the file. */
export interface FileEdit {
  readonly file: PlanFile;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An edit of a unit as one of its file. */
export const inFile = ({ unit, span, text }: Edit): FileEdit => ({
  file: unit.file,
  start: unit.start + span.start,
  end: unit.start + span.end,
  text,
});

/** Edits by the file that they are of, in the order in which the files first come. */
export const editsByFile = (edits: readonly FileEdit[]): Map<PlanFile, FileEdit[]> =>
  Map.groupBy(edits, ({ file }) => file);

/** A text with the line ends of a file. */
export const withEndsOf = ({ eol }: PlanFile, text: string): string =>
  text.replaceAll(/\r\n|\n|\r/g, eol);

/** The text of a file once edits are made, laid out where it was; edits must not overlap. */
export const textAfter = (file: PlanFile, edits: readonly FileEdit[]): string =>
  applied(file.text, 0, tidied(file, edits));

/** The edits of one file, so that each unit that was tidy is so with them; the others move nothing else. */
export function tidied(file: PlanFile, edits: readonly FileEdit[]): FileEdit[] {
  const own = edits.map((edit) => ({ ...edit, text: withEndsOf(file, edit.text) }));
  const placed = own.map((edit) => ({ edit, unit: unitOf(file, edit) }));
  if (placed.some(({ unit }) => unit === undefined)) return own;
  return [...Map.groupBy(placed, ({ unit }) => unit)].flatMap(([unit, group]) => {
    const raw = group.map(({ edit }) => edit);
    return unit === undefined ? raw : (laidOut(unit, raw, file.eol) ?? raw);
  });
}

/** The unit that an edit is in; undefined where it goes beyond one. */
function unitOf(file: PlanFile, { start, end }: FileEdit): Unit | undefined {
  const unit = file.unitAt(start);
  return unit !== undefined && end <= unit.start + unit.text.length ? unit : undefined;
}

function laidOut(unit: Unit, edits: readonly FileEdit[], eol: string): FileEdit[] | undefined {
  const { file, text, start, reading } = unit;
  const isLast = file.units.at(-1) === unit;
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const format = (whole: string): string =>
    mark + formatUnit(whole.slice(mark.length), eol, isLast);
  if (reading.problems.length > 0 || format(text) !== text) return undefined;
  const after = format(applied(text, start, edits));
  return [{ file, ...difference(text, after, start) }];
}

/** A text with edits made; `base` is where it begins in its file. */
export function applied(text: string, base: number, edits: readonly FileEdit[]): string {
  let at = 0;
  let result = '';
  // What is put in where something is taken out stands before that.
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start - base) + edit.text;
    at = edit.end - base;
  }
  return result + text.slice(at);
}

/** The lines that differ, as one edit. */
function difference(before: string, after: string, base: number): Omit<FileEdit, 'file'> {
  const old = linesOf(before);
  const wanted = linesOf(after);
  let first = 0;
  while (first < old.length && old[first] === wanted[first]) first++;
  let last = 0;
  const most = Math.min(old.length, wanted.length) - first;
  while (last < most && old.at(-1 - last) === wanted.at(-1 - last)) last++;
  const start = old.slice(0, first).join('').length;
  const end = before.length - old.slice(old.length - last).join('').length;
  const text = wanted.slice(first, wanted.length - last).join('');
  return { start: base + start, end: base + end, text };
}

/** Lines with their ends. */
const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
