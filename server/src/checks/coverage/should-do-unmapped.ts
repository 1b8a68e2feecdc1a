import { strengthOfRequirement } from '../../plan/facts/strength.ts';
import { always, check } from '../check.ts';
import { unmapped } from './unmapped.ts';

export const shouldDoUnmapped = check({
  id: 'should-do-unmapped',
  title: 'Should-do that nothing answers',
  what: 'A should-do, recommendation, priority or area for improvement has no action that is still live, and is neither addressed, confirmed by the regulator nor decided against.',
  why: 'A should-do left alone can become a breach; one that the trust decides not to act on needs that decision on record.',
  source:
    'Practice: CQC reports give should-dos beside must-dos, to avoid a breach or to improve; trusts’ plans count both.',
  falsePositives:
    'A priority that runs in another plan, or a recommendation of an audit still under review: record a decision that says so.',
  severity: always('warning'),
  preset: 'setting-up',
  over: 'requirement',
  *run(requirement, context) {
    if (strengthOfRequirement(requirement) !== 'must') yield* unmapped(requirement, context);
  },
  examples: {
    flagged: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must   SUPERVISION "Staff record their supervision"
  should ADVOCACY    "Tell people how to reach an advocate"
         ^^^^^^^^ No action answers should-do ADVOCACY, “Tell people how to reach an advocate”.
}
quality-account QA-2018 "Quality account 2017/18" {
  priority P1 "Reduce ligature risk"
           ^^ Every action that answered priority P1, “Reduce ligature risk”, is withdrawn.
}
action L "Teach staff about ligature points" {
  for       P1
  withdrawn 2018-05-01 because "The trainer left"
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must   SUPERVISION "Staff record their supervision"
  should ADVOCACY    "Tell people how to reach an advocate"
  should GARDEN      "Open the garden at weekends" {
    decision "The garden stays closed while the wall is rebuilt" on 2018-03-02
  }
}
action V "Put up posters and show new patients around" {
  for ADVOCACY
}
`,
      },
    ],
  },
});
