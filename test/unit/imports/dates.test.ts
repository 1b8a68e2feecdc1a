import assert from 'node:assert/strict';
import { dateIn, dateInText } from '../../../server/src/imports/recognise/dates.ts';
import { dayNumber } from '../../../server/src/language/days.ts';

/** Dates as people and spreadsheets write them. */

const certain: readonly (readonly [string, string])[] = [
  ['Oct-18', '2018-10'],
  ['Jul -18', '2018-07'],
  ['30th Sept 2017', '30th Sept 2017'],
  ['31/05/17', '2017-05-31'],
  ['28/5/19', '2019-05-28'],
  ['04/04/2018', '2018-04-04'],
  ['31.10.18', '2018-10-31'],
  ['2018-10-31 00:00:00', '2018-10-31'],
  ['Mon 3 Sep 2018', '2018-09-03'],
  ['12/2018', '2018-12'],
  ['Mar ’18'.replace('’', "'"), '2018-03'],
  ['end of March 2018', '2018-03'],
  ['by end March 2018', '2018-03'],
  ['Q4 19/20', 'Q4 2019/20'],
  ['end of Q2 2018/19', 'Q2 2018/19'],
  ['FY 18/19', '2018/19'],
  ['2017/8', '2017/8'],
  ['Rolling programme through 2017/8 financial year', 'rolling 2017/18'],
  ['1) Immediate', 'immediate'],
  ['On-going', 'ongoing'],
  ['Monthly', 'monthly'],
];

const guessed: readonly (readonly [string, string, RegExp])[] = [
  ['Iul-18', '2018-07', /read as Jul/],
  ['.lul-18', '2018-07', /read as Jul/],
  ['March 18', '2018-03', /18 is taken for the year/],
  ['03/04/2018', '2018-04-03', /either way round/],
  ['9/5/19.', '2019-05-09', /either way round/],
  ['05/31/17', '2017-05-31', /America/],
  ['43391', '2018-10-18', /spreadsheets count days/],
  ['w/c 4 June 2018', '2018-06-04', /other words/],
  ['September 2017 training report to', '2017-09', /other words/],
  ['April 2018 (bid) capital TBC', '2018-04 tbc', /waits for something/],
];

const none = [
  'soon',
  'Autumn 2018',
  '31 June 2018',
  '30 June',
  '19 February and 10 April',
  'Q3',
  'Q4 2019',
  'may',
  '18-Oct',
  'Phase 2',
  '2017/19',
  'March 2018 or June 2018',
  'constructor',
  '',
];

describe('a date in a cell', () => {
  for (const [raw, date] of certain) {
    it(`“${raw}” is ${date}`, () => {
      const found = dateInText(raw);
      assert.equal(found?.date, date);
      assert.equal(found.guess, undefined);
    });
  }

  for (const [raw, date, why] of guessed) {
    it(`“${raw}” is taken for ${date}, and says why`, () => {
      const found = dateInText(raw);
      assert.equal(found?.date, date);
      assert.match(found.guess ?? '', why);
    });
  }

  for (const raw of none) {
    it(`“${raw}” is no date`, () => assert.equal(dateInText(raw), undefined));
  }

  it('kept as a day and shown as a month is that month; without a year it is a guess', () => {
    const shown = (iso: string, as: 'whole' | 'month' | 'without-year') =>
      dateIn({ text: 'x', date: { day: dayNumber(iso), shown: as } });
    assert.equal(shown('2018-10-01', 'month')?.date, '2018-10');
    assert.equal(shown('2018-10-01', 'month')?.guess, undefined);
    assert.match(shown('2018-10-18', 'month')?.guess ?? '', /shows the month alone/);
    assert.match(shown('2018-10-18', 'without-year')?.guess ?? '', /Oct-18/);
    assert.equal(shown('2018-10-18', 'whole')?.date, '2018-10-18');
  });

  it('is looked for in a moment, however long the cell is', () => {
    const start = performance.now();
    for (const piece of ['1', 'Oct ', '30 June 2018 ', '1. ', 'q4 ', ' ', '31/'])
      dateInText(piece.repeat(32_767 / piece.length));
    // What backtracks takes minutes here; a busy machine does not.
    assert.ok(performance.now() - start < 10_000);
  });
});
