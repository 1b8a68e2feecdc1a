import { actionsFor } from '../../plan/facts/coverage.ts';
import { indicatorsIn, missesOf } from '../../plan/facts/indicators.ts';
import { isDelivered, isLive, stateOf } from '../../plan/facts/progress.ts';
import { requirementName } from '../../plan/facts/strength.ts';
import type { Entity } from '../../plan/plan.ts';
import { check, type Context } from '../check.ts';
import { aimInWords, measuredInWords } from '../shared/figures.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';

export const completeWhileIndicatorMisses = check({
  id: 'complete-while-indicator-misses',
  title: 'All done, and the figure still misses',
  what: 'Every action for a requirement is complete, closed or sustained, while an indicator that measures it, named by a measure of the requirement or of its actions, misses its threshold, or a target whose day has come or that has none. Its latest figure known at the as-at date counts.',
  why: 'The actions were meant to bring about what the figure measures. Either they were not enough, or they are not as done as they look; an inspector asks which.',
  source:
    'Practice: what is delivered is not yet changed: those who inspected say that closure should show what is different now, and undertakings to NHS Improvement (2019) were given over a figure that stayed below its standard.',
  falsePositives:
    'A figure of a time before the work was done: add the newer one when it is there, and explain the flag until then.',
  severity: { must: 'error', should: 'warning', other: 'warning' },
  preset: 'recommended',
  over: 'requirement',
  *run(requirement, context) {
    const { plan, asAt } = context;
    const done: Entity<'action'>[] = [];
    for (const action of actionsFor(plan, requirement)) {
      const state = stateOf(plan, action, asAt);
      if (isDelivered(state)) done.push(action);
      else if (isLive(state)) return;
    }
    if (done.length === 0) return;
    const measures = [requirement, ...done].flatMap(({ item }) => item.measures);
    for (const indicator of indicatorsIn(plan, measures)) {
      const [miss] = missesOf(indicator, asAt);
      if (miss === undefined) continue;
      const { aim, latest } = miss;
      yield {
        at: requirement.item.idSpan,
        message: `Every action for ${requirementName(requirement)} ${requirement.id} is done, but indicator ${indicator.id} stands at ${measuredInWords(indicator, latest)}, and its ${aim.keyword} is ${aimInWords(indicator, aim)}.`,
        todo: 'Reopen an action, or add one that brings the figure to where it has to be. If a newer figure meets it, add that.',
        fixes: () => done.slice(0, most).map((action) => reopening(action, context)),
        related: [
          {
            place: { unit: indicator.unit, span: latest.record.figure.span },
            message: 'The latest figure',
          },
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
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff record their supervision" {
       ^^^^^^^^^^^ Every action for must-do SUPERVISION is done, but indicator RECORDED stands at 71.5 % (May 2018), and its threshold is at least 85 %.
    measure "Supervision that is recorded" indicator RECORDED
  }
}
indicator RECORDED "Supervision recorded in time" {
  unit      %
  threshold at-least 85
  actual    2018-05 71.5
  actual    2018-06 suspended
  actual    2018-07 86
}
action C "Give each ward a device" {
  for    SUPERVISION
  closed 2018-06-13 by CEG
}
action D "Teach supervisors" {
  for       SUPERVISION
  completed 2018-06-20
}
action E "Hire a trainer" {
  for       SUPERVISION
  withdrawn 2018-04-11
}
`,
      },
      {
        plan: `
quality-account QA-2019 "Quality Account" {
  priority HARM "Less harm from falls" {
           ^^^^ Every action for priority HARM is done, but indicator FALLS stands at 48 (quarter 4 2017/18), and its target is a decrease by 10 %, to at most 45.
  }
}
indicator FALLS "Falls with harm" {
  unit     "falls"
  better   lower
  baseline 50
  target   decrease-by 10 % by 2018-03
  actual   Q4 2017/18 48
}
action F "Put sensors on the wards" {
  for       HARM
  measure   "Fewer falls" indicator FALLS
  completed 2018-06-20
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff record their supervision"
  must CARE-PLANS "Care plans are up to date"
  must STAFFING "There are enough nurses"
}
indicator RECORDED "Supervision recorded in time" {
  unit   %
  target at-least 85 by 2018-10
  target at-least 70 by 2018-06
  actual 2018-05 71.5
}
indicator CURRENT "Care plans reviewed in time" {
  unit      %
  threshold at-least 95
  actual    2018-05 80
}
indicator VACANCIES "Posts that are vacant" {
  threshold at-most 5
  actual    2018-05 unknown
}
action C "Give each ward a device" {
  for       SUPERVISION
  measure   "Supervision that is recorded" indicator RECORDED
  completed 2018-06-20
}
action D "Review all care plans" {
  for       CARE-PLANS
  measure   "Reviews in time" indicator CURRENT
  completed 2018-06-20
}
action E "Remind teams every month" {
  for CARE-PLANS
}
action F "Hire nurses" {
  for       STAFFING
  measure   "Vacant posts" indicator VACANCIES
  completed 2018-06-20
}
`,
      },
    ],
  },
});

/** More actions than this to choose from are no help. */
const most = 5;

const reopening = (action: Entity<'action'>, { asAt }: Context) =>
  fixToLookAt(
    `Reopen action ${action.id}`,
    addLine(action, `reopened ${asAt} because "The figure it is measured by is still missed"`),
  );
