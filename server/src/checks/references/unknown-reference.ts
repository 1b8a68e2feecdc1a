import { always, check } from '../check.ts';
import { unknownItems, unknownServices } from './unknown-items.ts';
import { unknownPlans } from './unknown-plans.ts';
import { unknownLevels, unknownScale, unknownTerms } from './unknown-words.ts';

export const unknownReference = check({
  id: 'unknown-reference',
  title: 'Reference to nothing',
  what: 'An id that nothing in the plan has, or that stands in more than one source; a service of a ratings table that is not declared; a word that is not in the plan’s scale or the vocabulary it belongs to; a date per a plan that the project does not have. Where a plan rates without declaring a scale, that is said once.',
  why: 'The trail from finding to action to evidence breaks where a reference leads nowhere.',
  source:
    'Practice: plans carry numbers of earlier plans that have no row (“See 18.4”), and ratings outside their own key.',
  falsePositives:
    'Something that has no row here on purpose: write not-in-plan after it. Names in quotes of people, committees and services need not be declared, nor a plan in quotes: per "CQC action plan".',
  severity: always('error'),
  preset: 'setting-up',
  over: 'item',
  *run(entity, { plan }) {
    yield* unknownItems(plan, entity);
    yield* unknownPlans(plan, entity);
    yield* unknownTerms(entity);
    if (entity.kind === 'ratings') yield* unknownServices(plan, entity);
    else if (entity.kind === 'scale') yield* unknownScale(entity);
    else yield* unknownLevels(plan, entity);
  },
  examples: {
    flagged: [
      {
        plan: `
undertakings NHSI-2019 "Undertakings, May 2019" {
  undertaking 1.1 "Draw up a plan"
}
undertakings NHSI-2020 "Undertakings, June 2020" {
  undertaking 1.1 "Report on the plan"
}
directorate AMH/LD "Adult Mental Health and Learning Disability"
action 18.5 "Record supervision"
action 19.2 "Move the records" {
  directorate AMHLD
              ^^^^^ Action 19.2 refers to AMHLD, and the plan has no directorate of that id.
  for         1.1, NHSI-2091:1.1
              ^^^ Action 19.2 refers to 1.1, which NHSI-2019 and NHSI-2020 both have.
                   ^^^^^^^^^^^^^ Action 19.2 refers to NHSI-2091:1.1, and the plan has no requirement of that id.
  continues   18.5, 18.4
                    ^^^^ Action 19.2 refers to 18.4, and the plan has no action of that id.
  committee   QCA
              ^^^ Action 19.2 refers to QCA, and the plan has no committee of that id.
  replaces    "Record supervisoin"
              ^^^^^^^^^^^^^^^^^^^^ Action 19.2 refers to “Record supervisoin”, and the plan has no action of that name.
}
`,
      },
      {
        plan: `
service PICU "Psychiatric intensive care"
inspection CQC-2019 "CQC inspection" {
  must M1 "Staff record their supervision" {
    question efective
             ^^^^^^^^ Must-do M1 has “efective”, which is not a key question.
  }
}
ratings MH-2019 "Mental health services" {
  source CQC-2019
  |       | safe | overall |
  | PICU  | good | good    |
  | CAMHS | good | good    |
    ^^^^^ Ratings MH-2019 refers to CAMHS, and the plan has no service of that id.
}
scale progress "Progress" {
  amber "At risk"  means at-rsk
                         ^^^^^^ Scale progress gives “amber” the meaning “at-rsk”, which is not one it can have.
}
action A "Record supervision" {
  update 2018-05-02 ambre "Two wards are late"
                    ^^^^^ Action A has “ambre”, which is not a word of scale progress.
}
`,
      },
      {
        plan: `
action A "Record supervision" {
  update 2018-05-02 amber "Two wards are late"
                    ^^^^^ The plan uses “amber” and “green” for progress, 3 times in all, and declares no scale progress that says what they mean.
  update 2018-06-02 green "They caught up"
}
action B "Move the records" {
  update 2018-06-02 amber "The supplier is late"
}
`,
      },
      {
        plan: `
plan QIP-2019 "Quality improvement plan"
undertakings NHSI-2019 "Undertakings, May 2019" {
  undertaking 1.2 "Carry out the CQC action plan" {
    when per CQC-ACTION-PLAN unless-agreed NHSI
         ^^^^^^^^^^^^^^^^^^^ Undertaking 1.2 refers to the timescales of CQC-ACTION-PLAN, and the project has no plan of that id.
  }
  undertaking 3.2 "Carry out the quality improvement plan" {
    when per QIP-2091
         ^^^^^^^^^^^^ Undertaking 3.2 refers to the timescales of QIP-2091, and the project has no plan of that id.
  }
}
`,
      },
    ],
    clean: [
      {
        plan: `
plan LPT-2018 "CQC action plan 2018" {
  status approved by trust
}
sro HON "Head of Nursing"
scale progress "Progress" {
  amber "At risk" means at-risk
}
inspection CQC-2019 "CQC inspection" {
  body CQC
  must M1 "Staff record their supervision" {
    question safe
    when     per LPT-2018
  }
  must M2 "Staff are trained" {
    when per "Training plan 2018"
  }
}
action A "Record supervision" {
  for       CQC-2019:M1
  continues 18.4 not-in-plan
  sro       HON
  lead      "Ward matrons"
  committee "Clinical Effectiveness Group"
  update    2018-05-02 amber "Two wards are late"
  update    2018-06-02 on-track "They caught up"
}
`,
      },
    ],
  },
});
