import assert from 'node:assert/strict';
import { forecastFrom } from '../../../server/src/plan/facts/forecast.ts';
import { paperOf } from '../../../server/src/outputs/tables/index.ts';
import { planOf } from '../../support/plans.ts';
import { rowsIn } from './rows.ts';

/** What was planned, done and forecast, added up month by month. */

const plan = `
action A "Done in March" {
  due       2018-03
  completed 2018-03-20
}
action B "Done late" {
  due         2018-03-31
  due-revised 2018-05-31 on 2018-03-30
  completed   2018-06-02
}
action C "Still open" {
  due 2018-06-30
}
action D "Open, and no day" {
  due on-request
}
action E "Withdrawn" {
  due       2018-03-31
  withdrawn 2018-04-01
}
action F "Done, nobody knows when" {
  due       2018-03-31
  completed unknown
}
`;

const notesOf = (text: string, asAt: string) =>
  paperOf(planOf(text), asAt)
    .sections.flatMap(({ tables }) => tables)
    .find(({ id }) => id === 'burn-up')?.notes;

describe('the burn-up', () => {
  it('adds up what was first planned, what is due now, what is done, and goes on at the pace of late', () => {
    // One was done in the three months from April to June: a third of an action a month.
    assert.deepEqual(
      rowsIn(plan, 'burn-up').map((row) => Object.values(row)),
      [
        ['March 2018', '2', '1', '1', 'Past'],
        ['April 2018', '2', '1', '1', 'Past'],
        ['May 2018', '2', '2', '1', 'Past'],
        ['June 2018', '3', '3', '2', 'Past'],
        ['July 2018', '3', '3', '2', '2'],
        ['August 2018', '3', '3', 'Still to come', '2'],
        ['September 2018', '3', '3', 'Still to come', '2'],
        ['October 2018', '3', '3', 'Still to come', '3'],
        ['December 2018', '3', '3', 'Still to come', '3'],
        ['January 2019', '3', '3', 'Still to come', '4'],
      ],
    );
  });

  it('says how the forecast comes about, and what is left out', () => {
    assert.deepEqual(notesOf(plan, '2018-07-01'), [
      'Months in which nothing changes are left out.',
      'The forecast goes on at the pace of the three whole months from 1 April 2018 to 30 June 2018, in which 1 action was done. At that pace all are done by the end of January 2019. It says nothing of how hard the rest is.',
      '1 action with no day named at first is not in “First planned”.',
      '1 action done without a word on when is left out.',
    ]);
  });

  it('has no forecast where nobody knows the pace', () => {
    const notes = notesOf(plan, '2018-12-01') ?? [];
    assert.match(
      notes.join(' '),
      /There is no forecast: no action was done in the three whole months/,
    );
    assert.ok(
      rowsIn(plan, 'burn-up', '2018-12-01').every(({ Forecast }) => !/\d/.test(Forecast ?? '')),
    );
  });

  it('is not there for a plan that names no day', () => {
    const sections = paperOf(
      planOf('action A "Undated" {\n  due ongoing\n}\n'),
      '2018-07-01',
    ).sections;
    assert.ok(sections.every(({ id }) => id !== 'burn-up'));
  });
});

describe('a forecast', () => {
  const days = (...months: string[]) => months.map((month) => `2018-${month}-15`);

  it('takes its pace from the three months that have ended, this one too on its last day', () => {
    const pace = (asAt: string) => {
      const forecast = forecastFrom(asAt, 99, days('03', '04', '05', '06'));
      return typeof forecast === 'string' ? forecast : [forecast.from, forecast.to, forecast.done];
    };
    assert.deepEqual(pace('2018-06-29'), ['2018-03-01', '2018-05-31', 3]);
    assert.deepEqual(pace('2018-06-30'), ['2018-04-01', '2018-06-30', 3]);
    assert.deepEqual(pace('2018-08-15'), ['2018-05-01', '2018-07-31', 2]);
    assert.equal(pace('2018-12-31'), 'no-pace');
  });

  it('rounds down, ends when all are done, and looks 24 months ahead at most', () => {
    const forecast = forecastFrom('2018-07-01', 6, days('04', '05', '05', '06'));
    assert.ok(typeof forecast === 'object');
    assert.deepEqual(
      forecast.months.map(({ month, done }) => `${month} ${String(done)}`),
      ['2018-08 5', '2018-09 6'],
    );
    assert.equal(forecast.finished, '2018-09');
    const slow = forecastFrom('2018-07-01', 99, days('06'));
    assert.ok(typeof slow === 'object');
    assert.equal(slow.months.length, 24);
    assert.equal(slow.finished, undefined);
  });

  it('is none when all are done, or there is nothing to do', () => {
    assert.equal(forecastFrom('2018-07-01', 2, days('05', '06')), 'all-done');
    assert.equal(forecastFrom('2018-07-01', 0, []), 'all-done');
  });
});
