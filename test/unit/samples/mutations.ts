/** Something done to a file of samples/exemplar, and the check that must flag it: that one and no other. */
export interface Mutation {
  readonly check: string;
  /** One of the sample, or a new one. */
  readonly file: string;
  /** What is taken out, which stands in the file once or is empty for its end, and what comes in its place. */
  readonly changes: readonly (readonly [from: string, to: string])[];
}

/** Rows of a file: the check, and pairs of what is taken out and what comes in its place. */
const rows = (file: string, ...broken: (readonly [check: string, ...texts: string[]])[]) =>
  broken.map(([check, ...texts]): Mutation => {
    const changes = texts.flatMap((from, index): [string, string][] =>
      index % 2 === 0 ? [[from, texts[index + 1] ?? '']] : [],
    );
    return { check, file, changes };
  });

/** Actions that one role answers for, as many as asked. */
const actionsOf = (sro: string, amount: number): string =>
  Array.from(
    { length: amount },
    (_, index) => `
action X${String(index)} "Assess ward ${String(index)} again" {
  for         M2
  sro         ${sro}
  lead        MATRON
  committee   QC
  due         2027-01-29
  measure     "All ${String(index)} rooms are assessed"
  impact      "Room ${String(index)} is closed until then"
  update      2026-09-21 green "Begun in room ${String(index)}"
  evidence    "Assessment" in "Estates log" on 2026-09-21 line 2
  assurance   partially by QC on 2026-09-17
}
`,
  ).join('');

const measuresOfA7 = `  measure     "At least 9 of 10 handovers that a matron listens to follow the sheet"
  measure     "No more than 4 incidents a quarter begin at handover" indicator HANDOVER
`;

/** At least one way to break each check’s rule, by the file it is done in. */
export const mutations: readonly Mutation[] = [
  ...rows(
    'plan.plan',
    ['unreadable', '  meets two-monthly\n', '  meets whenever we can\n'],
    ['second-plan-heading', '', '\nplan EX-2027 "Another plan"\n'],
    ['duplicate-reference', '', '\nsro MD "Medical Director"\n'],
    ['confusable-character', 'sro MD "Medical Director"', 'sro MD "Medical Directоr"'],
    ['vacant-sro', 'from 2023-04\n', 'from 2023-04 to 2026-08\n'],
    ['reversed-dates', 'from 2023-04\n', 'from 2026-04 to 2023-08\n  holder "The director now in post" from 2026-05\n'],
    ['unknown-reference', 'reports-to BOARD\n', 'reports-to BOARDS\n'],
    ['scale-word-without-meaning', ' means at-risk', ''],
    ['scale-word-without-meaning', ' means no-assurance', ''],
    ['inconsistent-name', '  chair      "Director of Improvement"\n}\n', '  chair      "Director of Improvement"\n}\n\ncommittee QCM "The Quality-Committee"\n'],
    ['named-individual-in-public-plan', '"The director in post"', '"Jane Whitlock"'],
    ['acronym-undefined', 'term TSD "Trust supervision database"\n', ''],
  ),
  ...rows(
    'sources.plan',
    ['must-do-unmapped', '', '\nvisit V-2026 "Visit of August 2026" {\n  must V1 "Doors of bathrooms open from outside" {\n    regulation 15(1)(c)\n    question   safe\n  }\n}\n'],
    ['should-do-unmapped', '  should S1', '  area AREA-1 "Rooms for visitors"\n\n  should S1'],
    ['declared-count-mismatch', 'declares  3 must', 'declares  4 must'],
    ['regulation-unknown', 'regulation 12(2)(g)', 'regulation 32(2)(g)'],
    ['recurring-duty-missed', '    met  2026-06-30 minute "Progress meeting of June"\n', ''],
    ['regulator-deadline', 'respond-by 2026-11-13', 'respond-by 2026-11-10\n  // Sent late.\n  report-requested 2026-08-03'],
    ['text-changed-after-approval', 'have regular supervision, and it is recorded', 'have regular supervision'],
    ['requirement-text-missing', 'should S1 "People on the wards know how to reach an advocate"', 'should S1 unknown'],
    ['requirement-text-missing', 'must W1 "Medicines that nurses carry are stored, and their temperatures recorded, as the policy says"', 'must W1 "W1"'],
    ['regulation-missing-on-must', '    regulation 12(2)(g)\n', ''],
    ['regulation-missing-on-must', 'regulation 12(2)(g)', 'regulation unknown given "blank"'],
    ['wrong-notice-section', 'section    section-29A', 'section    section-29'],
    ['framework-edition-mismatch', 'kloe       E3', 'quality-statement safe-and-effective-staffing'],
    ['framework-edition-mismatch', 'quality-statement safe-environments', 'kloe S2'],
    ['repeated-requirement', '    repeats    R4\n', ''],
    ['rating-aggregation-check', 'good same | requires improvement same |\n', 'good same | good up |\n'],
  ),
  ...rows(
    'actions.plan',
    ['action-without-requirement', '', '\naction A8 "Paint the waiting room" {\n  sro       DON\n  lead      MATRON\n  committee QC\n  due       2027-01-29\n  measure   "2 rooms are painted"\n  impact    "None on people who use services"\n  step 1 "Choose the colours" due 2026-12-11\n  update    2026-09-21 green "The painters are chosen" by DON\n  evidence  "The order" in "Estates log" on 2026-09-21 line 2\n  assurance fully by QC on 2026-09-17\n}\n'],
    ['missing-sro', '  sro         HOS-CHS\n', ''],
    ['missing-lead', '  lead        "Clinical lead, crisis team"\n', ''],
    ['shared-ownership', '  sro         HOS-CHS\n', '  sro         "Chief Pharmacist and Chief Operating Officer"\n'],
    ['ambiguous-owner', '  sro         HOS-CHS\n', '  sro         "Head of"\n'],
    ['owner-not-declared', '  sro         HOS-CHS\n', '  sro         "Chief Pharmacist"\n'],
    ['missing-committee', '  committee   BOARD\n', ''],
    ['deliverer-is-assurer', '  committee   BOARD\n', '  committee   BOARD\n  delivered-by BOARD\n'],
    ['overdue', '  due         2026-11-27\n', '  due         2026-09-28\n', 'from it" due 2026-11-27', 'from it" due 2026-09-28', '16 green "The rota', '16 amber "The rota'],
    ['due-soon', '  due         2026-11-27\n', '  due         2026-10-16\n', 'from it" due 2026-11-27', 'from it" due 2026-10-16'],
    ['missing-due-date', '  due         2026-11-27\n', ''],
    ['fuzzy-due-date', '  due         2026-11-27\n', '  due         ongoing\n'],
    ['due-not-working-day', '  due         2026-12-18\n', '  due         2026-12-19\n'],
    ['due-after-regulator-date', '  due         2026-11-06\n', '  due         2026-11-20\n'],
    ['slippage-unexplained', ' by QC because "The contractor for the last ward fell ill"', ''],
    ['repeated-slippage', '  due         2026-12-18\n', '  due         2026-08-31\n  due-revised 2026-12-18 on 2026-08-20 by QC because "The trees were agreed late"\n'],
    ['owner-overloaded', '', actionsOf('DON', 8)],
    ['stale-update', '  update 2026-09-16 green "The rota', '  update 2026-08-16 green "The rota'],
    ['step-after-action-due', 'Reach 98 % for four weeks" due 2026-11-06', 'Reach 98 % for four weeks" due 2026-11-13'],
    ['step-numbering', '  step 3 "Reach 98 %', '  step 5 "Reach 98 %'],
    ['status-contradicts-date', '  update 2026-09-15 green "All wards', '  completed 2026-09-10 by HON-AMH\n\n  update 2026-09-15 green "All wards'],
    ['assurance-contradicts-status', '  assurance fully by QC on 2026-09-24', '  assurance not by QC on 2026-09-24'],
    ['complete-without-evidence', '  evidence  "Answers of 60 people, asked by the patient experience team" in "Patient experience, 2026-18" on 2026-07-30 line 2\n', ''],
    ['superseded-still-open', '  for         S1\n', '  for         S1\n  continues   A1\n'],
    ['circular-predecessor', '  for         S1\n', '  for         S1\n  continues   A4\n'],
    ['explanation-unused', '  for         S1\n', '  for         S1\n  explained   overdue until 2026-12-31 because "The supplier is late" by QC\n'],
    ['explanation-of-unknown-check', '  for         S1\n', '  for         S1\n  explained   overdu until 2026-12-31 because "The supplier is late" by QC\n'],
    ['explanation-expired', '  due         2026-12-18\n', '  due         2026-12-19\n  explained   due-not-working-day until 2026-08-31 because "A Saturday clinic" by QC\n'],
    ['explanation-incomplete', '  due         2026-12-18\n', '  due         2026-12-19\n  explained   due-not-working-day\n'],
    ['text-changed-after-approval', 'At least 85 % recorded', 'At least 75 % recorded'],
    ['closure-did-not-hold', '  continues   A0\n', ''],
    ['missing-status', '  update 2026-09-16 green "The rota', '  update 2026-09-16 unknown "The rota'],
    ['missing-status', '  update 2026-09-18 green "Four wards of six use the sheet" by HON-AMH\n', ''],
    ['closed-without-sign-off', 'closed    2026-09-17 by QC minute', 'closed    2026-09-17 minute'],
    ['closed-without-sign-off', 'sustained 2026-09-24 by QC', 'sustained unknown by QC'],
    ['closed-by-sro', 'closed    2026-09-17 by QC', 'closed    2026-09-17 by DON'],
    ['closed-by-sro', 'sustained 2026-09-24 by QC', 'sustained 2026-09-24 by MATRON'],
    ['assurance-missing', '  assurance partially by QC on 2026-09-17 minute "26/106"\n', ''],
    ['assurance-first-line-only', 'partially by QC on 2026-09-17 minute "26/106"', 'fully by QC on 2026-09-17 minute "26/106"'],
    ['assurance-stale', 'by QC on 2026-09-17 minute "26/106"', 'by QC on 2026-07-16 minute "26/73"'],
    ['downgrade-unremarked', 'green "All wards are on their trajectory since the second week of September"', 'red'],
    ['downgrade-unremarked', '  assurance partially by QC on 2026-09-17 minute "26/106"\n', '  assurance partially by QC on 2026-08-20 minute "26/95"\n  assurance not by QC on 2026-09-17\n'],
    ['measure-missing', '  measure     "At least 90 % are seen within 3 hours" indicator PLACE-OF-SAFETY\n', ''],
    ['measure-unquantified', '"At least 90 % are seen within 3 hours" indicator PLACE-OF-SAFETY', '"People are seen sooner"'],
    ['resources-without-escalation', ' risk R-114', ''],
    ['impact-missing', '  impact      "People may wait longer at night; a nurse stays with each of them"\n', ''],
    ['impact-missing', '"People may wait longer at night; a nurse stays with each of them"', 'none'],
    ['vague-action', 'Use one handover sheet', 'Review handover', `  outcome     "Whoever comes on shift knows what has changed for each person"\n`, '', measuresOfA7, ''],
    ['training-only-action', 'Use one handover sheet', 'Train staff in handover', 'Agree the sheet with each ward', 'Write the guidance', 'Use it on every shift', 'Train all staff', measuresOfA7, '  measure     "All staff are trained"\n'],
    ['possible-patient-identifier', 'The last finding was closed on 10 September', 'The last finding, about the room of patient JK, was closed on 10 September'],
    ['possible-patient-identifier', 'Rota of September, with the names of roles', 'Delay of 943 476 5919, with the rota'],
    ['named-individual-in-public-plan', '"Lead nurse for medicines"', '"Dr Priya Nair"'],
    ['inconsistent-name', '"Head of Corporate Governance"', '"Matron - Acute Wards"'],
    ['acronym-undefined', '"A form for each supervision, kept by the ward."', '"A form for each supervision, kept in the WMF."'],
    ['duplicate-text', 'People may not know who speaks for them', 'People may wait longer at night; a nurse stays with each of them'],
    ['known-instrument-date', 'Mental Health Act 1983', 'Mental Health Act 1938'],
  ),
  ...rows(
    'indicators.plan',
    ['stale-figures', '  actual    2026-08 78 %\n', ''],
    ['complete-while-indicator-misses', ' 0 by 2026-09-11', ' 0', '2026-09-25 0', '2026-09-25 2'],
    ['threshold-missed', 'threshold at-least 70 %', 'threshold at-least 80 %'],
    ['trajectory-missed', '2026-08 76 %', '2026-08 74 %'],
    ['trajectory-missing', '  planned  2026-07 70 %\n  planned  2026-08 85 %\n  planned  2026-09 95 %\n', ''],
    ['target-without-baseline', '  baseline 61 % at 2026-03\n', '', 'at-least 85 % by', 'increase-by 24 % by'],
    ['target-already-met', 'baseline  64 % at 2026-03', 'baseline  94 % at 2026-03'],
    ['total-mismatch', 'Q3 2025/26 6', 'Q3 2025/26 9'],
    ['total-mismatch', '2025/26 22\n  actual', '2025/26 20\n  actual'],
  ),
  ...rows('meetings (conflicted copy of the secretary 2026-09-29).plan', [
    'sync-conflict-copy',
    '',
    'meeting QC-NOV "Quality Committee of November 2026" {\n  committee QC\n  on        2026-11-19\n}\n',
  ]),
  ...rows('meetings (1).plan', ['sync-conflict-copy', '', 'risk R-120 "Few doctors want to work at night"\n']),
  ...rows('meetings.plan', [
    'papers-due-after-meeting',
    'papers-due    2026-10-08',
    'papers-due    2026-10-16',
  ]),
];
