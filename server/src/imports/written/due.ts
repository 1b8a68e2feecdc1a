import { readDate } from '../../language/dates.ts';
import type { Cell } from '../cells.ts';
import type { Findings } from '../findings.ts';
import { dateIn, dateInText, datesWithin, type DateFound } from '../recognise/dates.ts';
import { missingIn } from '../recognise/missing.ts';
import { stepsIn } from '../recognise/steps.ts';
import { inOneLine } from './text.ts';

/** Deadlines as lines of an action: what the paper says beside what it means. */

/** A date as it stands in a plan, with the paper's words and why it is a guess. */
export function dateValue({ date, asWritten, guess }: DateFound, raw: string): string {
  const paper = asWritten ? '' : ` given ${inOneLine(raw)}`;
  return `${date}${paper}${guess === undefined ? '' : ` inferred ${inOneLine(guess)}`}`;
}

export interface Due {
  readonly lines: readonly string[];
  /** Dates of single steps, by their numbers. */
  readonly steps: ReadonlyMap<string, string>;
}

/** The deadline in a cell, those of single steps, and one that it was moved to. */
export function dueIn(cell: Cell, stepNumbers: readonly string[], findings: Findings): Due {
  const missing = cell.means === undefined ? missingIn(cell.text) : undefined;
  if (missing !== undefined) {
    findings.write(cell);
    const paper = missing === cell.text ? '' : ` given ${inOneLine(cell.text)}`;
    return { lines: [`due ${missing}${paper}`], steps: new Map() };
  }
  const several = datesOfSteps(cell, stepNumbers);
  if (several !== undefined) {
    const { last, steps } = several;
    findings.guess(cell, 'has a date for each step; the action is due at the last of them');
    return {
      lines: [`due ${last} given ${inOneLine(cell.text)} inferred "the last of its steps"`],
      steps,
    };
  }
  const date = dateIn(cell);
  if (date !== undefined) {
    if (date.guess === undefined) findings.write(cell);
    else findings.guess(cell, `due ${date.date}: ${date.guess}`);
    return { lines: [`due ${dateValue(date, cell.text)}`], steps: new Map() };
  }
  return movedIn(cell, findings) ?? unreadable(cell, findings);
}

function unreadable(cell: Cell, findings: Findings): Due {
  const amount = new Set(datesWithin(cell.text)).size;
  findings.keep(cell, amount > 1 ? 'has several dates' : 'is no date that can be read');
  return { lines: [`due unreadable ${inOneLine(cell.text)}`], steps: new Map() };
}

/** `March 2018, revised to June 2018`: the first deadline and the one it was moved to. */
function movedIn(cell: Cell, findings: Findings): Due | undefined {
  const [before = '', after, ...more] = cell.text.split(
    /\b(?:revised|extended|moved|changed|now)\b(?:\s(?:to|date))?[\s:-]*/i,
  );
  if (after === undefined || more.length > 0) return undefined;
  const [first, second] = [dateInText(before), dateInText(after)];
  if (first === undefined || second === undefined) return undefined;
  findings.guess(cell, `due ${first.date}, and moved to ${second.date}`);
  return {
    lines: [
      `due ${first.date} given ${inOneLine(cell.text)}`,
      `due-revised ${second.date} given ${inOneLine(after)} on unknown`,
    ],
    steps: new Map(),
  };
}

/** The dates of several steps: numbered like them, or as many lines as there are steps. */
function datesOfSteps(
  cell: Cell,
  numbers: readonly string[],
): { last: string; steps: ReadonlyMap<string, string> } | undefined {
  if (cell.date !== undefined || cell.means !== undefined) return undefined;
  const lines = cell.text.split('\n').filter((line) => line.trim() !== '');
  const numbered = stepsIn(cell.text)?.steps;
  const parts =
    numbered ??
    (lines.length === numbers.length && lines.length > 1
      ? lines.map((text, index) => ({ number: numbers[index] ?? '', text }))
      : []);
  const dates = parts.map(({ number, text }) => ({ number, text, date: dateInText(text) }));
  if (dates.length < 2 || dates.some(({ date }) => date === undefined)) return undefined;
  const steps = new Map(
    dates.map(({ number, text, date }) => [
      number,
      date === undefined ? '' : dateValue(date, text),
    ]),
  );
  const lasts = dates.map(({ date }) => lastDayOf(date?.date ?? ''));
  const latest = lasts.every((day) => day !== '') ? [...lasts].sort().at(-1) : undefined;
  const isOne = new Set(dates.map(({ date }) => date?.date)).size === 1;
  const last = dates[isOne ? 0 : lasts.indexOf(latest ?? '-')]?.date?.date;
  return last === undefined || steps.size < dates.length ? undefined : { last, steps };
}

/** The last day that a date means; empty where it names none. */
function lastDayOf(date: string): string {
  const reading = readDate(date.split(' '));
  return reading !== undefined && 'date' in reading ? (reading.date.last ?? '') : '';
}
