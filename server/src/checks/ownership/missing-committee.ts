import { requirementsOf } from '../../plan/facts/coverage.ts';
import { always, check } from '../check.ts';
import { fixToLookAt } from '../shared/fixes.ts';
import { gapIn, isUnfinished } from '../shared/gaps.ts';

export const missingCommittee = check({
  id: 'missing-committee',
  title: 'Action without a committee',
  what: 'An action that is not closed or withdrawn names no committee that oversees it, and neither do the requirements it answers. A group that delivers it does not count; tbc is an answer for now.',
  why: 'Without a committee nobody apart from those who do the work judges whether it works: there is no route to assurance.',
  source:
    'Practice: trusts’ plans name for each action the committee that watches it and rates assurance; three lines of defence.',
  falsePositives:
    'A small plan that one committee sees as a whole: name it in each action, or turn the check off.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'action',
  appliesTo: isUnfinished,
  *run(action, { plan }) {
    const gap = gapIn(action, 'committee', action.item.committee?.committee);
    if (gap === undefined) return;
    const answered = requirementsOf(plan, action).some(
      ({ item }) => item.committee?.committee.value !== undefined,
    );
    if (answered) return;
    yield {
      at: gap.at,
      message:
        gap.word === ''
          ? `Action ${action.id} has no committee that oversees it.`
          : `Action ${action.id} has no committee that oversees it: it says ${gap.word}.`,
      todo: 'Name the committee that judges whether it works, or write committee tbc "who decides".',
      fixes: () => [
        fixToLookAt('Say that the committee is to be confirmed', gap.fill('tbc "who oversees it"')),
      ],
    };
  },
  whenAll: (count) => ({
    message: `None of the ${String(count)} unfinished actions names a committee that oversees it.`,
    todo: 'Name in each action the committee that judges whether it works.',
  }),
  examples: {
    flagged: [
      {
        plan: `
committee CEG "Clinical Effectiveness Group"
action P "Use the care plan template in every team" {
       ^ Action P has no committee that oversees it.
  delivered-by CEG
}
action Q "Set a framework for safe caseloads" {
  committee none
            ^^^^ Action Q has no committee that oversees it: it says none.
}
action R "Make every site safe and clean"
       ^ Action R has no committee that oversees it.
`,
      },
    ],
    clean: [
      {
        plan: `
committee CEG "Clinical Effectiveness Group"
audit NCAP "National audit of psychosis" {
  recommendation R1 "Offer therapy early" {
    committee CEG
  }
}
action P "Use the care plan template in every team" {
  committee CEG
}
action Q "Train two therapists" {
  for NCAP:R1
}
action R "Make every site safe and clean" {
  committee tbc "the board decides in July"
}
`,
      },
    ],
  },
});
