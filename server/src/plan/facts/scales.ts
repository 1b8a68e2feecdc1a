import type { Level } from '../../language/slots.ts';
import type { Plan } from '../plan.ts';
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

/** Looks a word up in the plan's scale of that name; a canonical meaning's own id needs no scale. */
export function levelIn<M extends { readonly title: string; readonly tone: Tone }>(
  plan: Plan,
  level: Level,
  meanings: ReadonlyMap<string, M>,
): LevelInPlan<M> {
  for (const scale of plan.withId('scale', level.scale)) {
    const line = scale.item.levels.find((candidate) => candidate.keyword === level.word);
    if (line === undefined) continue;
    const meaning = meanings.get(line.means?.value ?? '');
    return { word: level.word, label: line.label.value ?? level.word, meaning };
  }
  const canonical = meanings.get(level.word);
  return { word: level.word, label: canonical?.title ?? level.word, meaning: canonical };
}
