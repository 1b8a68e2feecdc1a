import { isRelative } from '../../plan/facts/indicators.ts';
import { always, check } from '../check.ts';
import { aimInWords } from '../shared/figures.ts';
import { fixToLookAt } from '../shared/fixes.ts';
import { gapIn } from '../shared/gaps.ts';

export const targetWithoutBaseline = check({
  id: 'target-without-baseline',
  title: 'Relative target without a baseline',
  what: 'A target says by how much a figure is to rise or fall, and the indicator has no baseline to reckon from. A baseline that is tbc is an answer for now.',
  why: 'Nobody can tell later whether ten per cent fewer was reached if nobody knows of how many.',
  source:
    'Practice: a target is to be measurable (SMART). The Quality Account 2019/20 of one trust sets reductions by 10 % and prints no figure to start from.',
  falsePositives:
    'A baseline that is known and stands elsewhere: write it in, with the period it is of.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'indicator',
  appliesTo: ({ item }) => item.targets.some(isRelative),
  *run(indicator) {
    const { baseline, targets } = indicator.item;
    const gap = gapIn(indicator, 'baseline', baseline?.figure);
    if (gap === undefined) return;
    const target = targets.find((one) => isRelative(one) && one.figure.value !== undefined);
    if (target === undefined) return;
    const says = gap.word === '' ? 'it has no baseline' : `its baseline is ${gap.word}`;
    yield {
      at: target.bound.span,
      message: `The target of indicator ${indicator.id} is ${aimInWords(indicator, target)}, and ${says}.`,
      todo: 'Write the baseline with the period it is of, or set a target that stands for itself, such as at-most 45.',
      fixes: () => [
        fixToLookAt(
          'Say that the baseline is to be confirmed',
          gap.fill('tbc "where it stood at the start"'),
        ),
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
indicator LIGATURE-INCIDENTS "Incidents with a non-fixed ligature point" {
  baseline unknown
  target   decrease-by 10 % by 2019-03-31
           ^^^^^^^^^^^ The target of indicator LIGATURE-INCIDENTS is a decrease by 10 %, and its baseline is unknown.
}
indicator RESPONSES "Answers to the Friends and Family Test" {
  target increase-by 50
         ^^^^^^^^^^^ The target of indicator RESPONSES is an increase by 50, and it has no baseline.
}
`,
      },
    ],
    clean: [
      {
        plan: `
indicator LIGATURE-INCIDENTS "Incidents with a non-fixed ligature point" {
  baseline 40 at 2017/18
  target   decrease-by 10 % by 2019-03-31
}
indicator RESPONSES "Answers to the Friends and Family Test" {
  baseline tbc "the figure of Q1"
  target   increase-by 50
}
indicator RATE "Response rate" {
  baseline unknown
  target   increase-by tbc "the improvement plan"
}
indicator RECORDED "Supervision recorded in time" {
  target at-least 85 by 2018-10
}
`,
      },
    ],
  },
});
