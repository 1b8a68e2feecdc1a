import { normalOverall, ranksOfQuestions } from '../../plan/facts/aggregation.ts';
import { ratingTable } from '../../plan/facts/ratings.ts';
import { always, check } from '../check.ts';

export const ratingAggregationCheck = check({
  id: 'rating-aggregation-check',
  title: 'Overall rating that differs from the usual sum',
  what: 'In a row with all five key questions rated, the overall rating is not the one they normally come to: inadequate for two or more inadequate; requires improvement for one, or for two or more that require improvement; outstanding for two or more outstanding with the others good; else good.',
  why: 'A slip in one cell of the table shows here. Where there is none, the regulator used its judgement, and a committee will ask why.',
  source:
    'CQC: how ratings are aggregated by principles, in adult social care and in NHS trusts (pages of 12 May 2022).',
  falsePositives:
    'The principles say what is normal; professional judgement may differ, and so may the row for a whole trust, whose well-led rating comes from an assessment of its own.',
  severity: always('info'),
  preset: 'recommended',
  over: 'ratings',
  *run(ratings, { plan }) {
    const { columns, rows } = ratingTable(plan, ratings);
    for (const { service, cells } of rows) {
      const overall = cells[columns.indexOf('overall')];
      const ranks = ranksOfQuestions(columns, cells);
      const normal = ranks && normalOverall(ranks);
      const rank = overall?.rating?.rank ?? undefined;
      if (overall === undefined || rank === undefined || normal === undefined) continue;
      if (rank === normal.rank) continue;
      yield {
        at: overall.span,
        message: `${service} is ${overall.rating?.words ?? ''} overall; its five ratings normally come to ${normal.words}.`,
        todo: 'Compare the row with the report. Where it is as printed, say in a note that the regulator used its judgement, or let explained answer for it.',
      };
    }
  },
  examples: {
    flagged: [
      {
        plan: `
ratings MH-2019 "Mental health services" {
  |       | safe                 | effective            | caring      | responsive  | well-led             | overall              |
  | PICU  | inadequate           | requires improvement | good        | good        | inadequate           | requires improvement |
                                                                                                             ^^^^^^^^^^^^^^^^^^^^ PICU is requires improvement overall; its five ratings normally come to inadequate.
  | CAMHS | good                 | requires improvement | outstanding | outstanding | good                 | outstanding up       |
                                                                                                             ^^^^^^^^^^^^^^ CAMHS is outstanding overall; its five ratings normally come to good.
  | CMHT  | requires improvement | good                 | good        | good        | requires improvement | good                 |
                                                                                                             ^^^^ CMHT is good overall; its five ratings normally come to requires improvement.
}
`,
      },
    ],
    clean: [
      {
        plan: `
ratings MH-2019 "Mental health services" {
  |          | safe       | effective            | caring      | responsive  | well-led  | overall              |
  | PICU     | inadequate | requires improvement | good        | good        | good      | requires improvement |
  | CAMHS    | good       | good                 | outstanding | outstanding | good      | outstanding          |
  | FORENSIC | good       | requires improvement | good        | good        | good      | good                 |
  | REHAB    | unknown    | good                 | good        | good        | good      | inadequate           |
  | ADULTS   | good       | good                 | not rated   | good        | good      | inadequate           |
  | OLDER    | good       | good                 | good        | good        | good      | not rated            |
}
ratings MH-2016 "What the article tells" {
  |      | well-led   | overall |
  | PICU | inadequate | good    |
}
`,
      },
    ],
  },
});
