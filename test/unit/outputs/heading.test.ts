import assert from 'node:assert/strict';
import { paperFormats } from '../../../server/src/outputs/formats/index.ts';
import { papersOf } from '../../../server/src/outputs/papers/index.ts';
import { positionsOf } from '../../../server/src/plan/facts/position.ts';
import { fingerprintOf } from '../../../server/src/plan/facts/approved-text.ts';
import type { Heading } from '../../../server/src/outputs/tables/paper.ts';
import { planOf } from '../../support/plans.ts';

/** Whether a plan is a draft or approved, on every paper. */

const action = (title: string): string => `action A "${title}" {\n  due 2018-06\n}\n`;
const approved = fingerprintOf(planOf(action('Train staff')));

const papersWith = (text: string, asAt = '2018-07-01') => {
  const plan = planOf(text);
  return [...papersOf({ plan, asAt, positions: positionsOf(plan, asAt), meeting: undefined })];
};

function headingOf(...lines: readonly string[]): Heading {
  const heading = `plan P-2018 "Action plan" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
  const [first] = papersWith(heading + action('Train staff'));
  assert.ok(first !== undefined);
  return first.paper.heading;
}

/** Each: what the heading says, what the paper says of it, its warning. */
const cases: readonly (readonly [readonly string[], string, RegExp | undefined])[] = [
  [[], 'Draft (no approval is recorded)', undefined],
  [['status draft on 2018-06-01'], 'Draft on 1 June 2018', undefined],
  [
    ['status tbc "the board meets in August"'],
    'Draft (to be confirmed: the board meets in August)',
    undefined,
  ],
  [['status approved on 2018-08-09 by "Board"'], 'Draft (no approval is recorded)', undefined],
  [['status approved on 2018-05-09 by "Board"'], 'Approved by Board on 9 May 2018', undefined],
  [
    [`status approved on 2018-05-09 by "Board" fingerprint "${approved}"`],
    'Approved by Board on 9 May 2018',
    undefined,
  ],
  [
    ['status approved on 2018-05-09 by "Board" fingerprint "0000000000000000"'],
    'Approved by Board on 9 May 2018; changed since then',
    /^The plan has changed since it was approved on 9 May 2018: not everything here is what was approved\.$/,
  ],
];

describe('Draft or approved', () => {
  for (const [lines, words, warning] of cases) {
    it(`says “${words}” of ${lines[0] ?? 'a plan without a status'}`, () => {
      const heading = headingOf(...lines);
      assert.deepEqual(
        heading.facts.find(({ term }) => term === 'Status'),
        { term: 'Status', words },
      );
      assert.ok(heading.footer.includes(`Status: ${words}.`), heading.footer);
      assert.match(heading.warning ?? '', warning ?? /^$/);
    });
  }

  it('stands in every paper, in every format that has a heading', async () => {
    const text = `plan P "Plan" {\n  status approved on 2018-05-09 fingerprint "0"\n}\n${action('A')}oops\n`;
    const made = papersWith(text);
    assert.ok(made.length > 2);
    for (const { id, paper } of made) {
      for (const format of paperFormats.filter((each) =>
        ['html', 'markdown', 'json'].includes(each.id),
      )) {
        const [file] = await format.write(paper, id);
        const content = Buffer.from(file?.content ?? '').toString();
        assert.match(content, /Approved on 9 May 2018; changed since then/, `${id} ${format.id}`);
        assert.match(content, /1 place in the plan cannot be read.*The plan has changed since/s);
      }
    }
  });
});
