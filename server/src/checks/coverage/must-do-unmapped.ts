import { strengthOfRequirement } from '../../plan/facts/strength.ts';
import { always, check } from '../check.ts';
import { unmapped } from './unmapped.ts';

export const mustDoUnmapped = check({
  id: 'must-do-unmapped',
  title: 'Must-do that nothing answers',
  what: 'A must-do, breach, condition or undertaking has no action that is still live, and is neither addressed, confirmed by the regulator nor decided against.',
  why: 'The CQC tests every must-do when it returns; one without an action is a breach left open.',
  source:
    'Regulated Activities Regulations 2014: a must-do is what has to be done to meet a regulation; a warning notice under section 29A needs each failing answered.',
  falsePositives:
    'Undertakings to keep on doing something may need no action of their own: record when each was met, or a decision.',
  severity: always('error'),
  preset: 'setting-up',
  over: 'requirement',
  *run(requirement, context) {
    if (strengthOfRequirement(requirement) === 'must') yield* unmapped(requirement, context);
  },
  examples: {
    flagged: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff record their supervision"
       ^^^^^^^^^^^ No action answers must-do SUPERVISION, “Staff record their supervision”.
}
`,
      },
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff record their supervision"
       ^^^^^^^^^^^ Every action that answered must-do SUPERVISION, “Staff record their supervision”, is withdrawn.
}
action C "Bring recorded supervision to 85 %" {
  for       SUPERVISION
  withdrawn 2018-05-01 because "The service closed"
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff record their supervision"
  must TRIAGE "Urgent care has a triage system" {
    addressed 2018-02-01 by CQC
  }
}
action C "Bring recorded supervision to 85 %" {
  for SUPERVISION
}
`,
      },
    ],
  },
});
