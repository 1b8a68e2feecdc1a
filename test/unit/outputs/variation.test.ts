import assert from 'node:assert/strict';
import { renderPage } from '../../../server/src/outputs/html/page.ts';
import { paperOf } from '../../../server/src/outputs/tables/index.ts';
import type { Table } from '../../../server/src/outputs/tables/table.ts';
import { planOf } from '../../support/plans.ts';
import { openSample } from '../../support/samples.ts';
import { rowsIn } from './rows.ts';

/** Variation and assurance in words, and the control charts of indicators. */

/** An indicator with a figure a month from January 2017. */
const monthly = (figures: readonly (number | string)[], ...lines: readonly string[]): string =>
  [
    'indicator I "Seen within 3 hours" {',
    '  unit %',
    ...lines.map((line) => `  ${line}`),
    ...figures.map((figure, index) => {
      const month = String((index % 12) + 1).padStart(2, '0');
      return `  actual ${String(2017 + Math.floor(index / 12))}-${month} ${String(figure)}`;
    }),
    '}\n',
  ].join('\n');

const steady = [50, 52, 50, 52, 50, 52, 50, 52, 50, 52, 50, 52];

const overview = (text: string, asAt?: string): Record<string, string> => {
  const [row] = rowsIn(text, 'variation', asAt);
  assert.ok(row);
  return row;
};

describe('variation and assurance', () => {
  it('stand beside what is measured, in words', () => {
    const text = monthly(
      steady,
      'better higher',
      'baseline 45 at 2016-12',
      'target at-least 40 by 2018-12-31',
    );
    assert.deepEqual(overview(text), {
      Measure: 'Seen within 3 hours',
      'Counted in': '%',
      Better: 'Higher',
      Baseline: '45 %, December 2016',
      'To be reached': 'At least 40 %, by 31 December 2018',
      'Latest figure': '52 %',
      Variation: 'Common cause',
      Assurance: 'Consistently passes',
    });
  });

  it('say improvement or concern by what is better, and for which reason', () => {
    const leap = [...steady, 80];
    const variation = (...lines: string[]) => overview(monthly(leap, ...lines)).Variation;
    assert.equal(variation('better higher'), 'Improvement, above the upper limit');
    assert.equal(variation('better lower'), 'Concern, above the upper limit');
    assert.equal(variation(), 'Special cause, high, above the upper limit');
  });

  it('hold each thing that is to be reached against the limits', () => {
    const text = monthly(steady, 'better higher', 'threshold at-least 51', 'target at-least 90');
    assert.equal(
      overview(text).Assurance,
      'Hit and miss, At least 51 %\nConsistently fails, At least 90 %',
    );
  });

  it('cannot be told of fewer than ten figures, and draw no limits', () => {
    const text = monthly(steady.slice(0, 9), 'target at-least 40');
    assert.equal(overview(text).Variation, 'Too few figures: 9 of 10');
    assert.equal(overview(text).Assurance, 'Cannot be told yet');
    assert.ok(!tablesOf(text).some(({ id }) => id.startsWith('control-')));
  });

  it('cannot be told where gaps leave too little', () => {
    const text = monthly([50, 'unknown', 52, 50, 52, 50, 52, 'suspended', 50, 52, 50, 52]);
    assert.equal(overview(text).Variation, 'Too many gaps');
  });

  it('are as known at the date: what came later does not count', () => {
    const text = monthly([...steady, 80], 'better higher');
    assert.equal(overview(text, '2017-12-31').Variation, 'Common cause');
    assert.equal(overview(text, '2017-09-30').Variation, 'Too few figures: 9 of 10');
  });
});

describe('a control chart', () => {
  const tableId = 'control-indicator-I';
  const rows = (text: string) => rowsIn(text, tableId);

  it('has a row a period, each with the mean, the limits and what is special', () => {
    const [first] = rows(monthly(steady));
    // A mean of 51, and 2.66 x 2 to either side.
    assert.deepEqual(first, {
      Period: 'January 2017',
      Measured: '50 %',
      Mean: '51.0 %',
      'Lower limit': '45.7 %',
      'Upper limit': '56.3 %',
      'What is special about it': 'Common cause',
    });
  });

  it('has a gap for what is missing, with its word, and for what the plan skips', () => {
    const text = monthly([...steady, 'suspended']).replace(
      '}\n',
      '  actual 2018-04 51\n  actual 2018-05 51\n}\n',
    );
    assert.deepEqual(
      rows(text)
        .slice(12)
        .map((row) => [row.Period, row.Measured, row['What is special about it']]),
      [
        ['January 2018', 'Suspended', 'No figure: the line is broken'],
        ['1 February 2018 to 31 March 2018', 'Not in the plan', 'No figure: the line is broken'],
        ['April 2018', '51 %', 'Common cause'],
        ['May 2018', '51 %', 'Common cause'],
      ],
    );
  });

  it('leaves a year out of a series of months, and says so; of two figures for a month the later counts', () => {
    const text = monthly(steady).replace('}\n', '  actual 2017/18 51\n  actual 2017-12 54\n}\n');
    assert.equal(rows(text).length, 12);
    assert.equal(rows(text).at(-1)?.Measured, '54 %');
    const [table] = tablesOf(text).filter(({ id }) => id === tableId);
    assert.deepEqual(table?.notes, ['1 figure for periods of another length is not in the chart.']);
  });

  it('of the LPT Quality Account has three quarters of concern, and breaks at the suspended one', async () => {
    const { plan, asAt } = await openSample('lpt-quality-account-2019-20');
    const [table] = paperOf(plan, asAt)
      .sections.flatMap(({ tables }) => tables)
      .filter(({ id }) => id === 'control-indicator-CPA-7-DAY');
    assert.deepEqual(
      table?.rows.map(({ signal }) => signal).filter((signal) => signal !== undefined),
      ['concern', 'concern', 'concern'],
    );
    assert.equal(
      table.notes.at(-1),
      'The limits rest on 11 figures and are trial ones: each new figure may move them.',
    );
  });

  it('is drawn with a letter for what is special and a line that breaks at each gap', () => {
    const html = renderPage(
      planOf(monthly([...steady, 'suspended', 90, 50, 52], 'better lower')),
      '2019-01-01',
    );
    const [drawing = ''] = /<figure class="chart control">.*?<\/figure>/s.exec(html) ?? [];
    assert.equal(drawing.match(/<polyline/g)?.length, 2);
    assert.match(drawing, /Concern: worse than chance alone/);
    assert.match(drawing, /<g class="signal concern"[^>]*><path[^>]*><\/path><text[^>]*>C<\/text>/);
    assert.match(
      drawing,
      /role="img" aria-label="[^"]*The table below has the same in words and figures\."/,
    );
    assert.doesNotMatch(drawing, /Higher than chance/, 'what is not there needs no word');
  });

  it('takes the place of the plain line where nothing was planned, and stands beside it where something was', () => {
    const ids = (text: string) => tablesOf(text).map(({ id }) => id);
    assert.ok(!ids(monthly(steady)).includes('course-indicator-I'));
    assert.ok(ids(monthly(steady, 'planned 2017-12 60')).includes('course-indicator-I'));
  });
});

const tablesOf = (text: string): Table[] =>
  paperOf(planOf(text), '2018-07-01')
    .sections.filter(({ id }) => id === 'trajectories')
    .flatMap(({ tables }) => tables);
