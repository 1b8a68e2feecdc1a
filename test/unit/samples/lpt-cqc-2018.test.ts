import assert from 'node:assert/strict';
import { actionsFor } from '../../../server/src/plan/facts/coverage.ts';
import { positionsOf } from '../../../server/src/plan/facts/position.ts';
import type { Plan } from '../../../server/src/plan/plan.ts';
import { openSample } from '../../support/samples.ts';

/** What the real plan of 2018 says, held by id: the ground that everything else stands on. */

describe('sample lpt-cqc-2018', () => {
  let plan: Plan;

  before(async () => {
    ({ plan } = await openSample('lpt-cqc-2018'));
  });

  const overdueAt = (asAt: string): string[] =>
    positionsOf(plan, asAt)
      .filter(({ late }) => late !== undefined)
      .map(({ action }) => action.id)
      .sort();

  it('has the 30 actions of the printed plan', () => {
    const ids = plan.all('action').map(({ id }) => id);
    const expected = Array.from('ABCDEFGHIJKLMNOPQRS').concat(
      ['5.5', '11', '18.5', '18.6', '19.1', '19.2.1', '2017-19.2.1', '19.3.3'],
      ['20.1', '2017-20.1', '20.2'],
    );
    assert.deepEqual(ids.sort(), expected.sort());
  });

  it('has 13 overdue actions as at 1 July 2018', () => {
    const expected = ['F', 'G', 'H', 'M', '5.5', '11', '18.6', '19.1', '19.2.1', '20.1', '20.2'];
    expected.push('2017-19.2.1', '2017-20.1');
    assert.deepEqual(overdueAt('2018-07-01'), expected.sort());
  });

  it('counts the days from the last day that a date means', () => {
    const late = positionsOf(plan, '2018-07-01').map(({ action, late: days }) => [action.id, days]);
    const days = Object.fromEntries(late) as Record<string, number | undefined>;
    assert.deepEqual(
      ['F', 'G', 'M', '5.5', '11', '19.2.1'].map((id) => days[id]),
      [1, 31, 62, 274, 92, 396],
    );
  });

  it('has 28 of its 30 overdue as at 1 November 2018: two have no datable deadline', () => {
    const overdue = new Set(overdueAt('2018-11-01'));
    const rest = plan.all('action').filter(({ id }) => !overdue.has(id));
    assert.equal(overdue.size, 28);
    assert.deepEqual(rest.map(({ id }) => id).sort(), ['18.5', '19.3.3']);
  });

  it('has one area that no action answers: the dormitories', () => {
    const unanswered = plan.all('requirement').filter((found) => actionsFor(plan, found).length === 0);
    assert.deepEqual(
      unanswered.map(({ id }) => id),
      ['DORMITORIES'],
    );
  });

  it('keeps the committees’ judgements as the register has them', () => {
    const words = positionsOf(plan, '2018-07-01').map(({ assurance }) => {
      if (assurance === undefined) return 'blank';
      return assurance.level?.meaning?.id ?? assurance.record.level.missing ?? 'not declared';
    });
    const counts = Object.groupBy(words, (word) => word);
    assert.deepEqual(
      Object.fromEntries(Object.entries(counts).map(([word, list]) => [word, list?.length])),
      { blank: 19, full: 3, partial: 3, 'no-assurance': 4, unreadable: 1 },
    );
  });

  it('has the printed number of actions for each committee', () => {
    const counts = new Map<string, number>();
    for (const action of plan.all('action')) {
      const id = action.item.committee?.committee.value?.id ?? 'none';
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const expected = { SWG: 12, CEG: 6, MRRG: 3, HSC: 3, FPC: 3, PSG: 1, IPCC: 1, MHAC: 1 };
    assert.deepEqual(Object.fromEntries(counts), expected);
  });
});
