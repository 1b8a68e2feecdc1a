import { dateInText, type DateFound } from './dates.ts';

/** Cells that hold several things: numbered steps, and the dates of each. */

export interface Step {
  readonly number: string;
  readonly text: string;
}

export interface Stepped {
  /** What stands before the first. */
  readonly before: string;
  readonly steps: readonly Step[];
}

const atLineStart =
  /^[ \t]*(?:step |action )?(\d{1,2}|[ivx]{1,4}(?=\))|[a-h](?=\)))[.):][ \t]*(?!\d)/i;
const inLine =
  /(?:^|\s)(\d{1,2})[.)][ \t]*-?[ \t]*(?=[\p{L}"“(]|\d{1,2}(?:(?:st|nd|rd|th)\b|\/\d))/gu;

/** The numbered steps of a text; undefined where it has fewer than two. */
export function stepsIn(text: string): Stepped | undefined {
  return stepsByLine(text) ?? stepsWithin(text);
}

/** Steps that each begin a line, whatever their numbers are. */
function stepsByLine(text: string): Stepped | undefined {
  const before: string[] = [];
  const steps: { number: string; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const match = atLineStart.exec(line);
    if (match !== null)
      steps.push({ number: match[1] ?? '', lines: [line.slice(match[0].length)] });
    else (steps.at(-1)?.lines ?? before).push(line);
  }
  if (steps.length < 2) return undefined;
  return {
    before: before.join('\n').trim(),
    steps: steps.map(({ number, lines }) => ({ number, text: lines.join('\n').trim() })),
  };
}

/** Steps within a line: their numbers must count up from 1, or a year or a dose would begin one. */
function stepsWithin(text: string): Stepped | undefined {
  const found: { number: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(inLine)) {
    const number = match[1] ?? '';
    if (Number(number) !== found.length + 1) continue;
    found.push({ number, start: match.index, end: match.index + match[0].length });
  }
  if (found.length < 2) return undefined;
  return {
    before: text.slice(0, found[0]?.start ?? 0).trim(),
    steps: found.map(({ number, end }, index) => ({
      number,
      text: text.slice(end, found[index + 1]?.start ?? text.length).trim(),
    })),
  };
}

/** A step’s words without the day at their end that it is due by, or was done on: “(by 31 March 2019)”. */
export function datedStep(text: string): {
  readonly words: string;
  readonly kind?: 'due' | 'done';
  /** The day as it is printed, and what it means. */
  readonly day?: string;
  readonly date?: DateFound;
} {
  const [, words = '', kind = '', day = ''] =
    /^(.*\S) \((by|done) ([^()]{4,40})\)$/s.exec(text) ?? [];
  const date = dateInText(day);
  if (date === undefined || date.guess !== undefined) return { words: text };
  return { words, kind: kind === 'by' ? 'due' : 'done', day, date };
}
