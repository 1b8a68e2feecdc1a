import type { Entity, Fact } from '../plan.ts';

/** What requirements and actions have in common by their words alone. */

/** Words that any two titles may share. */
const common = new Set(
  'action actions care ensure patient patients people service services should staff that their they this trust ward wards when where which with'.split(
    ' ',
  ),
);

/** The first five letters of a text’s telling words, so that supervise meets supervision. */
export const tellingWords = (text: string | undefined): ReadonlySet<string> =>
  new Set(
    (text?.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
      .filter((word) => !common.has(word))
      .map((word) => word.slice(0, 5)),
  );

/** The requirements of a plan by the telling words of their titles. */
export const requirementsByWord: Fact<ReadonlyMap<string, readonly Entity<'requirement'>[]>> = {
  of(plan) {
    const byWord = new Map<string, Entity<'requirement'>[]>();
    for (const requirement of plan.all('requirement')) {
      for (const word of tellingWords(requirement.item.title.value)) {
        const list = byWord.get(word);
        if (list === undefined) byWord.set(word, [requirement]);
        else list.push(requirement);
      }
    }
    return byWord;
  },
};

/** All words of a text in their order, whatever stands between them: two texts with the same say the same. */
export const plainWords = (text: string): string =>
  (
    text
      .toLowerCase()
      .replaceAll('&', ' and ')
      .match(/[\p{L}\p{N}%]+/gu) ?? []
  ).join(' ');
