import type { Level } from '../../language/slots.ts';
import type { Fact, Plan } from '../plan.ts';
import type { Tone } from '../vocabularies.ts';

/** A plan's own rating words, and what they mean. */

export interface LevelInPlan<M> {
  /** The word as the plan writes it: `amber`. */
  readonly word: string;
  /** What the plan's scale calls it, or the word itself. */
  readonly label: string;
  /** What it means; undefined when no scale declares it or its meaning is unknown. */
  readonly meaning: M | undefined;
}

/** A word of a scale as the plan declares it. */
interface ScaleWord {
  readonly label: string;
  /** The id of the meaning it is given; empty where it has none. */
  readonly means: string;
}

type Scale = ReadonlyMap<string, ScaleWord>;

const scales: Fact<Scale | undefined> = {
  of(plan, id) {
    const declared = plan.withId('scale', id);
    if (declared.length === 0) return undefined;
    const words = new Map<string, ScaleWord>();
    for (const { keyword, label, means } of declared.flatMap(({ item }) => item.levels)) {
      if (words.has(keyword)) continue;
      words.set(keyword, { label: label.value ?? keyword, means: means?.value ?? '' });
    }
    return words;
  },
  same: (before, now) => asText(before) === asText(now),
  isWide: true,
};

const asText = (scale: Scale | undefined): string | undefined =>
  scale && JSON.stringify([...scale]);

/** The words of a scale, in the order in which the plan declares them; undefined where it declares no such scale. */
export const wordsOfScale = (plan: Plan, id: string): Scale | undefined => plan.fact(scales, id);

/** Looks a word up in the plan's scale of that name; a canonical meaning's own id needs no scale. */
export function levelIn<M extends { readonly title: string; readonly tone: Tone }>(
  plan: Plan,
  level: Level,
  meanings: ReadonlyMap<string, M>,
): LevelInPlan<M> {
  const { word } = level;
  const own = wordsOfScale(plan, level.scale)?.get(word);
  if (own !== undefined) return { word, label: own.label, meaning: meanings.get(own.means) };
  const canonical = meanings.get(word);
  return { word, label: canonical?.title ?? word, meaning: canonical };
}
