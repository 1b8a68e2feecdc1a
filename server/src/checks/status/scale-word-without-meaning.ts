import type { ItemOf } from '../../language/items.ts';
import { always, check } from '../check.ts';
import { addQualifier, fixToLookAt, replace } from '../shared/fixes.ts';
import { isGap } from '../shared/gaps.ts';
import { quotedList } from '../shared/names.ts';

type Word = ItemOf<'scale'>['levels'][number];

export const scaleWordWithoutMeaning = check({
  id: 'scale-word-without-meaning',
  title: 'Word of a scale without a meaning',
  what: 'A scale of the plan has words, such as colours, and does not say which meaning they have: without means, or with one that is missing. Tbc is an answer for now.',
  why: 'A colour alone says nothing: green is on track at one trust and complete at another. What such a word rates cannot be counted, nor set against dates.',
  source:
    'Practice: the keys of published plans differ (at Sheffield Health and Social Care green is complete, in the special measures plans of 2014 delivered is apart from on track). Web Content Accessibility Guidelines 1.4.1: colour is not the only way to say something.',
  falsePositives:
    'A word that nothing is rated with any more: it can stay, with the meaning that it had.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'scale',
  *run(scale) {
    const without = scale.item.levels.filter(({ means }) => isGap(means));
    const [first] = without;
    if (first === undefined) return;
    const words = [...new Set(without.map(({ keyword }) => keyword))];
    const edit = (word: Word) =>
      word.means === undefined
        ? addQualifier(scale, word, 'means tbc "what it stands for"')
        : replace(scale.unit, word.means.span, 'tbc "what it stands for"');
    yield {
      at: first.keywordSpan,
      message: `Scale ${scale.id} does not say what ${quotedList(words)} ${words.length === 1 ? 'means' : 'mean'}.`,
      todo: 'Write means and the meaning after each word, from the plan’s own key, such as means at-risk.',
      fixes: () => [fixToLookAt('Say that the meanings are to be confirmed', ...without.map(edit))],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
scale progress "Progress" {
  red   "Off track" means off-track
  amber "Amber"
  ^^^^^ Scale progress does not say what “amber” and “green” mean.
  green "Green" means unknown colour green
}
scale assurance "Assurance" {
  fully "Fully assured" colour green  // as the key has it
  ^^^^^ Scale assurance does not say what “fully” means.
}
`,
      },
    ],
    clean: [
      {
        plan: `
scale progress "Progress" {
  red   "Off track" means off-track
  amber "Amber" means tbc "the key is asked for"
}
scale outcome "How a priority turned out"
`,
      },
    ],
  },
});
