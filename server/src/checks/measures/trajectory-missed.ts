import { latestActual, plannedFor } from '../../plan/facts/indicators.ts';
import { always, check } from '../check.ts';
import { figureInWords, measuredInWords } from '../shared/figures.ts';

export const trajectoryMissed = check({
  id: 'trajectory-missed',
  title: 'Latest figure behind its trajectory',
  what: 'The latest figure of an indicator that is known at the as-at date is worse than what was planned for the very same period. It needs better higher or better lower to say what is worse.',
  why: 'A trajectory is there to show early that a target will be missed, while there is time to do something.',
  source:
    'Practice: undertakings to NHS Improvement (2019) ask for clear trajectories for improvement and for a way of watching progress against them.',
  falsePositives: 'A figure that is only just behind: whether it matters is for the committee.',
  severity: always('info'),
  preset: 'recommended',
  over: 'indicator',
  appliesTo: ({ item }) => item.planned.length > 0 && item.actual.length > 0,
  *run(indicator, { asAt }) {
    const latest = latestActual(indicator, asAt);
    if (latest === undefined) return;
    const direction = indicator.item.better?.direction.value;
    const planned = plannedFor(indicator, latest.period);
    const figure = planned?.figure.value;
    if (planned === undefined || figure === undefined || direction === undefined) return;
    const { amount } = latest.figure;
    if (direction === 'higher' ? amount >= figure.amount : amount <= figure.amount) return;
    yield {
      at: latest.record.figure.span,
      message: `Indicator ${indicator.id} was to be at ${figureInWords(indicator, figure)}, and was at ${measuredInWords(indicator, latest)}.`,
      todo: 'Say in an update what holds it up and what is done about it. If the trajectory cannot be kept, agree a new one and keep this beside it.',
      related: [
        { place: { unit: indicator.unit, span: planned.span }, message: 'What was planned' },
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
indicator RECORDED "Supervision recorded in time" {
  unit    %
  better  higher
  planned 2018-05 60
  planned 2018-06 70
  actual  2018-05 61
  actual  2018-06 69.9
                  ^^^^ Indicator RECORDED was to be at 70 %, and was at 69.9 % (June 2018).
}
indicator STAY "Length of stay" {
  better  lower
  planned Q4 2017/18 35
  actual  Q4 2017/18 36.9
                     ^^^^ Indicator STAY was to be at 35, and was at 36.9 (quarter 4 2017/18).
}
`,
      },
    ],
    clean: [
      {
        plan: `
indicator RECORDED "Supervision recorded in time" {
  unit    %
  better  higher
  planned 2018-05 60
  planned 2018-06 70
  planned 2018-07 80
  actual  2018-05 55
  actual  2018-06 70
}
indicator INCIDENTS "Incidents reported" {
  planned 2018-06 100
  actual  2018-06 120
}
indicator STAY "Length of stay" {
  better  lower
  planned Q4 2017/18 35
  actual  2018-06 36.9
}
`,
      },
    ],
  },
});
