import assert from 'node:assert/strict';
import { paperOf } from '../../../server/src/outputs/tables/index.ts';
import { textOf, type Table } from '../../../server/src/outputs/tables/table.ts';
import type { Plan } from '../../../server/src/plan/plan.ts';
import { planOf } from '../../support/plans.ts';
import { openSample } from '../../support/samples.ts';

/** The tables as data: what every format renders. */

const tableOf = (plan: Plan, asAt: string, section: string, index = 0): Table => {
  const found = paperOf(plan, asAt).sections.find(({ id }) => id === section)?.tables[index];
  assert.ok(found, `there is a table ${section}`);
  return found;
};

/** The rows of a table as texts, a cell by its column's id. */
const rowsOf = (table: Table): Record<string, string>[] =>
  table.rows.map(({ cells }) =>
    Object.fromEntries(
      table.columns.map(({ id }, index) => [
        id,
        textOf(cells[index] ?? { type: 'text', text: '' }),
      ]),
    ),
  );

describe('the tables of the LPT plan', () => {
  let plan: Plan;

  before(async () => {
    ({ plan } = await openSample('lpt-cqc-2018'));
  });

  it('have 13 overdue actions as at 1 July 2018, the longest overdue first', () => {
    const rows = tableOf(plan, '2018-07-01', 'overdue').rows;
    assert.equal(rows.length, 13);
    assert.equal(textOf(rows[0]?.cells[0] ?? { type: 'text', text: '' }), '19.2.1');
  });

  it('say in words that nothing answers the dormitories', () => {
    const all = rowsOf(tableOf(plan, '2018-07-01', 'coverage')).map((row) =>
      Object.values(row).join(' | '),
    );
    const [row] = all.filter((text) => text.startsWith('DORMITORIES'));
    assert.match(row ?? '', /Nothing answers it/);
    assert.equal(all.filter((text) => text.includes('Nothing answers it')).length, 1);
  });

  it('print dates in full, with what the paper says', () => {
    const rows = rowsOf(tableOf(plan, '2018-07-01', 'actions')).map((row) =>
      Object.values(row).join(' | '),
    );
    assert.ok(rows.some((text) => text.includes('(given as Oct-18)')));
    assert.ok(
      rows.every((text) => !/\b\d{4}-\d{2}(-\d{2})?\b(?!\.\d)/.test(text)),
      'no date as digits',
    );
  });

  it('count each SRO’s and each committee’s actions, as the register does', () => {
    const rows = rowsOf(tableOf(plan, '2018-07-01', 'committees'));
    const totals = rows.map((row) => Object.values(row));
    assert.ok(
      totals.some(
        (cells) => /Strategic Workforce Group|SWG/.test(cells[0] ?? '') && cells.includes('12'),
      ),
    );
    assert.ok(rowsOf(tableOf(plan, '2018-07-01', 'owners')).length >= 9);
  });

  it('have one row of its own for each action, and know where it stands', () => {
    const { rows } = tableOf(plan, '2018-07-01', 'actions');
    const anchors = rows.map(({ anchor }) => anchor?.id);
    assert.equal(new Set(anchors).size, 30);
    assert.ok(rows.every(({ place }) => place !== undefined));
  });
});

describe('the tables of a plan', () => {
  it('without anything are none, and say so in the heading', () => {
    const paper = paperOf(planOf('plan P "Plan"'), '2018-07-01');
    assert.equal(paper.heading.title, 'Plan');
    assert.match(paper.heading.summary, /No actions/);
    assert.ok(!paper.sections.some(({ id }) => id === 'ratings' || id === 'undertakings'));
  });

  it('with unreadable parts show what stands, and say what is left out', () => {
    const paper = paperOf(planOf('plan P "Plan"\naction A "Act" {\n  due soon\n}\n'), '2018-07-01');
    assert.match(paper.heading.warning ?? '', /1 place in the plan cannot be read/);
    assert.equal(paper.sections.find(({ id }) => id === 'actions')?.tables[0]?.rows.length, 1);
  });

  it('show a rating with its change and date in words', () => {
    const plan = planOf(`
plan P "Plan"
service PICU "Psychiatric intensive care"
ratings R "Ratings" {
  |      | safe                               |
  | PICU | requires improvement down Feb 2019 |
}
`);
    const [row] = tableOf(plan, '2019-07-01', 'ratings').rows;
    assert.equal(
      textOf(row?.cells[1] ?? { type: 'text', text: '' }),
      'Requires improvement, down one, February 2019',
    );
  });
});
