import {
  aimsToReach,
  latestActual,
  meets,
  requirementsMeasuredBy,
} from '../../plan/facts/indicators.ts';
import { requirementName, weightOfRequirement } from '../../plan/facts/strength.ts';
import { always, check } from '../check.ts';
import { aimInWords } from '../shared/figures.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';

export const trajectoryMissing = check({
  id: 'trajectory-missing',
  title: 'No trajectory for what was undertaken',
  what: 'An indicator measures a requirement of a notice or of undertakings, or an action that answers one; it has a target or a threshold that its latest figure does not meet, and no planned points on the way there.',
  why: 'A regulator that took undertakings reads progress against a trajectory. Without points on the way, nobody sees that a target will be missed until it is.',
  source:
    'Practice: undertakings to NHS Improvement (2019, paragraphs 1.1 and 2.1) ask for plans with clear trajectories for improvement. Undertakings are given under section 106 of the Health and Social Care Act 2012.',
  falsePositives:
    'A trajectory that stands in another document: copy its points, with the page in origin.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'indicator',
  appliesTo: ({ item }) => item.planned.length === 0,
  *run(indicator, { plan, asAt }) {
    const latest = latestActual(indicator, asAt);
    const aim = aimsToReach(indicator).find(
      (one) => latest === undefined || meets(indicator, one, latest.figure) !== true,
    );
    if (aim === undefined) return;
    const requirement = requirementsMeasuredBy(plan, indicator).find(
      (one) => weightOfRequirement(one) === 'notice',
    );
    if (requirement === undefined) return;
    yield {
      at: indicator.item.idSpan,
      message: `Indicator ${indicator.id} measures ${requirementName(requirement)} ${requirement.id}, has a ${aim.keyword} of ${aimInWords(indicator, aim)}, and no planned points on the way there.`,
      todo: 'Agree the points of the trajectory, and add each with planned, its period and its figure.',
      fixes: () => [
        fixToLookAt(
          'Add a point of the trajectory, to be filled in',
          addLine(indicator, 'planned tbc "the period" tbc "the figure"'),
        ),
      ],
      related: [
        {
          place: { unit: requirement.unit, span: requirement.item.idSpan },
          message: 'What it measures',
        },
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
undertakings NHSI-2018 "Undertakings to NHS Improvement" {
  undertaking 2.1 "Draw up a Quality Improvement Plan" {
    measure "CPA follow-up" indicator CPA-7-DAY
  }
}
notice S29A-2018 "Warning notice" {
  must STAFFING "There are enough nurses"
}
indicator CPA-7-DAY "CPA: followed up within seven days" {
          ^^^^^^^^^ Indicator CPA-7-DAY measures undertaking 2.1, has a threshold of at least 90 %, and no planned points on the way there.
  unit      %
  threshold at-least 90
  actual    2018-05 81.6
}
indicator VACANCIES "Posts that are vacant" {
          ^^^^^^^^^ Indicator VACANCIES measures must-do STAFFING, has a target of at most 5, and no planned points on the way there.
  target at-most 5 by 2018-12
}
action F "Hire nurses" {
  for     STAFFING
  measure "Vacant posts" indicator VACANCIES
}
`,
      },
    ],
    clean: [
      {
        plan: `
undertakings NHSI-2018 "Undertakings to NHS Improvement" {
  undertaking 2.1 "Draw up a Quality Improvement Plan" {
    measure "CPA follow-up" indicator CPA-7-DAY
    measure "Waits"         indicator WAITS
    measure "Falls"         indicator FALLS
  }
}
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff record their supervision" {
    measure "Recorded" indicator RECORDED
  }
}
indicator CPA-7-DAY "CPA: followed up within seven days" {
  threshold at-least 90
  planned   2018-09 85
  actual    2018-05 81.6
}
indicator WAITS "Waiting at most 18 weeks" {
  threshold at-least 92
  actual    2018-05 96
}
indicator FALLS "Falls with harm"
indicator RECORDED "Supervision recorded in time" {
  target at-least 85 by 2018-10
}
`,
      },
    ],
  },
});
