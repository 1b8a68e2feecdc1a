import type { Range } from 'vscode-languageserver-types';
import { count, listed } from '../plan/words.ts';
import { shown } from './shown.ts';
import type { Ask } from './ask.ts';
import { offsetAt, unitAt } from './places.ts';
import { actionsOfRows } from './rewrites/row-actions.ts';
import { columnsOf, columnTitle, type Column, type Columns } from './rewrites/row-columns.ts';
import { rowsIn } from '../imports/readers/clipboard.ts';

/** What a table that is about to be pasted makes. */
export interface PastedRows {
  readonly text: string;
  readonly title: string;
  /** What was understood and what was not, in sentences. */
  readonly words: string;
}

/**
 * Rows of a table as actions, where they can stand: on a line of its own, in no block.
 * @param range what the pasted text takes the place of
 */
export function pastedRows(ask: Ask, range: Range, text: string): PastedRows | undefined {
  const { file, plan } = ask;
  const rows = rowsIn(text);
  if (!rows.some((cells) => cells.filter((cell) => cell !== '').length > 1)) return undefined;
  const [start, end] = [offsetAt(file, range.start), offsetAt(file, range.end)];
  if (isInBlock(ask, start) || isInBlock(ask, end)) return undefined;
  const before = file.text.slice(0, start);
  const after = file.text.slice(end);
  if (!isBlank(lastLine(before)) || !isBlank(firstLine(after))) return undefined;
  const blocks = actionsOfRows(plan, rows);
  if (blocks.length === 0) return undefined;
  const made = `${gapAfter(before)}${blocks.join('\n\n')}${gapBefore(after)}`;
  return {
    text: made.replaceAll('\n', file.eol),
    title: `Paste as ${count(blocks.length, 'action')}`,
    words: shown(reportOn(columnsOf(rows), rows, blocks)),
  };
}

function isInBlock({ file }: Ask, offset: number): boolean {
  const unit = unitAt(file, offset);
  if (unit === undefined) return false;
  const at = offset - unit.start;
  return unit.reading.items.some(({ span }) => span.start < at && at < span.end);
}

const isBlank = (text: string): boolean => text.replace('\ufeff', '').trim() === '';

const lastLine = (text: string): string =>
  text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);

const firstLine = (text: string): string => /^[^\r\n]*/.exec(text)?.[0] ?? '';

const lineEndsIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** What is missing of a blank line between the text before and a block. */
function gapAfter(before: string): string {
  if (isBlank(before)) return '';
  const ends = lineEndsIn(before.slice(before.trimEnd().length));
  return '\n'.repeat(Math.max(0, 2 - ends));
}

/** What is missing of a blank line between a block and the text after it. */
function gapBefore(after: string): string {
  const rest = after.trimStart();
  const ends = lineEndsIn(after.slice(0, after.length - rest.length));
  return '\n'.repeat(Math.max(0, (rest === '' ? 1 : 2) - ends));
}

function reportOn(
  columns: Columns,
  rows: readonly (readonly string[])[],
  blocks: readonly string[],
): string {
  const { places } = columns;
  const widest = Math.max(...rows.map((cells) => cells.length));
  const known = [...places].filter(([, index]) => index < widest);
  const noted = (what: string): number =>
    blocks.filter((block) => new RegExp(`^ *note +"${what}: `, 'm').test(block)).length;
  const [dates, requirements] = [noted('Due'), noted('Requirement')];
  return [
    `${count(blocks.length, 'action')} made of the rows.`,
    understood(columns, known),
    keptAsNotes(columns),
    dates === 0
      ? ''
      : `${count(dates, 'due date')} could not be read and ${isOrAre(dates)} a note.`,
    requirements === 0
      ? ''
      : `In ${count(requirements, 'action')} a requirement is not in the plan; what was printed is a note.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const isOrAre = (amount: number): string => (amount === 1 ? 'is' : 'are each');

function understood(
  { hasHeading, headings }: Columns,
  known: readonly (readonly [Column, number])[],
): string {
  if (!hasHeading) {
    const order = known.map(([column]) => columnTitle(column));
    return `No headings were found, so the columns were taken as ${listed(order)}.`;
  }
  const read = known.map(
    ([column, index]) => `“${headings[index] ?? ''}” as ${columnTitle(column)}`,
  );
  return `Understood: ${listed(read)}.`;
}

/** The headings whose cells became notes. */
function keptAsNotes({ hasHeading, headings, places }: Columns): string {
  const known = new Set(places.values());
  const others = headings.filter((heading, index) => heading !== '' && !known.has(index));
  return hasHeading && others.length > 0
    ? `Kept as notes: ${listed(others.map((heading) => `“${heading}”`))}.`
    : '';
}
