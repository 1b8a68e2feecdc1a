import assert from 'node:assert/strict';
import { fingerprintOf } from '../../../server/src/plan/facts/approved-text.ts';
import { hash } from '../../../server/src/plan/hash.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { Plan } from '../../../server/src/plan/plan.ts';
import { planOf } from '../../support/plans.ts';

/** The fingerprint of what a committee approved: what changes it, and what does not. */

const approved = `
inspection CQC-2017 "CQC inspection, October 2017" {
  must SUPERVISION "Staff record their supervision" {
    text "All staff have supervision"
  }
}

action C "Bring recorded supervision to 85 %" {
  for         SUPERVISION
  description "Each ward has a trajectory"
  sro         HON
  due         2018-10
  measure     "85 % recorded" indicator RECORDED
  outcome     "Supervision is recorded"
}

action D "Give each ward a device" {
  due 2018-08
}
`;

const fingerprint = fingerprintOf(planOf(approved));

/** The fingerprint after one change of the text, which must be there to be made. */
function after(from: string, to: string): string {
  assert.ok(approved.includes(from), from);
  return fingerprintOf(planOf(approved.replace(from, to)));
}

describe('the fingerprint of what was approved', () => {
  const changes: readonly (readonly [what: string, from: string, to: string])[] = [
    ['a requirement’s strength', 'must SUPERVISION', 'should SUPERVISION'],
    ['a requirement’s title', 'Staff record', 'All staff record'],
    ['a requirement’s text', 'All staff have', 'Staff have'],
    ['the source of a requirement', 'inspection CQC-2017', 'inspection CQC-2018'],
    ['an action’s reference', 'action D', 'action D2'],
    ['an action’s title', '85 %" {', '75 %" {'],
    ['a description', 'Each ward has', 'Some wards have'],
    ['what an action is for', 'for         SUPERVISION', 'for         SUPERVISION, TRAINING'],
    ['an SRO', 'sro         HON', 'sro         tbc'],
    ['a deadline', 'due 2018-08', 'due 2018-09'],
    ['a deadline that is taken out', '  due 2018-08\n', ''],
    ['a measure', '"85 % recorded"', '"75 % recorded"'],
    ['the indicator of a measure', 'indicator RECORDED', 'indicator OTHER'],
    ['an outcome', 'Supervision is recorded', 'Supervision happens'],
    ['an action that is added', 'action D', 'action E "Another"\n\naction D'],
    ['a requirement that is added', '    text', '    text "x"\n  }\n  must NEW "New" {\n    text'],
  ];
  for (const [what, from, to] of changes) {
    it(`is another one after a change of ${what}`, () => {
      assert.notEqual(after(from, to), fingerprint);
    });
  }

  const noChanges: readonly (readonly [what: string, from: string, to: string])[] = [
    ['an update', '  due 2018-08', '  due 2018-08\n  update 2018-06-12 on-track'],
    ['evidence', '  due 2018-08', '  due 2018-08\n  evidence "A receipt"'],
    ['a new deadline', '  due 2018-08', '  due 2018-08\n  due-revised 2018-12 on 2018-07-01'],
    ['assurance', '  due 2018-08', '  due 2018-08\n  assurance full on 2018-07-01'],
    ['a note or a comment', '  due 2018-08', '  due 2018-08  // August\n  note "x"'],
    ['a date in other words', 'due 2018-08', 'due August 2018 given "Aug-18"'],
    [
      'line breaks',
      '"Each ward has a trajectory"',
      '"""\n    Each ward has\n    a trajectory\n  """',
    ],
    ['an SRO that is declared', 'action D', 'sro HON "Head of Nursing"\n\naction D'],
  ];
  for (const [what, from, to] of noChanges) {
    it(`stays the same after ${what}`, () => {
      assert.equal(after(from, to), fingerprint);
    });
  }

  it('stays the same when blocks move to another place or another file', () => {
    const [first = '', second = '', third = ''] = approved.split('\n\n');
    assert.equal(fingerprintOf(planOf(`${third}\n\n${second}\n`, `${first}\n`)), fingerprint);
  });

  it('tells two actions of the same words from none', () => {
    const twice = 'action A "a"\n\naction A "a"\n';
    assert.notEqual(fingerprintOf(planOf(twice)), fingerprintOf(planOf('')));
  });

  it('follows an edit, and comes back when the edit is taken back', () => {
    const file = new PlanFile('a.plan', approved);
    const plan = new Plan([file]);
    assert.equal(fingerprintOf(plan), fingerprint);
    const at = approved.indexOf('2018-08');
    file.edit(at, at + 7, '2018-09');
    plan.update();
    assert.equal(fingerprintOf(plan), after('2018-08', '2018-09'));
    file.edit(at, at + 7, '2018-08');
    plan.update();
    assert.equal(fingerprintOf(plan), fingerprint);
  });
});

describe('the hash', () => {
  it('is FNV-1a of 64 bits, as its authors publish it', () => {
    assert.equal(hash(''), 'cbf29ce484222325');
    assert.equal(hash('a'), 'af63dc4c8601ec8c');
    assert.equal(hash('foobar'), '85944171f73967e8');
  });

  it('is of the bytes of UTF-8', () => {
    assert.notEqual(hash('é'), hash('e\u0301'));
  });
});
