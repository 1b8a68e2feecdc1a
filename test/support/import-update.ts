import { sideOf, type Side } from '../../server/src/imports/update/side.ts';
import { updateOf, type Open, type Update } from '../../server/src/imports/update/update.ts';
import { noMapping } from '../../server/src/imports/recognise/mapping.ts';
import type { Sheets } from '../../server/src/imports/cells.ts';
import { PlanFile } from '../../server/src/plan/file.ts';
import { Plan } from '../../server/src/plan/plan.ts';
import { editsByFile, textAfter } from '../../server/src/writing/tidy.ts';
import { imported } from './imports.ts';

/** The files of a plan, by their names. */
export type Files = ReadonlyMap<string, string>;

/** Nothing is left to settle. */
export const settled: Open = { links: {}, unsettled: {}, notAdded: [], gone: [] };

/** The plan files that an import of some tables makes. */
export const planFiles = (read: Sheets): Files =>
  new Map([...imported(read).files].filter(([name]) => name.endsWith('.plan')));

export const planIn = (files: Files): Plan =>
  new Plan(
    [...files].map(([name, text]) => new PlanFile(name, text)),
    false,
  );

/** What cells become; a test whose headings are not recognised fails. */
export function side({ sheets }: Sheets): Side {
  const made = sideOf(sheets, noMapping);
  if (made === undefined) throw new Error('No headings were recognised.');
  return made;
}

export interface Taken extends Update {
  readonly files: Files;
}

/** Takes what a spreadsheet says now into the files of a plan. */
export function takenInto(files: Files, before: Sheets, now: Sheets, open = settled): Taken {
  const plan = planIn(files);
  const update = updateOf(plan, open, side(before), side(now));
  const byFile = editsByFile(update.edits);
  const after = plan.files.map((file): [string, string] => [
    file.path,
    textAfter(file, byFile.get(file) ?? []),
  ]);
  return { ...update, files: new Map(after) };
}

/** Differences as lines: “conflict: action 2, due”. */
export const inWords = ({ differences }: Update, ...types: string[]): string[] =>
  differences
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .map(({ type, name, what }) => `${type}: ${name}${what === '' ? '' : `, ${what}`}`);
