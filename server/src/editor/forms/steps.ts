import { referenceTo } from '../../checks/shared/references.ts';
import type { Kind } from '../../language/keywords/index.ts';
import { dayInWords } from '../../plan/calendar.ts';
import { wordsOfScale } from '../../plan/facts/scales.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { bodies } from '../../plan/vocabularies.ts';
import { datePhrases } from '../date-candidates.ts';
import { scaleMeanings } from '../scale-meanings.ts';
import type { Choice, Filled, Step } from './form.ts';
import { notADate, notADay } from '../../writing/answers.ts';

/** The questions that several forms ask. */

type Rest = Partial<Omit<Step, 'id' | 'kind' | 'question'>>;

export const textStep = (id: string, question: string, rest: Rest = {}): Step => ({
  id,
  kind: 'text',
  question,
  ...rest,
});

/** A deadline: one of the usual days, or any date that the language has. */
export const deadlineStep = (id: string, question: string, rest: Rest = {}): Step => ({
  id,
  kind: 'date',
  question,
  example: '30 September 2018',
  free: true,
  choices: ({ ask }) =>
    datePhrases(ask.plan, ask.asAt)
      .filter(({ day }) => day > ask.asAt)
      .map(({ phrase, day }) => ({ value: day, label: phrase, description: dayInWords(day) })),
  wrong: notADate,
  ...rest,
});

/** The day of a record: the as-at date, unless somebody says another. */
export const dayStep = (id: string, question: string, rest: Rest = {}): Step => ({
  id,
  kind: 'date',
  question,
  example: '30 September 2018',
  proposal: ({ ask }) => dayInWords(ask.asAt),
  wrong: notADay,
  ...rest,
});

/** A word of one of the plan's scales; what it may mean, where the plan has no such scale. */
export const levelStep = (id: string, question: string, scale: string): Step => ({
  id,
  kind: 'choice',
  question,
  choices: ({ ask: { plan } }) => {
    const meanings = scaleMeanings.get(scale) ?? new Map<string, { readonly title: string }>();
    const own = wordsOfScale(plan, scale);
    if (own === undefined) {
      return [...meanings].map(([value, { title }]) => ({ value, label: title }));
    }
    return [...own].map(([value, { label, means }]) => ({
      value,
      label,
      description: meaningOf(meanings.get(means)?.title, label),
    }));
  },
});

const meaningOf = (title: string | undefined, label: string): string | undefined =>
  title === undefined || title.toLowerCase() === label.toLowerCase()
    ? undefined
    : `means ${title.toLowerCase()}`;

/** Who: one of the plan's, or a name that the plan does not have. */
export const partyStep = (
  id: string,
  question: string,
  kinds: readonly string[],
  { first, ...rest }: Rest & { readonly first?: (filled: Filled) => Entity | undefined } = {},
): Step => ({
  id,
  kind: 'reference',
  question,
  free: true,
  choices: (filled) => {
    const { plan } = filled.ask;
    const all = kinds.flatMap((kind) => itemChoices(plan, kind));
    const own = first?.(filled);
    if (own === undefined) return all;
    const [chosen, others] = [
      all.filter(isOf(plan, own)),
      all.filter((one) => !isOf(plan, own)(one)),
    ];
    return [...chosen, ...others];
  },
  ...rest,
});

const isOf =
  (plan: Plan, entity: Entity) =>
  ({ value }: Choice): boolean =>
    value === referenceTo(plan, entity);

/** The items of a kind, or the regulators, or the trust itself. */
export function itemChoices(plan: Plan, kind: string): Choice[] {
  if (kind === 'trust') return [{ value: 'trust', label: 'The trust itself' }];
  if (kind === 'body') {
    return [...bodies.values()].map(({ id, title }) => ({
      value: id,
      label: title,
      description: id,
    }));
  }
  return (plan.all(kind as Kind) as readonly Entity[]).map((entity) => {
    const value = referenceTo(plan, entity);
    const title = entity.item.title.value;
    return title === undefined
      ? { value, label: value }
      : { value, label: title, description: value };
  });
}
