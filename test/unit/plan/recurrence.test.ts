import assert from 'node:assert/strict';
import { recurrentDuty } from '../../../server/src/plan/facts/recurrence.ts';
import { planOf } from '../../support/plans.ts';

/** In which of its periods a recurring duty was met. */

function duty(asAt: string, lines: string, { grace = 0, source = '' } = {}) {
  const plan = planOf(`notice N "Notice" {\n${source}\n  condition C "Duty" {\n${lines}\n  }\n}\n`);
  const [requirement] = plan.all('requirement');
  assert.ok(requirement);
  return recurrentDuty(requirement, asAt, grace);
}

const missed = (...given: Parameters<typeof duty>): string[] =>
  (duty(...given)?.missed ?? []).map(({ from, to }) => `${from} to ${to}`);

describe('a recurring duty', () => {
  it('counts a period once it is over', () => {
    assert.deepEqual(missed('2018-02-28', 'when monthly from 2018-02'), []);
    assert.deepEqual(missed('2018-03-01', 'when monthly from 2018-02'), [
      '2018-02-01 to 2018-02-28',
    ]);
  });

  it('keeps the day of the month, or takes the last one of a shorter month', () => {
    assert.deepEqual(missed('2020-05-01', 'when monthly from 2020-01-31'), [
      '2020-01-31 to 2020-02-28',
      '2020-02-29 to 2020-03-30',
      '2020-03-31 to 2020-04-29',
    ]);
  });

  it('knows every rhythm', () => {
    const past = (rhythm: string) => duty('2019-01-01', `when ${rhythm} from 2018-01-01`)?.past;
    assert.deepEqual(
      ['weekly', 'fortnightly', 'monthly', 'two-monthly', 'quarterly', 'six-monthly', 'yearly'].map(
        past,
      ),
      [52, 26, 12, 6, 4, 2, 1],
    );
  });

  it('looks back on sixty periods at most', () => {
    assert.equal(duty('2019-01-01', 'when daily from 0001-01-01')?.past, 60);
    assert.deepEqual(
      missed('2019-01-01', 'when daily from 0001-01-01').at(-1),
      '2018-12-31 to 2018-12-31',
    );
  });

  it('lets a day count for one period alone, and for the one before while grace lasts', () => {
    const lines = 'when monthly from 2018-01\nmet 2018-01-10\nmet 2018-01-20\nmet 2018-03-03';
    assert.deepEqual(missed('2018-04-01', lines), ['2018-02-01 to 2018-02-28']);
    assert.deepEqual(missed('2018-04-01', lines, { grace: 7 }), []);
    assert.deepEqual(missed('2018-04-09', lines, { grace: 7 }), ['2018-03-01 to 2018-03-31']);
  });

  it('does not know what was met after the as-at date', () => {
    const lines = 'when monthly from 2018-01\nmet 2018-02-02';
    assert.deepEqual(missed('2018-02-01', lines, { grace: 0 }), ['2018-01-01 to 2018-01-31']);
  });

  it('begins with the last signature, else when it was served, else when it was first met', () => {
    const signed = '  signed 2018-05-09 by trust\n  signed 2018-05-28 by NHSI\n  served 2018-01-01';
    assert.deepEqual(missed('2018-06-30', 'when monthly', { source: signed }), [
      '2018-05-28 to 2018-06-27',
    ]);
    assert.deepEqual(missed('2018-02-01', 'when monthly', { source: '  served 2018-01-01' }), [
      '2018-01-01 to 2018-01-31',
    ]);
    assert.deepEqual(missed('2018-03-15', 'when monthly\nmet 2018-01-10'), [
      '2018-02-10 to 2018-03-09',
    ]);
    assert.equal(duty('2018-06-30', 'when monthly'), undefined, 'nothing says from when');
  });

  it('is nothing where it does not recur', () => {
    assert.equal(duty('2018-06-30', 'when 2018-03'), undefined);
    assert.equal(duty('2018-06-30', 'note "No date"'), undefined);
  });
});
