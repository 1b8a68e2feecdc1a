import assert from 'node:assert/strict';
import { today } from '../../../server/src/hosts/clock.ts';

const inLondon = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
});

const hour = 3_600_000;

describe('today is the day in London', () => {
  it('around every midnight at which the clocks may go forward or back, from 2000 to 2037', () => {
    for (let year = 2000; year <= 2037; year++) {
      for (const month of [2, 9]) {
        for (let day = 22; day <= 33; day++) {
          for (const offset of [-2, -1.001, -0.999, -0.001, 0.001, 0.999, 1.001, 2]) {
            const now = Date.UTC(year, month, day) + offset * hour;
            assert.equal(today(now), inLondon.format(now), new Date(now).toISOString());
          }
        }
      }
    }
  });

  it('in summer an hour before it is in UTC', () => {
    assert.equal(today(Date.UTC(2018, 5, 30, 23, 30)), '2018-07-01');
    assert.equal(today(Date.UTC(2018, 11, 31, 23, 30)), '2018-12-31');
  });
});
