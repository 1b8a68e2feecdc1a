import assert from 'node:assert/strict';
import { readDate } from '../../../server/src/language/dates.ts';
import {
  addDays,
  addMonths,
  addWorkingDays,
  dateInWords,
  dayInWords,
  daysBetween,
  isIsoDate,
  isWorkingDay,
  notWorkingBecause,
  workingDayBefore,
  workingDaysBetween,
} from '../../../server/src/plan/calendar.ts';
import { count, listed, naturalOrder } from '../../../server/src/plan/words.ts';

describe('the calendar', () => {
  it('counts days across months, leap years and the change of clocks', () => {
    assert.equal(daysBetween('2018-06-30', '2018-07-01'), 1);
    assert.equal(daysBetween('2020-02-28', '2020-03-01'), 2);
    assert.equal(daysBetween('2018-03-24', '2018-03-26'), 2);
    assert.equal(daysBetween('2018-07-01', '2018-06-30'), -1);
  });

  it('adds months, and keeps to the last day of a shorter one', () => {
    assert.equal(addMonths('2018-01-31', 1), '2018-02-28');
    assert.equal(addMonths('2020-01-31', 1), '2020-02-29');
    assert.equal(addMonths('2018-11-30', 3), '2019-02-28');
    assert.equal(addMonths('2018-12-01', 1), '2019-01-01');
    assert.equal(addMonths('2018-01-15', -1), '2017-12-15');
    assert.equal(addMonths('2018-06-30', 24), '2020-06-30');
  });

  it('knows England’s working days', () => {
    assert.equal(isWorkingDay('2019-05-27'), false, 'the spring bank holiday of 2019');
    assert.equal(isWorkingDay('2020-05-08'), false, 'moved for VE day');
    assert.equal(isWorkingDay('2020-05-04'), true);
    assert.equal(isWorkingDay('2018-06-30'), false, 'a Saturday');
  });

  it('says why nobody works on a day, and which working day was before', () => {
    assert.deepEqual(
      ['2018-06-30', '2018-07-01', '2018-03-30', '2018-07-02'].map(notWorkingBecause),
      ['a Saturday', 'a Sunday', 'a bank holiday (Good Friday)', undefined],
    );
    assert.equal(workingDayBefore('2018-04-03'), '2018-03-29', 'over Easter');
    assert.equal(workingDayBefore('2018-07-04'), '2018-07-03');
  });

  it('adds working days as it counts them', () => {
    assert.equal(addWorkingDays('2018-03-29', 1), '2018-04-03', 'over Easter');
    for (const amount of [0, 1, 5, 10, 40]) {
      const end = addWorkingDays('2018-12-17', amount);
      assert.equal(workingDaysBetween('2018-12-17', end), amount);
    }
  });

  it('knows a day from what only looks like one', () => {
    assert.deepEqual(['2018-06-30', '2018-06-31', '2018-6-30', '30/06/2018', ''].map(isIsoDate), [
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('counts working days as one would day by day', () => {
    const start = '2018-03-20';
    for (let length = 0; length < 60; length++) {
      for (const from of [start, addDays(start, 4)]) {
        const to = addDays(from, length);
        const days = Array.from({ length }, (_, at) => addDays(from, at + 1));
        const expected = days.filter(isWorkingDay).length;
        assert.equal(workingDaysBetween(from, to), expected, `${from} ${to}`);
        assert.equal(Math.abs(workingDaysBetween(to, from)), expected);
      }
    }
  });

  it('says dates in full', () => {
    const inWords = (...words: string[]) => {
      const reading = readDate(words);
      return reading !== undefined && 'date' in reading ? dateInWords(reading.date) : undefined;
    };
    assert.equal(dayInWords('2018-10-31'), '31 October 2018');
    assert.equal(inWords('2018-10'), 'October 2018');
    assert.equal(inWords('Q4', '2019/20'), 'quarter 4 2019/20');
    assert.equal(inWords('rolling', '2017/18'), 'rolling through 2017/18');
    assert.equal(inWords('monthly', 'from', '2019-06'), 'monthly from 1 June 2019');
    assert.equal(inWords('on-request'), 'on request');
  });
});

describe('words', () => {
  it('count and list as people do', () => {
    assert.equal(count(1, 'day'), '1 day');
    assert.equal(count(12_345, 'day'), '12,345 days');
    assert.equal(listed(['A', 'B', 'C']), 'A, B and C');
  });

  it('sort references by the numbers in them', () => {
    const sorted = ['19.2.1', 'B', '5.5', '18.6', 'A', '19.1', '2017-20.1', '11'].sort(
      naturalOrder,
    );
    assert.deepEqual(sorted, ['5.5', '11', '18.6', '19.1', '19.2.1', '2017-20.1', 'A', 'B']);
  });
});
