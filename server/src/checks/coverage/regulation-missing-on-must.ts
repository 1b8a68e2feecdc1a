import type { Fix } from '../../plan/flag.ts';
import type { Entity } from '../../plan/plan.ts';
import { findRegulation } from '../../plan/vocabularies.ts';
import { sentence } from '../../plan/words.ts';
import { always, check } from '../check.ts';
import { fixToLookAt } from '../shared/fixes.ts';
import { gapIn, type Gap } from '../shared/gaps.ts';
import { nameOf } from '../shared/names.ts';

export const regulationMissingOnMust = check({
  id: 'regulation-missing-on-must',
  title: 'Must-do without its regulation',
  what: 'A must-do or a breach does not say which regulation it falls under. None, n/a, unknown, unreadable and withheld name none; tbc is an answer for now. Undertakings and conditions have none to name.',
  why: 'A must-do is a breach of a regulation: the report that answers it goes by regulation, and so does the evidence.',
  source:
    'CQC: a must-do is what a provider must do to meet a legal requirement; its report on actions asks for the regulation. Health and Social Care Act 2008 (Regulated Activities) Regulations 2014.',
  falsePositives:
    'Papers that print no regulation at all: they get one flag for all. A must-do of a body other than CQC is left alone.',
  severity: always('warning'),
  preset: 'recommended',
  over: 'requirement',
  appliesTo: ({ item, parent }) =>
    (item.keyword === 'must' || item.keyword === 'breach') && isOfCqc(parent),
  *run(requirement) {
    const gap = gapIn(requirement, 'regulation', requirement.item.regulations?.paragraphs);
    if (gap === undefined) return;
    const name = sentence(nameOf(requirement));
    yield {
      at: gap.at,
      message:
        gap.word === ''
          ? `${name} does not say which regulation it falls under.`
          : `${name} does not say which regulation it falls under: it says ${gap.word}.`,
      todo: 'Look the regulation up in the report, beside the must-do or in its requirement notices: regulation 18(2)(a).',
      fixes: () => [
        fixToLookAt(
          'Say that the regulation is to be confirmed',
          gap.fill('tbc "the regulation in the report"'),
        ),
        ...suggestion(requirement, gap),
      ],
    };
  },
  whenAll: (count) => ({
    message: `None of the ${String(count)} must-dos and breaches says which regulation it falls under.`,
    todo: 'Look the regulations up in the report, beside the must-dos or in its requirement notices: regulation 18(2)(a).',
  }),
  examples: {
    flagged: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff have regular supervision"
       ^^^^^^^^^^^ Must-do SUPERVISION does not say which regulation it falls under.
  must SITES "The premises are clean and suit their purpose" {
    regulation unknown given "blank"
               ^^^^^^^ Must-do SITES does not say which regulation it falls under: it says unknown.
  }
  must MEDICINES "Medicines are stored safely" {
    regulation 12(2)(g)
  }
}
`,
      },
      {
        plan: `
plan P-2018 "Action plan 2018"
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ None of the 5 must-dos and breaches says which regulation it falls under.
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff have regular supervision"
  must MEDICINES "Medicines are stored safely"
  must WAITS "Fewer people wait"
  must DATA "Data are right"
  breach SITES "The premises are not clean"
}
`,
      },
    ],
    clean: [
      {
        plan: `
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff have regular supervision" {
    regulation 18(2)(a)
  }
  must SITES "The premises are clean" {
    regulation tbc "the inspection team is asked"
  }
  should NOTICES "Notice boards are up to date"
}
undertakings NHSI-2019 "Undertakings to NHS Improvement" {
  undertaking 1.1 "Draw up a plan"
}
audit HSE-2018 "Visit of the Health and Safety Executive" {
  body HSE
  must 1 "Guards are fitted"
}
`,
      },
    ],
  },
});

const isOfCqc = (source: Entity | undefined): boolean => {
  const body = source?.kind === 'source' ? source.item.body?.body.value : undefined;
  return body?.id === undefined || body.id === 'CQC';
};

/** Beginnings of words that speak plainly for one regulation of 2014. */
const beginnings: Readonly<Record<string, readonly string[]>> = {
  '9': ['care plan', 'person-centred', 'personalised', 'holistic'],
  '10': ['dignity', 'privacy', 'same-sex', 'mixed-sex'],
  '11': ['consent', 'mental capacity', 'best interest'],
  '12': ['medicine', 'medication', 'ligature', 'infection', 'resuscitat'],
  '13': ['safeguard', 'abuse', 'restrictive', 'seclusion'],
  '14': ['nutrition', 'hydration', 'food', 'meal'],
  '15': ['premises', 'equipment', 'maintenance', 'repair', 'cleaning'],
  '16': ['complain'],
  '17': ['governance', 'audit', 'records are', 'data quality', 'oversight', 'scrutin'],
  '18': ['supervis', 'staffing', 'training', 'appraisal', 'caseload', 'vacanc', 'enough staff'],
  '19': ['disclosure and barring', 'pre-employment', 'recruitment check'],
  '20': ['candour'],
};

/** The regulation that the words speak for, where that is one alone. */
function suggestion({ item }: Entity<'requirement'>, gap: Gap): Fix[] {
  const words = ` ${item.title.value ?? ''} ${item.text?.text.value ?? ''}`.toLowerCase();
  const found = Object.keys(beginnings).filter((number) =>
    (beginnings[number] ?? []).some((beginning) => words.includes(` ${beginning}`)),
  );
  const [number, ...others] = found;
  const regulation = number === undefined ? undefined : findRegulation('2014', number);
  if (regulation === undefined || others.length > 0) return [];
  return [
    fixToLookAt(
      `Name regulation ${regulation.id}, ${regulation.title}, which its words suggest`,
      gap.fill(`${regulation.id} inferred "from its words"`),
    ),
  ];
}
