import type {
  CreateFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { formatUnit } from '../language/printer.ts';
import type { PlanFile, Unit } from '../plan/file.ts';
import type { Edit } from '../plan/flag.ts';
import type { Ask } from './ask.ts';
import { positionAt, unitAt } from './places.ts';

/** Changes of text as the answers make them, and as an editor takes them. */

/** New text for a stretch of a file; offsets count from the start of the file. */
export interface FileEdit {
  readonly file: PlanFile;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits that belong together, none of which overlaps another; perhaps a file that is new. */
export interface Change {
  readonly edits: readonly FileEdit[];
  /** Whether whole blocks only change places, so that nothing has to be laid out. */
  readonly asIs?: boolean | undefined;
  /** Its path in the project, which no file has yet. */
  readonly newFile?: { readonly path: string; readonly text: string } | undefined;
}

/** What an editor can take. */
export interface EditAbilities {
  /** Whether it knows edits of documents in a version, and operations on files. */
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  /** The version of a document that is open. */
  readonly versionOf: (uri: string) => number | undefined;
}

/** An edit of a unit as one of its file. */
export const inFile = ({ unit, span, text }: Edit): FileEdit => ({
  file: unit.file,
  start: unit.start + span.start,
  end: unit.start + span.end,
  text,
});

/** A change as an editor makes it. What was laid out tidily is tidy afterwards; line ends follow the file's. */
export function workspaceEditOf(ask: Ask, change: Change, can: EditAbilities): WorkspaceEdit {
  const byFile = [...groupBy(change.edits, ({ file }) => file)].map(([file, edits]) => ({
    uri: ask.uriOf(file.path),
    edits: (change.asIs === true ? edits : tidied(file, edits)).map(textEdit),
  }));
  if (!can.documentChanges) {
    return { changes: Object.fromEntries(byFile.map(({ uri, edits }) => [uri, edits])) };
  }
  const { newFile } = change;
  const documents: TextDocumentEdit[] = byFile.map(({ uri, edits }) => ({
    textDocument: { uri, version: can.versionOf(uri) ?? null },
    edits,
  }));
  const created = newFile === undefined ? [] : creation(ask, newFile);
  return { documentChanges: [...created, ...documents] };
}

function creation(
  ask: Ask,
  { path, text }: { readonly path: string; readonly text: string },
): [CreateFile, TextDocumentEdit] {
  const uri = ask.uriOf(path);
  const start = { line: 0, character: 0 };
  const newText = text.replaceAll(/\r\n|\n|\r/g, ask.file.eol);
  return [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
  ];
}

/** An edit as an editor has it; line ends follow the file's. */
export function textEdit({ file, start, end, text }: FileEdit): TextEdit {
  return {
    range: { start: positionAt(file, start), end: positionAt(file, end) },
    newText: text.replaceAll(/\r\n|\n|\r/g, file.eol),
  };
}

/** The edits of one file, so that each unit that was tidy is so with them; the others move nothing else. */
function tidied(file: PlanFile, edits: readonly FileEdit[]): FileEdit[] {
  const eol = file.eol;
  const own = edits.map((edit) => ({
    ...edit,
    text: edit.text.replaceAll(/\r\n|\n|\r/g, eol),
  }));
  const placed = own.map((edit) => ({ edit, unit: unitOf(file, edit) }));
  if (placed.some(({ unit }) => unit === undefined)) return own;
  return [...groupBy(placed, ({ unit }) => unit)].flatMap(([unit, group]) => {
    const raw = group.map(({ edit }) => edit);
    return unit === undefined ? raw : (laidOut(unit, raw, eol) ?? raw);
  });
}

/** The unit that an edit is in; undefined where it goes beyond one. */
function unitOf(file: PlanFile, { start, end }: FileEdit): Unit | undefined {
  const unit = unitAt(file, start);
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

function applied(text: string, base: number, edits: readonly FileEdit[]): string {
  let at = 0;
  let result = '';
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
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

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
