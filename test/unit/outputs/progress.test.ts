import assert from 'node:assert/strict';
import { paperOf } from '../../../server/src/outputs/tables/index.ts';
import type { Row } from '../../../server/src/outputs/tables/table.ts';
import { planOf } from '../../support/plans.ts';
import { rowsIn } from './rows.ts';

/** What is drawn and what can be picked out: progress by month, deadlines, indicators, facets. */

const plan = `
directorate AMH "Adult Mental Health"
sro HON "Head of Nursing"
inspection CQC "Inspection 2018" {
  must M "Supervision"
}
action A "On time" {
  for         M
  directorate AMH
  sro         HON
  due         2018-03
  completed   2018-03-20
}
action B "Late" {
  for       M
  due       2018-03
  completed 2018-05-02
}
action C "Moved" {
  due         2018-02-28
  due-revised 2018-04-30 on 2018-02-20 by HON because "The builder fell ill"
  due-revised 2018-12-31 on 2018-09-01
}
action D "No day" {
  due on-request
}
action E "Withdrawn" {
  due       2018-03
  withdrawn 2018-01-01
}
action F "Two words" {
  due    2018-09
  update 2018-06-01 at-risk
}
`;

describe('progress by month', () => {
  const rows = rowsIn(plan, 'progress');
  const row = (month: string): string[] =>
    Object.values(rows.find(({ Month }) => Month === month) ?? {});

  it('counts what was planned and what was done in each month, and what of it was late', () => {
    assert.deepEqual(row('March 2018'), ['March 2018', '2', '1', '1']);
    assert.deepEqual(row('May 2018'), ['May 2018', '0', '1', '0']);
    assert.deepEqual(row('April 2018'), ['April 2018', '1', '0', '1']);
  });

  it('has the months between, three or more empty ones as one row, and a row for what names no day', () => {
    assert.deepEqual(
      rows.map(({ Month }) => Month),
      [
        'March 2018',
        'April 2018',
        'May 2018',
        'June 2018 to August 2018',
        'September 2018',
        'No day named',
      ],
    );
    assert.deepEqual(row('No day named'), ['No day named', '1', '0', '0']);
  });
});

describe('the timeline of deadlines', () => {
  it('says what a deadline was moved from, when, by whom and why, as known at the date', () => {
    const [moved] = rowsIn(plan, 'timeline').filter(({ Ref }) => Ref === 'C');
    assert.equal(moved?.['First planned for'], '28 February 2018');
    assert.equal(
      moved['Moved to'],
      '30 April 2018, set on 20 February 2018 by Head of Nursing: The builder fell ill',
    );
    assert.equal(moved['Days moved'], '61');
    assert.equal(moved.Late, '62 days late');
  });

  it('draws the days in their order, the one in force last', () => {
    const { timeline } = rowOf('timeline', 'action-C');
    assert.deepEqual(timeline, {
      days: ['2018-02-28', '2018-04-30'],
      words: '62 days late',
      tone: 'bad',
    });
  });
});

describe('actions at risk', () => {
  it('are open and not late, each with its reasons', () => {
    assert.deepEqual(
      rowsIn(plan, 'at-risk').map((row) => [row.Ref, row['Why it is here']]),
      [
        ['F', 'The SRO’s word'],
        ['D', 'No day can be named'],
      ],
    );
  });
});

describe('what rows can be picked out by', () => {
  it('comes with the rows, in words for people', () => {
    assert.deepEqual(rowOf('actions', 'action-A').facets, {
      directorate: ['Adult Mental Health'],
      service: ['None named'],
      sro: ['Head of Nursing'],
      committee: ['None named'],
      source: ['Inspection 2018'],
      strength: ['Must-do'],
      status: ['Complete, not evidenced'],
    });
    assert.deepEqual(rowOf('actions', 'action-C').facets?.status, ['Open', 'Overdue']);
  });

  it('is of a requirement what its actions have', () => {
    const { facets } = rowOf('coverage', 'requirement-CQC:M');
    assert.deepEqual(facets?.sro, ['Head of Nursing']);
    assert.deepEqual(facets.status, ['Answered']);
  });
});

describe('the trajectories', () => {
  const text = `
indicator SUP "Supervision" {
  unit     %
  better   higher
  baseline 61 % at 2018-03
  target   at-least 85 % by 2018-12-31
  planned  2018-05 66 %
  planned  2018-06 70 %
  actual   2018-05 67 %
  actual   2018-06 69 %
  actual   2018-07 90 %
}
indicator NEW "Nothing yet" {
  better lower
}
`;

  it('say where an indicator stands at the date, and whether that is as planned', () => {
    const [row, none] = rowsIn(text, 'indicators');
    assert.equal(row?.['Latest figure'], '69 %');
    assert.equal(row['Against the plan'], 'Behind the plan');
    assert.equal(row['To be reached'], 'Not reached, At least 85 %, by 31 December 2018');
    assert.equal(none?.['Latest figure'], 'None yet');
  });

  it('have a table a period for those with enough to look at, what came later left out', () => {
    assert.deepEqual(
      rowsIn(text, 'course-indicator-SUP').map(({ Period, Planned, Measured }) => [
        Period,
        Planned,
        Measured,
      ]),
      [
        ['March 2018, the start', 'Nothing planned', '61 %'],
        ['May 2018', '66 %', '67 %'],
        ['June 2018', '70 %', '69 %'],
      ],
    );
    const tables = paperOf(planOf(text), '2018-07-01').sections.flatMap((each) => each.tables);
    assert.ok(!tables.some(({ id }) => id === 'course-indicator-NEW'));
  });

  it('draw no line from a quarter to its year and back', () => {
    const quarters = ['Q1 2017/18 5', 'Q2 2017/18 6', '2017/18 22', 'Q1 2018/19 4'];
    const lines = quarters.map((figure) => `  actual ${figure}\n`).join('');
    const rows = paperOf(planOf(`indicator I "Falls" {\n${lines}}\n`), '2018-07-01')
      .sections.flatMap((each) => each.tables)
      .find(({ id }) => id === 'course-indicator-I')?.rows;
    assert.deepEqual(
      rows?.map(({ undrawn }) => undrawn),
      [undefined, undefined, true, undefined],
    );
  });
});

function rowOf(tableId: string, key: string): Row {
  const tables = paperOf(planOf(plan), '2018-07-01').sections.flatMap((each) => each.tables);
  const row = tables.find(({ id }) => id === tableId)?.rows.find((each) => each.key === key);
  assert.ok(row, `${tableId} has a row ${key}`);
  return row;
}
