import { dateInWords } from '../../plan/calendar.ts';
import { isRelative, marginOf } from '../../plan/facts/indicators.ts';
import { always, check } from '../check.ts';
import { aimInWords, figureInWords } from '../shared/figures.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';

export const targetAlreadyMet = check({
  id: 'target-already-met',
  title: 'Target that was met at the start',
  what: 'The baseline of an indicator is better than its target. A baseline that just meets it may be meant to be kept, and is not flagged.',
  why: 'Whoever is better than the target at the start can get worse and still report success.',
  source:
    'Practice: the Quality Account 2019/20 of one trust sets 25 days for a length of stay that stood at 20.4.',
  falsePositives: 'A target to keep, such as a national benchmark: say so in a note.',
  severity: always('info'),
  preset: 'recommended',
  over: 'indicator',
  appliesTo: ({ item }) => item.targets.length > 0 && item.baseline !== undefined,
  *run(indicator) {
    const { baseline, targets } = indicator.item;
    const start = baseline?.figure.value;
    if (baseline === undefined || start === undefined) return;
    for (const target of targets) {
      const margin = isRelative(target) ? undefined : marginOf(indicator, target, start);
      if (margin === undefined || margin <= 0) continue;
      const at = baseline.at?.value;
      const when = at === undefined ? '' : ` (${dateInWords(at)})`;
      yield {
        at: target.figure.span,
        message: `The target of indicator ${indicator.id} is ${aimInWords(indicator, target)}, and its baseline is better: ${figureInWords(indicator, start)}${when}.`,
        todo: 'Set a target beyond the baseline. If it is enough to keep what was reached, set the baseline itself as the target.',
        fixes: () => [
          fixToLookAt(
            'Say that the target is to be confirmed',
            replace(indicator.unit, target.figure.span, 'tbc "better than the baseline"'),
          ),
          fixToLookAt(
            'Set the baseline as the target',
            replace(indicator.unit, target.figure.span, start.written),
          ),
        ],
        related: [
          { place: { unit: indicator.unit, span: baseline.span }, message: 'The baseline' },
        ],
      };
    }
  },
  examples: {
    flagged: [
      {
        plan: `
indicator STAY-COMMUNITY "Length of stay" {
  unit     "days"
  better   lower
  baseline 20.4 at 2018-01
  target   at-most 25
                   ^^ The target of indicator STAY-COMMUNITY is at most 25, and its baseline is better: 20.4 (January 2018).
}
indicator RECORDED "Supervision recorded in time" {
  unit     %
  baseline 86 %
  target   at-least 85 by 2018-10
                    ^^ The target of indicator RECORDED is at least 85 %, and its baseline is better: 86 %.
}
`,
      },
    ],
    clean: [
      {
        plan: `
indicator STAY-COMMUNITY "Length of stay" {
  unit     "days"
  baseline 25
  target   at-most 25
}
indicator RECORDED "Supervision recorded in time" {
  unit     %
  baseline 43.1
  target   at-least 85 by 2018-10
}
indicator FALLS "Falls with harm" {
  baseline 50
  target   decrease-by 10 %
  target   exactly 40
}
indicator COMPLAINTS "Complaints answered in 25 days" {
  unit     %
  baseline unknown
  target   at-least 90
}
`,
      },
    ],
  },
});
