import { readFileSync } from 'node:fs';
import { sheetOf, type Sheet, type Sheets } from '../../server/src/imports/cells.ts';
import { readSheets } from '../../server/src/imports/readers/index.ts';
import { noMapping, type Mapping } from '../../server/src/imports/recognise/mapping.ts';
import { ownCells } from '../../server/src/imports/recognise/tables.ts';
import { formatPlan } from '../../server/src/language/printer.ts';
import { importedFrom, type Imported } from '../../server/src/imports/written/import.ts';
import { planOf } from './plans.ts';

const folder = new URL('../fixtures/imports/', import.meta.url);

/** The bytes of a fixture. */
export const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(name, folder)));

/** Every fixture that is a file as trusts have them. */
export const fixtureNames = [
  'fifteen-columns.tsv',
  'fifteen-columns.xlsx',
  'fifteen-columns-libreoffice.xlsx',
  'board-tracker.csv',
  'must-should.xlsx',
  'must-should-libreoffice.xlsx',
  'special-measures.docx',
  'special-measures-libreoffice.docx',
  'messy.xlsx',
] as const;

/** What a file holds; a test whose file is refused fails. */
export async function sheetsOf(bytes: Uint8Array<ArrayBuffer>): Promise<Sheets> {
  const read = await readSheets(bytes);
  if ('wrong' in read) throw new Error(`It ${read.wrong}.`);
  return read;
}

/** Rows of texts as what a file holds. */
export const rowsOf = (...rows: readonly (readonly string[])[]): Sheets => ({
  sheets: [sheetOf('', rows)],
  remarks: [],
});

/** What tables become; a test whose tables are not recognised fails. */
export function imported(read: Sheets, mapping: Mapping = noMapping): Imported {
  const made = importedFrom(read, mapping, { id: 'P', origin: 'plan.xlsx' });
  if (made === undefined) throw new Error('No headings were recognised.');
  return made;
}

/** The text of one file that an import makes; empty where it makes none of that name. */
export const fileOf = (made: Imported, name: string): string => made.files.get(name) ?? '';

/** All that an import writes about a plan. */
export const planText = (made: Imported): string =>
  [...made.files]
    .filter(([name]) => name.endsWith('.plan'))
    .map(([, text]) => text)
    .join('\n');

/** What cannot be read in the plan that an import makes. */
export function unreadableIn(made: Imported): string[] {
  const plan = planOf(planText(made));
  return plan.files.flatMap((file) =>
    file.units.flatMap((unit) =>
      unit.reading.problems.map((problem) => `${problem.code}: ${unit.text.slice(0, 200)}`),
    ),
  );
}

/** What the formatter would lay out otherwise than the import has, by files. */
export const unformattedIn = (made: Imported): string[] =>
  [...made.files].flatMap(([name, text]) =>
    name.endsWith('.plan') && formatPlan(text) !== text ? [`${name}: ${formatPlan(text)}`] : [],
  );

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The cells whose words are nowhere: neither in the plan, nor among the headings that the report lists, nor
 * listed as left out. Words of must and should stand as the keyword of the requirement.
 */
export function lostIn(read: Sheets, made: Imported): string[] {
  const written = new Set(wordsIn(planText(made)));
  const headings = new Set(
    wordsIn(made.tables.flatMap(({ columns }) => columns.map(({ heading }) => heading)).join(' ')),
  );
  const leftOut = new Set(made.leftOut.map(({ at }) => at));
  const isIn = (words: ReadonlySet<string>, text: string): boolean =>
    wordsIn(text).every((word) => words.has(word));
  return cellsOf(read.sheets)
    .filter(({ at, text }) => !leftOut.has(at) && !isIn(written, text) && !isIn(headings, text))
    .filter(({ text }) => !/^(?:musts?|shoulds?)(?: dos?)?$|^[ms]d$/i.test(text))
    .map(({ at, text }) => `${at}: ${text}`);
}

/** Every cell with something in it; those that a merged cell fills are the same one. */
export const cellsOf = (sheets: readonly Sheet[]) =>
  sheets.flatMap(({ rows }) => rows.flatMap(ownCells));
