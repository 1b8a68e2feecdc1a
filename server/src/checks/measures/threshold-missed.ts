import { latestActual, missesOf } from '../../plan/facts/indicators.ts';
import { always, check } from '../check.ts';
import { aimInWords, measuredInWords } from '../shared/figures.ts';

export const thresholdMissed = check({
  id: 'threshold-missed',
  title: 'Latest figure misses its threshold or target',
  what: 'The latest figure of an indicator that is known at the as-at date is on the wrong side of its threshold, or of a target whose day has come. What is missing or suspended is no figure.',
  why: 'It is for a committee to read: what the trust is held to is not met, whatever the actions say.',
  source:
    'Practice: performance reports set each figure against its threshold; the undertakings of 2019 to NHS Improvement rest on a standard of 90 % that a trust missed.',
  falsePositives:
    'One figure says little about whether things get worse or better: look at all of them.',
  severity: always('info'),
  preset: 'recommended',
  over: 'indicator',
  appliesTo: ({ item }) => item.actual.length > 0,
  *run(indicator, { asAt }) {
    const latest = latestActual(indicator, asAt);
    if (latest === undefined) return;
    for (const { aim } of missesOf(indicator, asAt)) {
      // A target without a day may be for later.
      if (aim.keyword === 'target' && aim.by?.value === undefined) continue;
      yield {
        at: latest.record.figure.span,
        message: `Indicator ${indicator.id} stands at ${measuredInWords(indicator, latest)}, and its ${aim.keyword} is ${aimInWords(indicator, aim)}.`,
        todo: 'Say in an action what is done about it, with a measure that names this indicator.',
        related: [
          {
            place: { unit: indicator.unit, span: aim.span },
            message: `The ${aim.keyword} it misses`,
          },
        ],
      };
    }
  },
  examples: {
    flagged: [
      {
        plan: `
indicator RTT-18-WEEKS "Waiting at most 18 weeks" {
  unit      %
  better    higher
  threshold at-least 92
  actual    2017/18 64.26
                    ^^^^^ Indicator RTT-18-WEEKS stands at 64.26 % (the financial year 2017/18), and its threshold is at least 92 %.
  actual    2016/17 96.96
}
indicator UNDER-16 "Admissions of under-16s to adult wards" {
  threshold at-most 0
  actual    2018-05 1
                    ^ Indicator UNDER-16 stands at 1 (May 2018), and its threshold is at most 0.
  actual    2018-06 suspended local 0
  actual    2018-07 0
}
indicator FALLS "Falls with harm" {
  baseline 50
  target   decrease-by 5 by 2018-06
  actual   2018-06 45.5
                   ^^^^ Indicator FALLS stands at 45.5 (June 2018), and its target is a decrease by 5, to at most 45.
}
`,
      },
    ],
    clean: [
      {
        plan: `
indicator RTT-18-WEEKS "Waiting at most 18 weeks" {
  unit      %
  threshold at-least 92
  actual    2017/18 92.00
  actual    2016/17 64.26
}
indicator RECORDED "Supervision recorded in time" {
  unit   %
  target at-least 85 by 2018-10
  target at-least 90 by none
  actual 2018-05 71.5
}
indicator CARDIO "Cardio-metabolic assessment" {
  unit      %
  threshold at-least unknown
  actual    2017/18 87
}
indicator STAY "Length of stay" {
  unit      "days"
  threshold at-most 80 %
  actual    2017/18 87
}
`,
      },
    ],
  },
});
