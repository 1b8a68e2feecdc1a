import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { readDate } from '../../../server/src/language/dates.ts';
import { dayNumber, dayOfNumber, daysInMonth } from '../../../server/src/language/days.ts';

/** Days in whole numbers are the days of the calendar: held against Temporal. */

const epoch = Temporal.PlainDate.from('1970-01-01');

describe('days in whole numbers', () => {
  it('are those of the calendar, from the year 0 to beyond the year 9999', () => {
    for (let day = Temporal.PlainDate.from('0000-01-01'); day.year <= 10_000;) {
      const number = dayNumber(day.toString());
      assert.equal(number, epoch.until(day, { largestUnit: 'day' }).days);
      assert.equal(dayOfNumber(number), day.toString());
      assert.equal(daysInMonth(day.year, day.month), day.daysInMonth);
      day = day.add({ days: 367 });
    }
  });

  it('turn over at the end of every month', () => {
    for (const year of [1600, 1900, 2000, 2018, 2020]) {
      for (let month = 1; month <= 12; month++) {
        const last = Temporal.PlainYearMonth.from({ year, month }).toPlainDate({
          day: daysInMonth(year, month),
        });
        const next = last.add({ days: 1 });
        assert.equal(next.day, 1);
        assert.equal(dayOfNumber(dayNumber(last.toString()) + 1), next.toString());
      }
    }
  });
});

describe('a date', () => {
  const readings: [string, string | undefined][] = [
    ['2018-02-28', '2018-02-28 to 2018-02-28'],
    ['2020-02', '2020-02-01 to 2020-02-29'],
    ['9999/00', '9999-04-01 to +010000-03-31'],
    ['Q4 2019/20', '2020-01-01 to 2020-03-31'],
    ['1st May 2018', '2018-05-01 to 2018-05-01'],
    ['2018-02-30', 'February 2018 has 28 days'],
    ['2018-1-01', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
  ];
  for (const [written, expected] of readings) {
    it(`${written} is ${expected ?? 'none'}`, () => {
      const reading = readDate(written.split(' '));
      const found =
        reading === undefined || 'impossible' in reading
          ? reading?.impossible
          : `${reading.date.first ?? ''} to ${reading.date.last ?? ''}`;
      assert.equal(found, expected);
    });
  }
});
