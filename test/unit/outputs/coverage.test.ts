import assert from 'node:assert/strict';
import { rowsIn } from './rows.ts';

/** Must-do coverage: what answers each requirement, said in words. */

const answers = (text: string, asAt?: string): Record<string, string> =>
  Object.fromEntries(
    rowsIn(text, 'coverage', asAt).map((row) => [row.Requirement ?? '', row['Answered by'] ?? '']),
  );

const inspection = `
inspection CQC-2017 "Inspection" {
  area   NIGHTS "Staff at night"
  should FOOD   "Food is warm"
  must   TRIAGE "Urgent care has a triage system"
  must   WAITS  "Waits are short"
}
`;

describe('must-do coverage', () => {
  it('has must-dos first, and says in words that nothing answers one', () => {
    const rows = rowsIn(inspection, 'coverage');
    assert.deepEqual(
      rows.map((row) => row.Requirement),
      ['TRIAGE', 'WAITS', 'FOOD', 'NIGHTS'],
    );
    assert.deepEqual(rows[0], {
      Requirement: 'TRIAGE',
      'What it asks': 'Urgent care has a triage system',
      Source: 'CQC-2017',
      Kind: 'Must-do',
      'Answered by': 'Nothing answers it',
      'Worst state': 'No action',
      Assurance: 'No action',
    });
  });

  it('names the actions, the worst of their states and the lowest assurance', () => {
    const [row] = rowsIn(
      `${inspection}
action A "Act" {
  for       TRIAGE, WAITS
  due       2018-05
  assurance partial on 2018-05-02
}
action B "Act" {
  for       TRIAGE
  due       2018-12
  assurance full on 2018-05-02
}
action C "Act" {
  for       TRIAGE
  completed 2018-02-01
}`,
      'coverage',
    );
    assert.equal(row?.['Answered by'], 'A, B, C');
    assert.equal(row['Worst state'], 'Open, 31 days late');
    assert.equal(row.Assurance, 'Partial, 2 May 2018\n1 action not rated');
  });

  it('does not count an action that is withdrawn, but names it', () => {
    const found = answers(`${inspection}
action A "Act" {
  for       TRIAGE
  withdrawn 2018-05-01
}`);
    assert.equal(found.TRIAGE, 'Nothing answers it\nWithdrawn:\nA');
  });

  it('counts what is recorded of the requirement itself, from its date on', () => {
    const text = `
inspection I "Inspection" {
  must A "Asked" {
    addressed 2018-06-20 by CQC
  }
  must B "Asked" {
    decision "The service has closed"
  }
  must C "Asked" {
    met 2018-04-02
    met 2018-05-02
    met 2018-08-02
  }
}`;
    assert.deepEqual(answers(text), {
      A: 'Addressed, 20 June 2018 by Care Quality Commission',
      B: 'Decided not to act: The service has closed',
      C: 'Met, 2 April 2018 and 2 May 2018',
    });
    assert.equal(answers(text, '2018-06-19').A, 'Nothing answers it');
  });

  it('tells requirements of one id apart by their source', () => {
    const found = answers(`
inspection I1 "One" {
  must A "Asked"
}
inspection I2 "Two" {
  must A "Asked"
}
action X "Act" {
  for I2:A
}`);
    assert.deepEqual(found, { 'I1:A': 'Nothing answers it', 'I2:A': 'X' });
  });

  it('says of each source how many requirements it declares and how many are listed', () => {
    const rows = rowsIn(
      `
inspection I "Inspection" {
  declares 3 must
  must A "Asked"
  should B "Asked"
}
inspection J "Inspection" {
  declares 1 must
  must A "Asked"
}`,
      'itemised',
    );
    assert.deepEqual(
      rows.map((row) => Object.values(row).join(' | ')),
      [
        'I | Must-do | 3 | 1 | 2 requirements not listed',
        'I | Should-do | Not said | 1 | Cannot be told',
        'J | Must-do | 1 | 1 | All listed',
        'All | Declared for 2 of 3 | 4 | 3 | 2 requirements not listed',
      ],
    );
  });
});
