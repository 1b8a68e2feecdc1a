import assert from 'node:assert/strict';
import { paperAsMarkdown } from '../../../server/src/outputs/formats/markdown.ts';
import type { Paper } from '../../../server/src/outputs/tables/paper.ts';
import { paperIn, rowsInPaper, wordsIn } from './rows.ts';

/** The papers that are read as sentences: cover sheet, highlights, the report to CQC, the public version. */

const plan = `
plan P "Plan of 2018" {
  status approved on 2018-05-01 by "Jane Whitlock" minute "18/4"
}
committee QC "Quality Committee"
sro HON "Head of Nursing"
sro JW "Jane Whitlock"
risk R-1 "Too few staff"
inspection I "Inspection of 2017" {
  body CQC
  must M1 "Staff are supervised, as Dr Ada Moss asked" {
    regulation 18(2)(a), 12(2)(a)
    note       "An internal note"
  }
  must M2 "Rooms are safe"
  should S "People know an advocate"
}
action A "Write a tree" {
  for       M1
  sro       JW
  committee QC
  due       2018-06-01
  impact    "Some staff are not supervised"
  update    2018-06-12 at-risk "Mrs Smith is ill" by JW
  assurance no-assurance by QC on 2018-06-20
}
action B "Ask an advocate" {
  for       S
  sro       HON
  committee QC
  due       2018-07-20
  assurance no-assurance by QC on 2018-05-20
  assurance partial by QC on 2018-06-20
}
action C "Teach the ward" {
  for       S
  sro       HON
  completed 2018-06-01
  evidence  "Drill seen by peers" on 2018-06-10
  closed    2018-06-20 by QC
}
meeting QC-6 "Quality Committee of June" {
  committee QC
  on        2018-06-20
}
meeting QC-7 "Quality Committee of July" {
  committee      QC
  on             2018-07-18
  agenda-item    "7.2"
  author         "Head of Governance"
  lead-director  HON
  purpose        assurance
  purpose        decision
  assurance      partial because "One action is late"
  question       safe
  risk           R-1
  considered-by  "Improvement Group" on 2018-07-04 outcome "Supported"
  asked-to       "Note the position"
}
`;

const factsIn = (paper: Paper | undefined, sectionId: string): Record<string, string> =>
  Object.fromEntries(
    (paper?.sections.find(({ id }) => id === sectionId)?.facts ?? []).map(({ term, words }) => [
      term,
      words,
    ]),
  );

describe('the cover sheet', () => {
  const cover = paperIn(plan, 'cover', '2018-07-01', 'QC-7');

  it('says what its meeting says, and what is not given', () => {
    assert.deepEqual(factsIn(cover, 'cover'), {
      Meeting: 'Quality Committee',
      Date: '18 July 2018',
      'Agenda item': '7.2',
      Author: 'Head of Governance',
      'Lead director': 'Head of Nursing',
      Purpose: 'Assurance and decision',
      'Level of assurance': 'Partial: One action is late',
      'CQC key questions': 'Safe',
      'Strategic objective': 'Not given',
      Risks: 'R-1, Too few staff',
      'Previously considered by': 'Improvement Group, 4 July 2018: Supported',
    });
  });

  it('has the recommendation, then where the plan stands and what to be alerted to', () => {
    assert.deepEqual(wordsIn(cover, 'recommendation'), [
      'The Quality Committee is asked to:',
      'Note the position',
    ]);
    assert.deepEqual(wordsIn(cover, 'in-brief').slice(0, 2), [
      '3 actions: 2 open and 1 closed.',
      'Overdue: 1 action, of which 1 answers a must-do.',
    ]);
  });

  it('is not there without a meeting', () => {
    assert.equal(paperIn(plan, 'cover'), undefined);
  });
});

describe('the highlight report', () => {
  const report = paperIn(plan, 'highlights', '2018-07-01', 'QC-7');

  it('says plainly that it is a draft, and since when', () => {
    const words = wordsIn(report, 'draft').join(' ');
    assert.match(words, /This is a draft/);
    assert.match(words, /since 20 June 2018 \(Quality Committee of June\)/);
  });

  it('alerts to gaps, and to must-dos that are late or not assured', () => {
    assert.deepEqual(wordsIn(report, 'alert'), [
      'Nothing answers must-do M2, “Rooms are safe”, of Inspection of 2017.',
      'Action A, “Write a tree”, was due on 1 June 2018 (30 days late), is called “At risk” by its SRO (12 June 2018) and has the assurance rating “None” from Quality Committee (20 June 2018).',
    ]);
  });

  it('advises of what is due soon', () => {
    assert.deepEqual(wordsIn(report, 'advise'), [
      'Action B, “Ask an advocate”, is due on 20 July 2018 (19 days to go).',
    ]);
  });

  it('assures of what was signed off on evidence, and of what is rated better than before', () => {
    assert.deepEqual(wordsIn(report, 'assure'), [
      'Action B, “Ask an advocate”, has the assurance rating “Partial” since 20 June 2018, after “None”.',
      'Action C, “Teach the ward”, was signed off by Quality Committee on 20 June 2018, on evidence: Drill seen by peers.',
    ]);
  });

  it('has no more points than can be read, and says how many are left out', () => {
    const many = Array.from(
      { length: 20 },
      (_, at) => `action A${String(at)} "Act" {\n  due 2018-06-01\n}\n`,
    ).join('');
    const words = wordsIn(paperIn(many, 'highlights'), 'advise');
    assert.equal(words.length, 13);
    assert.equal(words.at(-1), 'And 8 more, which the other papers list.');
  });
});

describe('the report to CQC', () => {
  const report = paperIn(plan, 'cqc');

  it('has a part for each regulation, then for must-dos that name none', () => {
    assert.deepEqual(
      report?.sections.map(({ title }) => title),
      [
        'Regulation 12: Safe care and treatment',
        'Regulation 18: Staffing',
        'Regulation not recorded',
        'Completed by',
      ],
    );
    assert.deepEqual(wordsIn(report, 'regulation-3'), [
      'What must be put right:',
      'Rooms are safe (Inspection of 2017)',
    ]);
  });

  it('says for each action what the form asks', () => {
    assert.deepEqual(rowsInPaper(plan, 'cqc', 'actions-under-1'), [
      {
        Ref: 'A',
        'What will be done, and what it is to achieve': 'Write a tree',
        'Who is responsible': 'Role not recorded',
        'How it will be measured and sustained': 'Not given',
        'Who makes sure of that': 'Quality Committee',
        'What it needs that is not there': 'Not given',
        'Done by': '1 June 2018',
        'How people are affected until then': 'Some staff are not supervised',
        State: 'Open',
      },
    ]);
  });

  it('leaves to be filled in what no plan holds', () => {
    assert.equal(factsIn(report, 'regulation-1')['Regulated activity'], 'To be filled in');
    assert.equal(factsIn(report, 'completed-by').Position, 'To be filled in');
  });
});

describe('the public version', () => {
  const paper = paperIn(plan, 'public', '2018-07-01', 'QC-7');
  const text = paper === undefined ? '' : paperAsMarkdown(paper);

  it('names roles and no people, and nothing that was said inside the trust', () => {
    for (const word of [
      'Jane',
      'Whitlock',
      'Moss',
      'Smith',
      'internal',
      'minute',
      '18/4',
      'July,',
    ]) {
      assert.ok(!text.includes(word), `it does not say ${word}`);
    }
    assert.match(text, /Staff are supervised, as name withheld asked/);
  });

  it('says what is done, by when, who leads it and how far it is, in plain words', () => {
    const [first, second] = rowsInPaper(plan, 'public', 'public-must');
    assert.deepEqual(
      [
        first?.['What we do about it'],
        first?.['Who leads it'],
        first?.['By when'],
        first?.['How far it is'],
      ],
      ['Write a tree', 'Name withheld', '1 June 2018', 'Under way, and late'],
    );
    assert.equal(second?.['How far it is'], 'Nothing planned yet');
    const [should] = rowsInPaper(plan, 'public', 'public-should');
    assert.equal(should?.['How far it is'], '1. Under way\n2. Done, and signed off');
  });

  it('counts what was asked, in one sentence', () => {
    assert.equal(
      paper?.heading.summary,
      '3 things were asked of us: 2 under way (1 late) and 1 not planned yet.',
    );
  });
});
