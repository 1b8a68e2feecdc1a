import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { checks } from '../../../server/src/checks/index.ts';
import { Judgement } from '../../../server/src/checks/judgement.ts';
import type { Ask } from '../../../server/src/editor/ask.ts';
import { offsetAt } from '../../../server/src/editor/places.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import type { Flag } from '../../../server/src/plan/flag.ts';
import { defaultSettings } from '../../../server/src/plan/settings.ts';
import { Plan } from '../../../server/src/plan/plan.ts';

/** An Ask, with every flag of its project. */
export interface AskInTest extends Ask {
  readonly flags: readonly Flag[];
}

/** A flag as a plain object, to be spread: what checks give works out some of it when it is asked. */
export const plainFlag = ({
  check,
  severity,
  place,
  subject,
  message,
  why,
  todo,
  fixes,
  related,
}: Flag): Flag => ({ check, severity, place, subject, message, why, todo, fixes, related });

/** A project with somebody's cursor in one of its files. */
export interface AtCursor {
  readonly ask: AskInTest;
  readonly position: Position;
}

const mark = '┆';

/** What an editor knows of a file by, from its path. */
const uriOf = (path: string): string => `file:///plan/${path}`;

/** The answers' view of a project of these texts, asked about one of them, on 1 July 2018. */
export function askOf(texts: readonly string[], asked = 0, asAt = '2018-07-01'): AskInTest {
  const files = texts.map((text, index) => new PlanFile(`file-${String(index + 1)}.plan`, text));
  const plan = new Plan(files);
  const file = files[asked];
  if (file === undefined) throw new Error('There is no such file.');
  const judgement = new Judgement(checks, { plan, asAt, settings: defaultSettings });
  return {
    plan,
    asAt,
    file,
    flags: judgement.flags,
    flagsIn: (unit) => judgement.flagsIn(unit),
    uriOf,
  };
}

/** Takes the mark ┆ out of the texts of a project: that is where the cursor stands. */
export function atCursor(...texts: readonly string[]): AtCursor {
  const asked = texts.findIndex((text) => text.includes(mark));
  const offset = texts[asked]?.indexOf(mark) ?? -1;
  if (offset < 0) throw new Error(`No text has the mark ${mark}.`);
  const ask = askOf(
    texts.map((text) => text.replace(mark, '')),
    asked,
  );
  return { ask, position: positionAt(ask.file, offset) };
}

export function positionAt(file: PlanFile, offset: number): Position {
  const { line, column } = file.positionAt(offset);
  return { line: line - 1, character: column - 1 };
}

/** The text of a range of a file. */
export const textOf = (file: PlanFile, { start, end }: Range): string =>
  file.text.slice(offsetAt(file, start), offsetAt(file, end));

/** `file-1.plan 3 CQC-2017`: where a location is, lines from 1, and what stands there. */
export function shown(ask: Ask, { uri, range }: { uri: string; range: Range }): string {
  const file = ask.plan.files.find(({ path }) => uriOf(path) === uri);
  if (file === undefined) return `unknown ${uri}`;
  return `${file.path} ${String(range.start.line + 1)} ${textOf(file, range)}`;
}

/** The texts of all files of a project after a change. */
export const changed = ({ plan }: Ask, { changes = {} }: WorkspaceEdit): string[] =>
  plan.files.map((file) => withEdits(file, changes[uriOf(file.path)] ?? []));

/** A file's text after edits, as an editor makes them: none may overlap another. */
export function withEdits(file: PlanFile, edits: readonly TextEdit[]): string {
  const inOrder = edits
    .map(({ range, newText }) => ({
      start: offsetAt(file, range.start),
      end: offsetAt(file, range.end),
      newText,
    }))
    .sort((a, b) => b.start - a.start || b.end - a.end);
  for (const [index, edit] of inOrder.entries()) {
    const after = inOrder[index - 1];
    if (after !== undefined && edit.end > after.start) throw new Error('Edits overlap.');
  }
  return inOrder.reduce(
    (text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end),
    file.text,
  );
}
