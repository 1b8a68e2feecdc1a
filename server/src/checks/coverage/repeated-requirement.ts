import { dayInWords } from '../../plan/calendar.ts';
import { alikeBefore } from '../../plan/facts/repeats.ts';
import { sentence } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { addLine, fixToLookAt } from '../shared/fixes.ts';
import { nameOf } from '../shared/names.ts';

export const repeatedRequirement = check({
  id: 'repeated-requirement',
  title: 'Requirement that was made before',
  what: 'A requirement says the same, or nearly the same, as one of an earlier document in the plan; or it shares a service and a regulation with it and much of its wording. And it does not say that it repeats or covers it.',
  why: 'A finding that comes back is the one that inspectors ask about first: what was done the last time did not hold.',
  source:
    'Practice: published plans carry findings of earlier inspections beside new ones on the same subject; CQC looks at earlier must-dos when it returns.',
  falsePositives:
    'Two findings in the same words on different services: say which service each concerns. Documents without a date are left alone.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'requirement',
  appliesTo: ({ item }) => item.repeats === undefined,
  *run(requirement, { plan }) {
    const found = alikeBefore(plan, requirement);
    if (found === undefined) return;
    const { earlier, same, day } = found;
    const source = earlier.parent?.id ?? '';
    const reference = `${source}:${earlier.id}`;
    yield {
      at: requirement.item.title.span,
      message: `${sentence(nameOf(requirement))} says ${same ? 'the same' : 'nearly the same'} as ${nameOf(earlier)} of ${source} (${dayInWords(day)}), and not that it repeats it.`,
      todo: `Compare the two. Where one is the other again, write repeats ${reference}.`,
      fixes: () => [
        fixToLookAt(
          `Say that it repeats ${reference}`,
          addLine(requirement, `repeats ${reference}`),
        ),
      ],
      related: [
        {
          place: { unit: earlier.unit, span: earlier.item.title.span },
          message: `The ${same ? 'same' : 'earlier'} wording`,
        },
      ],
    };
  },
  examples: {
    flagged: [
      {
        plan: `
inspection CQC-2016 "CQC inspection, November 2016" {
  inspected 2016-11
  must SUPERVISION "Staff have regular clinical supervision, and it is recorded"
  must MEDICINES "Medicines are stored at the right temperature" {
    service    "Community teams"
    regulation 12(2)(g)
  }
}
inspection CQC-2017 "CQC inspection, October 2017" {
  inspected 2017-10
  must A "Staff have regular clinical supervision and it is recorded."
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Must-do A says the same as must-do SUPERVISION of CQC-2016 (30 November 2016), and not that it repeats it.
  must B "All medicines are kept at the right temperature" {
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Must-do B says nearly the same as must-do MEDICINES of CQC-2016 (30 November 2016), and not that it repeats it.
    service    "Community teams"
    regulation 12
  }
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2016 "CQC inspection, November 2016" {
  inspected 2016-11
  must SUPERVISION "Staff have regular clinical supervision, and it is recorded" {
    service "Acute wards"
  }
  must SUPERVISION-2 "Staff have regular clinical supervision, and it is recorded" {
    service "Forensic wards"
  }
  must STAFF "There are enough staff for the caseloads"
}
inspection CQC-2017 "CQC inspection, October 2017" {
  inspected 2017-10
  must A "Staff have regular clinical supervision, and it is recorded" {
    repeats SUPERVISION
  }
  must B "Staff have regular clinical supervision, and it is recorded" {
    service "Community teams"
  }
  must C "There are enough beds for the wards"
}
inspection CQC-2018 "CQC inspection, without a date" {
  must A "There are enough staff for the caseloads"
}
`,
      },
    ],
  },
});
