import { dateInWords } from '../../plan/calendar.ts';
import { deadlineOf } from '../../plan/facts/deadline.ts';
import { latestKnown } from '../../plan/facts/history.ts';
import { levelIn, wordsOfScale } from '../../plan/facts/scales.ts';
import type { IsoDate, PlanDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { progressMeanings } from '../../plan/vocabularies.ts';
import { sentence } from '../../plan/words.ts';
import { cellText, type GivenCell, type GivenCells } from './layout.ts';

/** What a return tells an SRO of an action; read again, it says what they knew. */

/** The most characters of an earlier update that a row repeats; the plan has it whole. */
const longestWord = 600;

export function givenCells(plan: Plan, action: Entity<'action'>, asAt: IsoDate): GivenCells {
  const { inForce, day } = deadlineOf(plan, action, asAt);
  const update = latestKnown(action.item.updates, ({ on }) => on, asAt);
  return {
    action: { words: action.id },
    title: { words: action.item.title.value ?? missing(action.item.title) },
    answers: { words: answersOf(plan, action) },
    due: day === undefined ? { words: dateWords(inForce, 'No deadline') } : { day },
    word: { words: update === undefined ? 'Nothing yet' : wordOf(plan, update) },
    updated: update === undefined ? { words: '' } : dayOrWords(update.on),
  };
}

type Update = Entity<'action'>['item']['updates'][number];

function wordOf(plan: Plan, { level, text }: Update): string {
  const word =
    level.value === undefined ? missing(level) : levelIn(plan, level.value, progressMeanings).label;
  const said = text.value === undefined ? '' : `: ${text.value}`;
  return cellText(word + said, longestWord);
}

function dayOrWords(on: Value<PlanDate>): GivenCell {
  const { value } = on;
  return value?.form === 'day' && value.first !== undefined
    ? { day: value.first }
    : { words: dateWords(on, 'Not dated') };
}

const dateWords = (date: Value<PlanDate> | undefined, otherwise: string): string =>
  date === undefined
    ? otherwise
    : date.value === undefined
      ? missing(date)
      : sentence(dateInWords(date.value));

/** What stands in place of a value, as the plan has it. */
const missing = ({ missing }: Value<unknown>): string => missing ?? 'unreadable';

/** Each requirement by its id and what it asks for. */
function answersOf(plan: Plan, { item }: Entity<'action'>): string {
  const value = item.requirements?.requirements;
  if (value?.value === undefined) return value === undefined ? 'No requirement' : missing(value);
  return value.value
    .map((reference) => {
      const requirement = plan.find('requirement', reference);
      const title = requirement?.item.title.value;
      const id = requirement?.id ?? reference.id ?? reference.name ?? '';
      return title === undefined ? id : `${id}: ${title}`;
    })
    .join('; ');
}

/** A word that an SRO may choose for how an action is going. */
export interface StatusChoice {
  /** As the plan writes it. */
  readonly word: string;
  /** As the drop-down shows it: “amber: At risk”. */
  readonly shown: string;
}

/** The words of the plan’s own scale; what progress may mean, where it declares none. */
export function statusChoices(plan: Plan): readonly StatusChoice[] {
  const own = wordsOfScale(plan, 'progress');
  const words =
    own === undefined
      ? [...progressMeanings].map(([word, { title }]) => ({ word, label: title }))
      : [...own].map(([word, { label }]) => ({ word, label }));
  return words.map(({ word, label }) => ({
    word,
    shown: isSame(word, label) ? cellText(label, 200) : cellText(`${word}: ${label}`, 200),
  }));
}

const isSame = (word: string, label: string): boolean =>
  word.replaceAll('-', ' ').toLowerCase() === label.replaceAll('-', ' ').trim().toLowerCase();
