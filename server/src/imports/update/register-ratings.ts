import type { IsoDate } from '../../language/dates.ts';
import { latestKnown } from '../../plan/facts/history.ts';
import { wordsOfScale } from '../../plan/facts/scales.ts';
import type { Plan } from '../../plan/plan.ts';
import { assuranceMeanings, progressMeanings } from '../../plan/vocabularies.ts';
import { dateOf, notADay } from '../../writing/answers.ts';
import { updateLine } from '../../writing/records.ts';
import { inOneLine } from '../written/text.ts';
import { added, byHand, same, type ChangedCell, type Written } from './changed-cell.ts';

/** Ratings and comments that somebody has changed in a register: records of their own, beside the earlier ones. */

/** A rating without the day that stands behind it, and that day. */
function ratingIn(text: string): { words: string; day: IsoDate | undefined } {
  const [, words = text, said = ''] = /^(.*?),? (\d{1,2} \p{L}+ \d{4})$/u.exec(text) ?? [];
  const day = dayIn(said);
  return day === undefined ? { words: text, day: undefined } : { words, day };
}

const dayIn = (said: string): IsoDate | undefined =>
  said === '' || notADay(said) !== undefined ? undefined : dateOf(said);

/** The word of a scale that a rating’s name or the word itself says. */
function wordFor(plan: Plan, scale: 'progress' | 'assurance', words: string): string | undefined {
  const meanings = scale === 'progress' ? progressMeanings : assuranceMeanings;
  const own = wordsOfScale(plan, scale);
  const all: readonly (readonly [string, string])[] =
    own === undefined
      ? [...meanings].map(([word, { title }]) => [word, title] as const)
      : [...own].map(([word, { label }]) => [word, label] as const);
  return all.find(([word, label]) => same(word, words) || same(label, words))?.[0];
}

/** On which day it was said: the one beside it where that is new, else the day on which it is taken in. */
const dayOfRecord = (
  said: IsoDate | undefined,
  latest: IsoDate | undefined,
  asAt: IsoDate,
): IsoDate => (said !== undefined && said > (latest ?? '') && said <= asAt ? said : asAt);

/** A committee’s judgement. */
export function writeAssurance({ plan, asAt, action, text }: ChangedCell): Written {
  const { assurances } = action.item;
  const { words, day } = ratingIn(text);
  const word = wordFor(plan, 'assurance', words);
  if (word === undefined) return byHand('it is no word of the plan’s assurance scale');
  const latest = latestKnown(assurances, ({ on }) => on, asAt);
  const since = latest?.on?.value?.first;
  if (latest?.level.value?.word === word && !(day !== undefined && day > (since ?? '')))
    return undefined;
  return added(`assurance ${word} on ${dayOfRecord(day, since, asAt)}`, assurances);
}

/** The SRO’s rating and comment together are one update. */
export function writeUpdate(
  { plan, asAt, action }: ChangedCell,
  rating: string | undefined,
  comment: string | undefined,
): Written {
  const { updates } = action.item;
  const latest = latestKnown(updates, ({ on }) => on, asAt);
  const since = latest?.on.value?.first;
  const current = latest?.level.value?.word ?? latest?.level.missing ?? 'unknown';
  const { words, day } = ratingIn(rating ?? '');
  const word = rating === undefined ? current : wordFor(plan, 'progress', words);
  if (word === undefined) return byHand('it is no word of the plan’s progress scale');
  const [, said = '', told = comment ?? ''] =
    /^(\d{1,2} \p{L}+ \d{4}): ([^]*)$/u.exec(comment ?? '') ?? [];
  const saidOn = dayIn(said);
  const last = latestKnown(
    updates.filter((one) => one.text.value !== undefined),
    ({ on }) => on,
    asAt,
  );
  const isNewText =
    comment !== undefined && told !== '' && inOneLine(told) !== inOneLine(last?.text.value ?? '');
  if (comment === '') return byHand('what was said before stays said');
  if (word === current && !isNewText && !(day !== undefined && day > (since ?? '')))
    return undefined;
  const on = dayOfRecord(saidOn ?? day, since, asAt);
  return added(updateLine({ on, level: word, text: isNewText ? told : '' }), updates);
}
