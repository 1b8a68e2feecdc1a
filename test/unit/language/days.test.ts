import assert from 'node:assert/strict';
import { readDate } from '../../../server/src/language/dates.ts';
import { dayNumber, dayOfNumber, daysInMonth } from '../../../server/src/language/days.ts';

/** The day with a number, as the language itself reckons it. */
const inUtc = (number: number): Date => new Date(number * 24 * 60 * 60 * 1000);

const isoOf = (date: Date): string => date.toISOString().replace(/T.*$/, '');

const firstOf0 = inUtc(0).setUTCFullYear(0) / (24 * 60 * 60 * 1000);

describe('days in whole numbers', () => {
  it('are those of the calendar, from the year 0 to beyond the year 9999', () => {
    for (let number = firstOf0; number < 2_940_000; number += 29) {
      const day = isoOf(inUtc(number));
      assert.equal(dayNumber(day), number);
      assert.equal(dayOfNumber(number), day);
    }
  });

  it('turn over at the end of every month', () => {
    for (const year of [1600, 1900, 2000, 2018, 2020]) {
      for (let month = 1; month <= 12; month++) {
        const last = new Date(Date.UTC(year, month, 0));
        assert.equal(daysInMonth(year, month), last.getUTCDate());
        const next = dayOfNumber(dayNumber(isoOf(last)) + 1);
        assert.equal(next, isoOf(new Date(Date.UTC(year, month, 1))));
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
