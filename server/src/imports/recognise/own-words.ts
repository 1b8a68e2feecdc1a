import { readDate } from '../../language/dates.ts';
import type { Cell } from '../cells.ts';
import type { ActionRow, ActionRows, Told } from './action-rows.ts';
import { dateInText } from './dates.ts';
import type { FieldId } from './fields.ts';
import { missingWords } from '../../plan/missing-words.ts';
import { missingIn } from './missing.ts';
import type { Table } from './tables.ts';

/**
 * What the plan’s own register says in words of its own, so that a plan that went out as one comes back as it was:
 * “31 October 2018 (given as Oct-18)”, “Complete, 28 March 2024”, “No deadline”.
 */

/** The columns of the register; a table that has them all is read as one. */
const registerFields: readonly FieldId[] = [
  ...(['requirement-ref', 'directorate', 'ref', 'source', 'requirement', 'action'] as const),
  ...(['measure', 'resources', 'due', 'impact', 'sro', 'update', 'status'] as const),
  ...(['committee', 'assurance'] as const),
];

/** Whether a table has the fifteen columns of the register. */
export function isRegister({ columns }: Table): boolean {
  const fields = new Set(columns.map(({ field }) => field));
  return registerFields.every((id) => fields.has(id));
}

/** What stands where the plan says nothing. */
const nothing: ReadonlySet<string> = new Set([
  ...['Not given', 'No deadline', 'No word', 'Not rated', 'No SRO named', 'None named'],
  ...['No comment', 'No requirement'],
]);

/** The rows of a register with what its words mean. */
export function ownRows({ records, leftOut, guesses }: ActionRows): ActionRows {
  const same: Cell[] = [];
  const blank: { cell: Cell; why: string }[] = [];
  const rows = records.map((row): ActionRow => {
    const cells = new Map<FieldId, readonly Told[]>();
    for (const [id, told] of row.cells) {
      const kept = told.filter(({ cell }) => !nothing.has(cell.text));
      if (kept.length > 0) cells.set(id, kept);
      for (const { cell } of told)
        if (nothing.has(cell.text)) blank.push({ cell, why: 'the register’s words for nothing' });
    }
    const asWritten = row.others.find(({ heading }) => heading.endsWith(asWrittenHeading));
    const others = row.others.filter((told) => told !== asWritten);
    const now = { ...row, cells, others };
    dueAndRevised(now, asWritten);
    if (asWritten !== undefined && !others.includes(asWritten)) same.push(asWritten.cell);
    dated(now, 'status', wordsAndDay, 1, 2);
    dated(now, 'assurance', wordsAndDay, 1, 2);
    dated(now, 'update', /^([^:\n]{4,40}): (.+)$/s, 2, 1);
    for (const id of cells.keys()) if (!titles.has(id)) each(now, id, inPlanWords);
    for (const id of ['ref', 'sro', 'committee', 'source', 'directorate', 'impact', 'resources'])
      each(now, id as FieldId, withGiven);
    achieved(now);
    for (const id of titles) each(now, id, (told) => ({ ...told, isTitled: true }));
    return now;
  });
  return { records: rows, leftOut: [...leftOut, ...blank], guesses, same };
}

/** `Complete, 28 March 2024`; a page has no comma there. */
const wordsAndDay =
  /^(.+?),? ((?:\d{1,2} )?\p{L}{3,9} \d{4}|quarter [1-4] [\d/]+|the financial year [\d/]+|undated)$/su;

/** What has its title in its first line. */
const titles: ReadonlySet<FieldId> = new Set(['action', 'requirement']);

/** Ends the heading of the column in which a workbook has dates as they were written. */
const asWrittenHeading = ': as written';

interface Open extends ActionRow {
  readonly cells: Map<FieldId, readonly Told[]>;
  readonly others: Told[];
}

function each(row: Open, id: FieldId, change: (told: Told) => Told): void {
  const told = row.cells.get(id);
  if (told !== undefined) row.cells.set(id, told.map(change));
}

/** `X (given as Y)`: what it means, and what the paper said. */
function partsOf(text: string): { readonly meant: string; readonly given: string | undefined } {
  const end = text.endsWith(')') ? text.indexOf(' (given as ') : -1;
  return end < 0
    ? { meant: text, given: undefined }
    : { meant: text.slice(0, end), given: text.slice(end + ' (given as '.length, -1) };
}

/** The language’s words for what is missing, by those that people read. */
const missingByWords: ReadonlyMap<string, string> = new Map(
  Object.entries(missingWords).map(([word, words]) => [words, word]),
);

function inPlanWords(told: Told): Told {
  const text = missingByWords.get(told.cell.text);
  return text === undefined ? told : { ...told, cell: { ...told.cell, text } };
}

function withGiven(told: Told): Told {
  const { meant, given } = partsOf(told.cell.text);
  if (given === undefined || given === '') return told;
  const missing = missingIn(meant);
  // A word that says the same is read from what the paper said.
  if (missing !== undefined && missing !== missingIn(given)) return told;
  return { ...told, cell: { ...told.cell, text: given, means: missing ?? meant } };
}

/** A deadline and the one that it was moved to; what the regulator expects stays beside them. */
function dueAndRevised(row: Open, asWritten: Told | undefined): void {
  const [told, ...more] = row.cells.get('due') ?? [];
  if (told === undefined) {
    if (asWritten !== undefined) row.others.push(asWritten);
    return;
  }
  const [now = '', ...lines] = told.cell.text.split('\n');
  const first = lines.find((line) => line.startsWith(firstPlanned));
  const rest = lines.filter((line) => line !== first);
  const of = (text: string, written?: string): Told => ({
    ...told,
    cell: dateCell(told.cell, text, written),
  });
  // What a date waits for stands before it in that column.
  const [, waits = '', written = asWritten?.cell.text] =
    /^((?:.* )?to be confirmed); (.*)$/s.exec(asWritten?.cell.text ?? '') ?? [];
  const inForce = of(waits === '' ? now : `${now}, ${waits}`, written);
  row.cells.set('due', [
    first === undefined ? inForce : of(first.slice(firstPlanned.length)),
    ...more,
  ]);
  if (first !== undefined) row.cells.set('due-revised', [inForce]);
  for (const line of rest) row.others.push({ ...told, cell: { ...told.cell, text: line } });
}

const firstPlanned = 'First planned for ';

/** A date with its meaning, of which no guess is left where the words and what was given say the same. */
function dateCell(cell: Cell, text: string, written: string | undefined): Cell {
  const { meant, given = written } = partsOf(text);
  const unreadable = /^Unreadable: “(.*)”$/s.exec(meant)?.[1];
  if (unreadable !== undefined) return { ...cell, text: given ?? unreadable };
  const [, date = meant, awaited] = /^(.*?), (?:(.*) )?to be confirmed$/s.exec(meant) ?? [];
  const read = dateInText(date);
  if (read?.guess !== undefined || read === undefined) return { ...cell, text: given ?? meant };
  const own = given === undefined ? undefined : dateInText(given);
  const bare = own?.asWritten === true ? undefined : own?.date.replace(/ tbc.*$/s, '');
  const means =
    bare !== undefined && lastDayOf(bare) === lastDayOf(read.date) ? bare : dayOf(read.date);
  const waits =
    date === meant ? '' : awaited === undefined ? ' tbc' : ` tbc "${awaited.replaceAll('"', "'")}"`;
  return given === undefined && waits === ''
    ? { ...cell, text: meant, date: undefined }
    : { ...cell, text: given ?? meant, means: means + waits };
}

/** A day in figures; any other date as it is written. */
function dayOf(date: string): string {
  const reading = readDate(date.split(' '));
  const isDay = reading !== undefined && 'date' in reading && reading.date.form === 'day';
  return isDay ? (reading.date.first ?? date) : date;
}

/** The last day that a date means; its own words where it names none. */
function lastDayOf(date: string): string {
  const reading = readDate(date.split(' '));
  return reading !== undefined && 'date' in reading ? (reading.date.last ?? date) : date;
}

/** Takes the day off what was said on it; “undated” is none. */
function dated(row: Open, id: FieldId, pattern: RegExp, words: 1 | 2, day: 1 | 2): void {
  each(row, id, (told) => {
    const unreadable =
      id === 'update' ? undefined : /^Unreadable: “(.*)”$/s.exec(told.cell.text)?.[1];
    if (unreadable !== undefined) return { ...told, cell: { ...told.cell, text: unreadable } };
    const match = pattern.exec(told.cell.text);
    const said = match?.[day] ?? '';
    const on = said === 'undated' ? undefined : dateInText(said);
    if (match === null || (said !== 'undated' && (on === undefined || on.guess !== undefined)))
      return told;
    return {
      ...told,
      on: on === undefined ? undefined : dayOf(on.date),
      cell: { ...told.cell, text: match[words] ?? '' },
    };
  });
}

/** What an action is to achieve, from the end of what is done for it. */
function achieved(row: Open): void {
  const told = row.cells.get('action');
  const last = told?.at(-1);
  if (told === undefined || last === undefined || row.cells.has('outcome')) return;
  const at = last.cell.text.lastIndexOf(toAchieve);
  if (at < 0) return;
  const { cell } = last;
  row.cells.set('action', [
    ...told.slice(0, -1),
    { ...last, cell: { ...cell, text: cell.text.slice(0, at) } },
  ]);
  row.cells.set('outcome', [
    { ...last, cell: { ...cell, text: cell.text.slice(at + toAchieve.length) } },
  ]);
}

const toAchieve = '\nTo achieve: ';
