import assert from 'node:assert/strict';
import { paperIn, rowsIn, rowsInPaper, wordsIn } from './rows.ts';

/** The papers that have tables of their own: what stands in each row. */

const plan = `
committee CEG "Clinical Effectiveness Group"
directorate CHS "Community Health Services"
sro HON "Head of Nursing"
risk R-1 "Too few staff" {
  register "Corporate risk register"
  score    16
}
inspection I "Inspection of 2017" {
  body      CQC
  inspected 2017-10
  must M "Staff are supervised" {
    ref        "18"
    regulation 18(2)(a)
    verified   2018-06-20 by CEG
  }
}
action A "Write a tree" {
  directorate CHS
  for         M
  description "A tree for each ward."
  outcome     "Everybody is supervised"
  sro         HON
  committee   CEG
  due         2018-03 given "Mar-18"
  due-revised 2018-05-31 on 2018-04-10 by CEG because "Two posts are empty"
  due-revised 2018-06-29 on 2018-05-14
  due-revised 2018-12-14 on 2018-06-20 by CEG because "The posts are still empty"
  measure     "85 % are supervised"
  resources   "Two supervisors" escalate "Executive team" risk R-1
  step 1 "Draw it" due 2018-02-28 done 2018-02-27
  step 2 "Use it" due 2018-12-14
  update      2018-05-01 at-risk "Posts are empty" by HON
  update      2018-06-12 at-risk
}
action B "Teach the ward" {
  completed 2018-04-30
  evidence  "Register of the course" in "Shared drive" on 2018-04-28 line 1 by HON
  evidence  "Drill seen by peers" on 2018-05-02 line 3
  closed    2018-05-10 by CEG recheck 2018-06-01
}
action C "Count the cutters" {
  due       2018-04-02
  due-revised 2018-04-09 on 2018-04-01 by CEG because "Easter"
  completed 2018-04-05
}
`;

describe('the register', () => {
  const [row] = rowsInPaper(plan, 'register', 'register');

  it('has the 15 columns that trusts know, in their order, with the years of the plan’s own inspections', () => {
    assert.deepEqual(Object.keys(row ?? {}), [
      'Overarching reference code',
      'Directorate',
      'Action Reference',
      'Core Service Report 2017 Comprehensive inspection',
      '‘Requirement Action’',
      'Please describe clearly the overarching action you are going to take to meet the gap and what you plan to achieve.',
      'How will you demonstrate that you have met your action? What measures are going to be put in place to check this?',
      'What resources are required which are NOT available and how will you escalate this risk?',
      'What date will your overarching actions be complete? (where this exceeds the re-inspection timeframe how will you escalate this?)',
      'How will people who use the service(s) be affected by you not meeting this regulation until this date?',
      'Senior Responsible Owner (SRO)',
      'SRO Comments/ Remedial Actions',
      'SRO Progress RAG Rating',
      'Committee/Group responsible for delivering the actions',
      'Committee Assurance Rating',
    ]);
  });

  it('says what is missing in words, and leaves no cell empty', () => {
    assert.deepEqual(Object.values(row ?? {}), [
      '18',
      'CHS',
      'A',
      'Inspection of 2017',
      'Staff are supervised',
      'Write a tree\nA tree for each ward.\n1. Draw it (done 27 February 2018)\n2. Use it (by 14 December 2018)\nTo achieve: Everybody is supervised',
      '85 % are supervised',
      'Two supervisors\nEscalated to: Executive team\nRisk: R-1, Too few staff (Corporate risk register, score 16)',
      '14 December 2018\nFirst planned for 31 March 2018 (given as Mar-18)',
      'Not given',
      'Head of Nursing',
      '1 May 2018: Posts are empty',
      'At risk, 12 June 2018',
      'Clinical Effectiveness Group',
      'Not rated',
    ]);
  });

  it('is not there without actions', () => {
    assert.equal(paperIn('plan P "Plan"', 'register'), undefined);
  });
});

describe('the slippage log', () => {
  it('stands in the order of the days moved, each new date with who agreed and why', () => {
    const rows = rowsInPaper(plan, 'slippage', 'slippage');
    assert.deepEqual(
      rows.map((row) => [row.Ref, row['Days moved']]),
      [
        ['A', '258'],
        ['C', '7'],
      ],
    );
    assert.equal(rows[0]?.['New dates'], '1. 31 May 2018\n2. 29 June 2018\n3. 14 December 2018');
    assert.equal(
      rows[0]['Agreed by'],
      '1. Clinical Effectiveness Group, 10 April 2018\n2. Nobody named, 14 May 2018\n3. Clinical Effectiveness Group, 20 June 2018',
    );
    assert.equal(
      rows[0].Reason,
      '1. Two posts are empty\n2. None given\n3. The posts are still empty',
    );
    assert.equal(rows[1]?.['New dates'], '9 April 2018');
  });

  it('counts what has moved for the third time, and names what moved without a word', () => {
    assert.deepEqual(wordsIn(paperIn(plan, 'slippage'), 'slippage'), [
      '2 deadlines of 3 actions had moved by 1 July 2018, by 265 days in all. 1 action has moved three times or more: A.',
      'A new date has neither a reason nor a name for A.',
    ]);
  });

  it('knows only the new dates that were set by the as-at date', () => {
    assert.equal(rowsInPaper(plan, 'slippage', 'slippage', '2018-05-01')[0]?.['Days moved'], '61');
  });
});

describe('the evidence and closure register', () => {
  const rows = rowsInPaper(plan, 'evidence', 'evidence');

  it('has a row for each item of evidence, and one for what is complete without any', () => {
    assert.deepEqual(
      rows.map((row) => [row.Ref, row.Evidence, row['Line of defence'], row.Date]),
      [
        ['B', 'Register of the course', '1', '28 April 2018'],
        ['B', 'Drill seen by peers', '3', '2 May 2018'],
        ['C', 'None recorded', 'No evidence', 'No evidence'],
      ],
    );
  });

  it('says who signed off, and that a check is due', () => {
    assert.equal(rows[0]?.['Given by'], 'Head of Nursing');
    assert.equal(rows[0]['Signed off by'], 'Clinical Effectiveness Group');
    assert.equal(rows[0]['Signed off on'], '10 May 2018');
    assert.equal(rows[0]['Check again'], 'Check is due, 1 June 2018');
    assert.equal(rows[0]['Sustained?'], 'Not checked again yet');
    assert.equal(rows[2]?.['Signed off on'], 'Not signed off');
  });

  it('names what is said to be complete without evidence', () => {
    assert.deepEqual(wordsIn(paperIn(plan, 'evidence'), 'evidence'), [
      '1 action said to be complete, or signed off, without evidence on record: C.',
    ]);
  });
});

describe('the workload', () => {
  it('counts what falls due in 30, 60 and 90 days, each apart', () => {
    const due = (id: string, day: string): string =>
      `action ${id} "Act" {\n  directorate ${id}\n  due ${day}\n}\n`;
    const text = due('A', '2018-07-31') + due('B', '2018-08-30') + due('C', '2018-09-29');
    const [row] = rowsIn(text + due('D', '2018-09-30'), 'owners');
    assert.deepEqual(
      [row?.['Due in 30 days'], row?.['Due in 31 to 60 days'], row?.['Due in 61 to 90 days']],
      ['1', '1', '1'],
    );
    assert.equal(rowsIn(text, 'directorates').length, 3);
  });
});

describe('the shares of the states', () => {
  it('add up to 100 however they are rounded', () => {
    const states = ['due 2018-08-01', 'completed 2018-06-01', 'closed 2018-06-01'];
    const text = states.map((said, at) => `action A${String(at)} "Act" {\n  ${said}\n}\n`).join('');
    const shares = rowsIn(text, 'actions-by-state').map((row) => row['Share of all']);
    assert.deepEqual(shares, ['34 %', '33 %', '0 %', '33 %', '0 %', '0 %', '100 %']);
  });
});

describe('the assurance by committee', () => {
  it('says when a committee meets next, and the oldest rating of what is not signed off', () => {
    const [row] = rowsIn(
      `
committee CEG "Clinical Effectiveness Group"
meeting CEG-6 "June" {
  committee CEG
  on        2018-06-20
}
meeting CEG-7 "July" {
  committee CEG
  on        2018-07-18
}
action A "Act" {
  committee CEG
  assurance full on 2018-03-01
  closed    2018-03-01
}
action B "Act" {
  committee CEG
  assurance partial on 2018-04-01
}`,
      'committees',
    );
    assert.equal(row?.['Oldest rating'], 'B, 1 April 2018');
    assert.equal(row['Next meeting'], '18 July 2018');
  });
});

const owed = `
undertakings U "Undertakings" {
  body   NHSI
  signed 2018-01-15 by trust
  undertaking 1.1 "Report each month" {
    when monthly from 2018-04-01
    met  2018-04-20 minute "April"
    met  2018-06-20
  }
  undertaking 1.2 "Draw up a plan" {
    when 2018-06-15
  }
}
notice N "Warning notice" {
  body       CQC
  section    section-29A
  respond-by 2018-07-13
  must W "Medicines are kept cool"
}
action A "Buy loggers" {
  for      W
  due      2018-06-29
  evidence "Order" on 2018-06-20
}`;

describe('the tracker of undertakings and notices', () => {
  it('counts down to each date that a regulator set, the earliest first', () => {
    const rows = rowsInPaper(owed, 'undertakings', 'countdown').map((row) => Object.values(row));
    assert.deepEqual(rows, [
      [
        'Undertaking: Draw up a plan',
        'Undertakings',
        '15 June 2018',
        'None',
        '16 days past, nothing recorded',
      ],
      ['Answer to the regulator', 'Warning notice', '13 July 2018', '12', '12 days to go'],
      ['Must-do: Medicines are kept cool', 'Warning notice', '13 July 2018', '12', '12 days to go'],
      ['Undertaking: Report each month', 'Undertakings', '31 July 2018', '30', '30 days to go'],
    ]);
  });

  it('says of each obligation what answers it, whether it was met, what shows it and what comes next', () => {
    const rows = rowsInPaper(owed, 'undertakings', 'obligations');
    assert.deepEqual(
      rows.map((row) => [row.Ref, row.Actions, row['Met?'], row.Evidence, row.Next]),
      [
        [
          '1.1',
          'No action',
          'Nothing recorded for 1 of the 3 periods so far',
          'April, 20 April 2018',
          '31 July 2018',
        ],
        ['1.2', 'No action', 'Not recorded as met', 'None recorded', '16 days past'],
        ['W', 'A, 2 days late', 'Not recorded as met', 'A: Order, 20 June 2018', '13 July 2018'],
      ],
    );
  });

  it('is not there where nothing is owed to a regulator', () => {
    assert.equal(paperIn('action A "Act"', 'undertakings'), undefined);
  });
});
