import { quoted } from '../checks/shared/phrases.ts';
import { referenceTo } from '../checks/shared/references.ts';
import { readDate } from '../language/dates.ts';
import { isMissingWord, wordPattern } from '../language/shapes.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import { bodies } from '../plan/vocabularies.ts';
import { sentence } from '../plan/words.ts';

/** Answers as a careful person would write them into a plan. */

/** A text in quotation marks, on one line. */
export const textOf = (answer: string): string =>
  quoted(answer.toWellFormed().replaceAll(/\s+/g, ' ').trim());

/**
 * A text of several lines as a long text, each of its lines indented, so that none begins a block;
 * undefined where it has one line, or one that would end it.
 */
export function longTextOf(answer: string): string | undefined {
  const lines = answer
    .toWellFormed()
    .trim()
    .split(/\r\n|\n|\r/)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim());
  if (lines.length === 1 || lines.includes('"""')) return undefined;
  return ['"""', ...lines.map((line) => (line === '' ? '' : `    ${line}`)), '  """'].join('\n');
}

/** A keyword with a text after it; nothing where the text was left out. */
export const qualifier = (keyword: string, text: string): string =>
  text === '' ? '' : ` ${keyword} ${text}`;

/** The same for an answer in words. */
export const saying = (keyword: string, answer: string): string =>
  answer === '' ? '' : qualifier(keyword, textOf(answer));

/** A day as it is best written, 2018-06-30; what is no day as it was said: `Oct 2018`. */
export function dateOf(answer: string): string {
  const reading = readDate(wordsOf(answer));
  if (reading === undefined || 'impossible' in reading) return answer;
  const { form, first, written } = reading.date;
  return form === 'day' ? (first ?? written) : written;
}

/** Why an answer is no date; undefined where it is one. */
export function notADate(answer: string): string | undefined {
  const words = wordsOf(answer);
  const reading = readDate(words);
  const how = 'Write a date such as 30 September 2018 or 2018-09-30.';
  if (reading === undefined) return how;
  if ('impossible' in reading) return `${sentence(reading.impossible)}. ${how}`;
  return reading.used === words.length ? undefined : how;
}

/** Why an answer is no single day. */
export function notADay(answer: string): string | undefined {
  const wrong = notADate(answer);
  if (wrong !== undefined) return wrong;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(dateOf(answer));
  return isDay ? undefined : 'Name the day: 30 September 2018 or 2018-09-30.';
}

const wordsOf = (answer: string): string[] => answer.trim().split(/\s+/);

const isWord = new RegExp(`^(?:${wordPattern})$`, 'u');

/** Why an answer cannot be an id. */
export function notAnId(answer: string): string | undefined {
  if (isMissingWord(answer)) return `“${answer}” says that something is missing. Take another id.`;
  return isWord.test(answer) && /^[\p{L}\p{N}]/u.test(answer) && !answer.includes(':')
    ? undefined
    : 'An id is one word of letters and digits, such as A1 or 18.5.';
}

/** Whom an answer names: the id, where the plan or a vocabulary has it; else the name in quotation marks. */
export function partyOf(plan: Plan, kinds: readonly string[], answer: string): string {
  if (isMissingWord(answer)) return answer;
  const known = itemNamed(plan, kinds, answer);
  if (known !== undefined) return referenceTo(plan, known);
  const isBody = kinds.includes('body') && bodies.has(answer);
  return isBody || (kinds.includes('trust') && answer === 'trust') ? answer : textOf(answer);
}

/** The item of these kinds that an answer names, by its id or its name. */
export function itemNamed(
  plan: Plan,
  kinds: readonly string[],
  answer: string,
): Entity | undefined {
  const span = { start: 0, end: 0 };
  const [, source, own] = /^([^\s:]+):([^\s:]+)$/.exec(answer) ?? [];
  const byId = source === undefined ? { id: answer } : { source, id: own };
  for (const named of [byId, { name: answer }]) {
    const resolution = plan.resolve({
      kinds: kinds,
      notInPlan: false,
      span,
      ...named,
    });
    if (resolution.state === 'found') return resolution.entity;
  }
  return undefined;
}

/** The next id after those there are: M3 after M2; with the stem where none has a number. */
export function nextId(ids: readonly string[], otherwise: string): string {
  const taken = new Set(ids);
  const last = ids.map((id) => /^(.*?)(\d{1,9})$/.exec(id)).findLast((match) => match !== null);
  const [, stem = otherwise, digits = '0'] = last ?? [];
  let number = Number(digits) + 1;
  while (taken.has(`${stem}${String(number)}`)) number++;
  return `${stem}${String(number)}`;
}
