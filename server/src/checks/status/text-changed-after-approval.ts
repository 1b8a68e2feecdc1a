import { changedSinceApproval } from '../../plan/facts/approved-text.ts';
import { always, check } from '../check.ts';
import { fixToLookAt, replace } from '../shared/fixes.ts';
import { dated, quoted } from '../shared/phrases.ts';

export const textChangedAfterApproval = check({
  id: 'text-changed-after-approval',
  title: 'Changed after approval',
  what: 'The plan’s heading says that it is approved, with the fingerprint of what was approved, and the plan now has another: since then a requirement or an action was added or taken out, or its reference, title, description, requirements, SRO, first deadline, measures or outcome was changed. Updates, evidence, new deadlines and judgements do not count, nor do line breaks or the order of the blocks.',
  why: 'A committee answers for what it approved. Whoever changes that afterwards changes what the committee said.',
  source:
    'Practice: plans are approved by a committee and submitted to the regulator as approved; changes go back to it.',
  falsePositives:
    'A spelling put right counts too, and so does an SRO whose role has another name now: record the new fingerprint.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'plan',
  appliesTo: ({ item }) => item.status?.fingerprint?.value !== undefined,
  *run(heading, { plan, asAt }) {
    const { status } = heading.item;
    const recorded = status?.fingerprint;
    const changed = changedSinceApproval(plan, heading, asAt);
    if (recorded === undefined || changed === undefined) return;
    const { now } = changed;
    yield {
      at: recorded.span,
      message: `The plan was approved${dated(status?.on)} with the fingerprint ${changed.recorded}, and what was approved has the fingerprint ${now} now.`,
      todo: 'Compare it with the text that was approved. Put that back, or have the change approved and record the new fingerprint with the new date.',
      fixes: () => [
        fixToLookAt(
          'Record the new fingerprint: the change is approved',
          replace(heading.unit, recorded.span, quoted(now)),
        ),
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
plan P-2018 "Action plan" {
  status approved on 2018-05-09 by "Trust Board" fingerprint "0000000000000000"
                                                             ^^^^^^^^^^^^^^^^^^ The plan was approved (9 May 2018) with the fingerprint 0000000000000000, and what was approved has the fingerprint 577f1db3107d326f now.
}
action C "Bring recorded supervision to 85 %" {
  due 2018-10
}
`,
      },
      {
        plan: `
plan P-2018 "Action plan" {
  status approved on 2018-05-09 fingerprint "577f1db3107d326f"
                                            ^^^^^^^^^^^^^^^^^^ The plan was approved (9 May 2018) with the fingerprint 577f1db3107d326f, and what was approved has the fingerprint 6ad7231c82ae4f14 now.
}
action C "Bring recorded supervision to 75 %" {
  due 2018-10
}
`,
      },
    ],
    clean: [
      {
        plan: `
plan P-2018 "Action plan" {
  status approved on 2018-05-09 by "Trust Board" fingerprint "577f1db3107d326f"
}
action C "Bring recorded supervision to 85 %" {
  due         Oct 2018
  due-revised 2018-12 on 2018-06-13 because "Devices arrive in November"
  update      2018-06-12 at-risk "Two wards are behind"
  evidence    "The training record" on 2018-06-12 line 1
}
`,
      },
      {
        plan: `
plan P-2018 "Action plan" {
  status approved on 2018-05-09 by "Trust Board"
}
action C "Bring recorded supervision to 85 %"
`,
      },
      {
        plan: `
plan P-2018 "Action plan" {
  status draft on 2018-05-09 fingerprint "0000000000000000"
}
action C "Bring recorded supervision to 85 %"
`,
      },
    ],
  },
});
