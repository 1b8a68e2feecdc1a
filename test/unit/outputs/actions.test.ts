import assert from 'node:assert/strict';
import { rowsIn } from './rows.ts';

/** The tables about actions: who has what in hand, and how late it is. */

const plan = `
committee CEG "Clinical Effectiveness Group"
sro HON "Head of Nursing"
action A "Act" {
  sro         HON
  committee   CEG
  due         2018-03 given "Mar-18"
  due-revised 2018-05 on 2018-04-10
  due-revised 2018-12 on 2018-09-14
  assurance   not on 2018-05-02
}
action B10 "Act" {
  sro       "Head of Nursing"
  committee "Clinical Effectiveness Group"
  due       2018-06-01
  update    2018-06-12 at-risk
  explained overdue until 2018-12-31 because "The devices come late" by CEG
}
action B9 "Act" {
  sro       "Matron"
  due       2018-06-01
  assurance unreadable "3" by CEG on unknown
}
action C "Act" {
  sro       tbc "from July"
  due       2018-07 tbc "capital" given "July, TBC"
  completed 2018-06-30
}
action D tbc "what will be done" {
  due on-request
}
action E "Act" {
  sro       HON
  withdrawn 2018-01-01
}
`;

describe('the overdue actions', () => {
  const rows = rowsIn(plan, 'overdue');

  it('stand longest late first, then by reference in the order people count', () => {
    assert.deepEqual(
      rows.map((row) => `${row.Ref ?? ''} ${row['Days late'] ?? ''}`),
      ['A 31', 'B9 30', 'B10 30'],
    );
  });

  it('show the original date as given, and the one in force', () => {
    assert.equal(rows[0]?.['Original due date'], '31 March 2018 (given as Mar-18)');
    assert.equal(rows[0]['Due now'], '31 May 2018 (given as May 2018)\n1 new date');
    assert.equal(rows[1]?.['Due now'], 'Not revised');
  });

  it('show the SRO’s word, and who answers for the delay', () => {
    assert.equal(rows[2]?.['SRO’s word'], 'At risk, 12 June 2018');
    assert.equal(
      rows[2].Explained,
      'The devices come late (until 31 December 2018, by Clinical Effectiveness Group)',
    );
    assert.equal(rows[0]?.Explained, 'No');
  });

  it('are said to be none where there is none', () => {
    assert.deepEqual(rowsIn('action A "Act" {\n  due 2018-07-01\n}', 'overdue'), []);
  });
});

describe('all actions', () => {
  const rows = rowsIn(plan, 'actions');

  it('say what is missing, and why', () => {
    const [row] = rows.filter((each) => each.Ref === 'D');
    assert.deepEqual(row, {
      Ref: 'D',
      Action: 'To be confirmed: what will be done',
      Directorate: 'Not given',
      Due: 'On request',
      State: 'Open',
      Late: 'Cannot be told',
      SRO: 'No SRO named',
      'SRO’s word': 'No word',
      Assurance: 'Not rated',
      Committee: 'None named',
      Answers: 'No requirement',
    });
  });

  it('print what a date waits for beside the day it means', () => {
    const [row] = rows.filter((each) => each.Ref === 'C');
    assert.equal(row?.Due, '31 July 2018, capital to be confirmed (given as July, TBC)');
    assert.equal(row.SRO, 'To be confirmed: from July');
  });
});

describe('the actions by SRO', () => {
  it('count a role once however it is written, with those without one last', () => {
    const rows = rowsIn(plan, 'owners').map((row) => Object.values(row).join(' | '));
    assert.deepEqual(rows, [
      'Head of Nursing | 2 | 2 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | A, 31 days late',
      'Matron | 1 | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | B9, 30 days late',
      'No SRO named | 2 | 1 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | None',
    ]);
  });
});

describe('the actions by committee', () => {
  it('count ratings under general words where the plan has no scale of its own', () => {
    const rows = rowsIn(plan, 'committees');
    assert.deepEqual(rows[0], {
      Committee: 'Clinical Effectiveness Group',
      Actions: '2',
      Full: '0',
      Significant: '0',
      Partial: '0',
      None: '0',
      Not: '1',
      Unreadable: '0',
      'Not rated': '1',
      Overdue: '2',
      'Oldest rating': 'A, 2 May 2018',
      'Next meeting': 'Not given',
    });
    assert.equal(rows[1]?.Committee, 'No committee named');
    assert.equal(rows[1].Unreadable, '1');
  });

  it('count them under the plan’s own words where it has a scale', () => {
    const scale = `
scale assurance "Assurance" {
  fully "Fully assured" means full
  not   "Not assured"   means no-assurance
}`;
    const [row] = rowsIn(plan + scale, 'committees');
    assert.deepEqual(Object.keys(row ?? {}), [
      'Committee',
      'Actions',
      'Fully assured',
      'Not assured',
      'Unreadable',
      'Not rated',
      'Overdue',
      'Oldest rating',
      'Next meeting',
    ]);
    assert.equal(row?.['Not assured'], '1');
  });
});

describe('the position', () => {
  it('counts every action once, by the strongest requirement it answers', () => {
    const rows = rowsIn(
      `
inspection I "Inspection" {
  must M "Asked"
  should S "Asked"
}
action A "Act" {
  for S, M
  due 2018-07-31
}
action B "Act" {
  for S
  completed 2018-06-01
}
action C "Act" {
  due 2018-08-01
}`,
      'actions-by-state',
    );
    assert.deepEqual(
      rows.map((row) => Object.values(row).join(' | ')).filter((row) => !row.endsWith('| 0 %')),
      [
        'Open | 1 | 0 | 1 | 2 | 67 %',
        'Complete, not evidenced | 0 | 1 | 0 | 1 | 33 %',
        'All actions | 1 | 1 | 1 | 3 | 100 %',
      ],
    );
  });

  it('counts what is late, due within 30 days, undated, unanswered, or answers nothing', () => {
    const rows = rowsIn(
      `
inspection I "Inspection" {
  must M "Asked"
}
action A "Act" {
  due 2018-07-31
}
action B "Act" {
  due 2018-08-01
}
action C "Act"
action D "Act" {
  due 2018-06-30
}`,
      'attention',
    );
    assert.deepEqual(
      rows.map((row) => row.All),
      ['1', '1', '1', '1', '4'],
    );
  });
});

describe('the undertakings', () => {
  it('say by whom, when, unless who agrees otherwise, and what is recorded', () => {
    const [first, second] = rowsIn(
      `
undertakings U "Undertakings" {
  undertaking 1.1 "Report" {
    by   trust
    with NHSI
    when monthly given "once a month" unless-agreed NHSI
    met  2018-06-24
  }
  undertaking 1.2 "Deliver" {
    when per LPT-2019
  }
}
action A "Act" {
  for 1.2
}`,
      'undertakings',
    );
    assert.deepEqual(first, {
      Ref: '1.1',
      Obligation: 'Report',
      Source: 'U',
      By: 'The trust',
      When: 'Monthly (given as once a month)',
      'With, or unless agreed': 'With NHS Improvement\nUnless NHS Improvement agrees otherwise',
      Position: 'Met, 24 June 2018',
    });
    assert.equal(second?.When, 'To the timescales of LPT-2019');
    assert.equal(second.Position, 'Answered by:\nA');
  });
});
