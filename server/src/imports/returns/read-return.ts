import { isIsoDate, dayInWords } from '../../plan/calendar.ts';
import {
  askedColumns,
  cellText,
  filledInLabel,
  givenColumns,
  identityFields,
  identitySheet,
  layoutVersion,
  markHeading,
  markOf,
  returnSheet,
  type AskedColumn,
  type GivenColumn,
  type Identity,
} from './layout.ts';
import { readWorkbook, type Sheet } from './workbook.ts';

/** An answer as it stands in its cell. */
export interface Answer {
  /** Its words; of a day, 2018-06-30. Line breaks stay. */
  readonly said: string;
  readonly type: 'text' | 'day' | 'number' | 'error';
  /** Whether it was worked out by a formula. */
  readonly isWorkedOut: boolean;
}

/** A row that somebody has filled in. */
export interface FilledRow {
  /** Its number in the sheet, as people see it. */
  readonly number: number;
  readonly given: Readonly<Record<GivenColumn, string>>;
  /** Whether what the row says of the plan is what was written into it. */
  readonly isWhole: boolean;
  readonly answers: ReadonlyMap<AskedColumn, Answer>;
}

/** A return as it came back. */
export interface FilledReturn {
  /** The name of its file, for people. */
  readonly file: string;
  readonly identity: Identity;
  /** The day on which it was filled in, as its cell has it; undefined where that is empty. */
  readonly filledIn: Answer | undefined;
  readonly rows: readonly FilledRow[];
  /** Ids of actions that were written into it and have no row any more. */
  readonly lost: readonly string[];
}

/** Reads a filled return; says in words why a file is none. */
export async function readReturn(
  file: string,
  bytes: Uint8Array,
): Promise<FilledReturn | { readonly wrong: string }> {
  const sheets = await readWorkbook(bytes);
  if ('wrong' in sheets) return sheets;
  const [sheet, hidden] = [returnSheet, identitySheet].map((name) =>
    sheets.find((each) => each.name === name),
  );
  if (sheet === undefined || hidden === undefined) {
    return { wrong: 'it is no return of Mustdo: a sheet of it is missing' };
  }
  const fields = new Map(hidden.rows.map(([name, value]) => [wordsOf(name), wordsOf(value)]));
  if (fields.get('layout') !== String(layoutVersion)) {
    return { wrong: 'it was written by another version of Mustdo' };
  }
  const [plan = '', revision = '', asAt = '', sro = ''] = identityFields.map((name) =>
    fields.get(name),
  );
  if (!isIsoDate(asAt)) return { wrong: 'what it is a return of was changed in it' };
  const identity = { plan, revision, asAt, sro };
  const rows = rowsOf(sheet, identity);
  if ('wrong' in rows) return rows;
  const there = new Set(rows.map(({ given }) => given.action));
  const written = hidden.rows.filter(([name]) => name === 'action').map(([, id]) => wordsOf(id));
  return {
    file,
    identity,
    filledIn: filledInOf(sheet),
    rows,
    lost: written.filter((id) => !there.has(id)),
  };
}

/** The rows below the headings that hold anything, wherever the headings stand now. */
function rowsOf(sheet: Sheet, identity: Identity): FilledRow[] | { readonly wrong: string } {
  const [first] = givenColumns;
  const top = sheet.rows.findIndex((cells) =>
    cells.some((cell) => wordsOf(cell) === first.heading),
  );
  const headings = (sheet.rows[top] ?? []).map(wordsOf);
  const missing = [...givenColumns, ...askedColumns, { heading: markHeading }].find(
    ({ heading }) => !headings.includes(heading),
  );
  if (missing !== undefined) return { wrong: `its column “${missing.heading}” is missing` };
  const columnOf = (heading: string): number => headings.indexOf(heading);
  return sheet.rows.flatMap((cells, index) => {
    if (index <= top) return [];
    const given = Object.fromEntries(
      givenColumns.map(({ id, heading }) => [id, cellText(wordsOf(cells[columnOf(heading)]))]),
    ) as Record<GivenColumn, string>;
    const answers = new Map<AskedColumn, Answer>();
    for (const { id, heading } of askedColumns) {
      const answer = answerAt(sheet, index, columnOf(heading));
      if (answer !== undefined) answers.set(id, answer);
    }
    const mark = wordsOf(cells[columnOf(markHeading)]);
    if (answers.size === 0 && given.action === '' && mark === '') return [];
    return [{ number: index + 1, given, isWhole: mark === markOf(identity, given), answers }];
  });
}

/** The cell after the words that ask for the day. */
function filledInOf(sheet: Sheet): Answer | undefined {
  for (const [row, cells] of sheet.rows.entries()) {
    const label = cells.findIndex((cell) => wordsOf(cell) === filledInLabel);
    if (label < 0) continue;
    const column = cells.findIndex((cell, index) => index > label && cell !== null);
    return column < 0 ? undefined : answerAt(sheet, row, column);
  }
  return undefined;
}

function answerAt(sheet: Sheet, row: number, column: number): Answer | undefined {
  const value = sheet.rows[row]?.[column];
  const said = wordsOf(value);
  const worked = sheet.worked.get(`${String(row)}:${String(column)}`);
  if (said === '' && worked !== 'error') return undefined;
  const type =
    worked === 'error'
      ? 'error'
      : isDate(value)
        ? 'day'
        : typeof value === 'number'
          ? 'number'
          : 'text';
  return { said, type, isWorkedOut: worked === 'formula' };
}

/** A date as the library gives it: midnight in UTC. */
const isDate = (value: unknown): value is { toISOString: () => string } =>
  typeof value === 'object' && value !== null && 'toISOString' in value;

/** What stands in a cell; of a date its day, empty where there is none. */
function wordsOf(value: unknown): string {
  if (isDate(value)) return dayOf(value);
  const isPlain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? String(value).trim() : '';
}

function dayOf(date: { toISOString: () => string }): string {
  try {
    return date.toISOString().slice(0, 10);
  } catch {
    return '';
  }
}

/** An answer in words for people. */
export const answerInWords = ({ said, type }: Answer): string =>
  type === 'day' && isIsoDate(said) ? dayInWords(said) : cellText(said, 120);
