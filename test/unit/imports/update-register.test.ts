import assert from 'node:assert/strict';
import { noMapping } from '../../../server/src/imports/recognise/mapping.ts';
import { readSheets } from '../../../server/src/imports/readers/index.ts';
import { registerUpdate } from '../../../server/src/imports/update/register.ts';
import { sideOf, type Side } from '../../../server/src/imports/update/side.ts';
import { csv } from '../../../server/src/outputs/formats/csv.ts';
import { papersOf } from '../../../server/src/outputs/papers/index.ts';
import { positionsOf } from '../../../server/src/plan/facts/position.ts';
import type { Plan } from '../../../server/src/plan/plan.ts';
import { textAfter } from '../../../server/src/writing/tidy.ts';
import { planOf } from '../../support/plans.ts';

/** A plan’s register in which somebody has written: what of that goes into the plan. */

const asAt = '2018-07-01';

const text = `plan P "Plan"
committee QC "Quality Committee"
committee EC "Estates Committee"
sro HON "Head of Nursing"
sro HOE "Head of Estates"

inspection CQC "Inspection" {
  must M1 "Doors must lock"
}

action A "Mend the doors" {
  for         M1
  description "All of them"
  sro         HON // for now
  due         2018-09-30 given "end of Sept"
  measure     "A survey"
  measure     "A drill"
  resources   "Two fitters" escalate "Estates"
  committee   QC

  step 1 "Buy locks" due 2018-07-31
  step 2 "Fit them"
  outcome "Nobody walks in"
}

action B "Count the keys" {
  for         M1
  due         2018-05-31
  due-revised 2018-08-31 on 2018-05-20 by QC because "No staff"
  update      2018-06-01 on-track "Begun"
}
`;

async function register(plan: Plan): Promise<string> {
  const positions = positionsOf(plan, asAt);
  const [paper] = papersOf({ plan, asAt, positions, meeting: undefined, before: undefined }, [
    'register',
  ]);
  assert.ok(paper);
  const [file] = await csv.write(paper.paper, paper.id);
  return String(file?.content);
}

async function sideIn(content: string): Promise<Side> {
  const read = await readSheets(new TextEncoder().encode(content));
  assert.ok(!('wrong' in read));
  const side = sideOf(read.sheets, noMapping, true);
  assert.ok(side);
  return side;
}

/** The lines that differ once a register with one text in place of another is taken back, and what is said. */
async function takenBack(from: string, to: string, isOld = false) {
  const plan = planOf(text);
  const now = await register(plan);
  assert.ok(now.includes(from), now);
  const actions = plan.all('action');
  const [own, edited] = [await sideIn(now), await sideIn(now.replaceAll(from, to))];
  const { differences, edits } = registerUpdate(plan, asAt, actions, own, edited, isOld);
  const [file] = plan.files;
  assert.ok(file);
  const after = textAfter(file, edits);
  const old = new Set(text.split('\n'));
  const lines = after.split('\n').filter((line) => !old.has(line));
  const again = planOf(after);
  const second = registerUpdate(
    again,
    asAt,
    again.all('action'),
    await sideIn(await register(again)),
    edited,
    false,
  );
  return {
    lines: lines.map((line) => line.trim().replaceAll(/ +/g, ' ')),
    said: differences.map(({ type, name, what }) => `${type}: ${name}, ${what}`),
    why: differences.map(({ why }) => why),
    // What was taken is not taken twice.
    twice: second.edits.length,
  };
}

describe('a register that was edited', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['Mend the doors', 'Mend all doors', ['action A "Mend all doors" {']],
    ['All of them', 'all of them', ['description "all of them"']],
    ['1. Buy locks', '1. Buy good locks', ['step 1 "Buy good locks" due 2018-07-31']],
    ['To achieve: Nobody', 'To achieve: No one', ['outcome "No one walks in"']],
    ['A survey', 'A long survey', ['measure "A long survey"']],
    ['A drill', 'A drill\nAn audit', ['measure "An audit"']],
    ['Two fitters', 'Three fitters', ['resources "Three fitters" escalate "Estates"']],
    ['Head of Nursing', 'Head of Estates', ['sro HOE // for now']],
    ['Head of Nursing', 'Head of Security', ['sro "Head of Security" // for now']],
    ['Quality Committee', 'Estates Committee', ['committee EC']],
    [
      '30 September 2018 (given as end of Sept)',
      '31/10/2018',
      ['due 2018-10-31 given "31/10/2018"'],
    ],
    ['1 June 2018: Begun', '1 June 2018: Half way', ['update 2018-07-01 on-track "Half way"']],
    ['1 June 2018: Begun', '20 June 2018: Half way', ['update 2018-06-20 on-track "Half way"']],
    ['"On track, 1 June 2018"', 'At risk', ['update 2018-07-01 at-risk']],
    ['Doors must lock', 'All doors must lock', ['must M1 "All doors must lock"']],
    ['Not rated', 'Full', ['assurance full on 2018-07-01', 'assurance full on 2018-07-01']],
  ];
  for (const [from, to, lines] of cases) {
    it(`“${from}” made “${to}” is ${lines.join(' and ')}`, async () => {
      const taken = await takenBack(from, to);
      assert.deepEqual([taken.lines, taken.twice], [lines, 0], JSON.stringify(taken));
    });
  }

  const leftOut: readonly (readonly [string, string, string])[] = [
    ['31 August 2018', '30 November 2018', 'left-out: action B, due'],
    ['2. Fit them', '3. Fit them', 'left-out: action A, action'],
    ['(by 31 July 2018)', '(by 31 August 2018)', 'left-out: action A, action'],
    ['Escalated to: Estates', 'Escalated to: Board', 'left-out: action A, resources'],
    ['On track, 1 June 2018', 'Purple', 'left-out: action B, progress rating'],
    ['Doors must lock', 'All doors\nmust lock', 'left-out: action A, requirement'],
  ];
  for (const [from, to, said] of leftOut) {
    it(`“${from}” made “${to}” is left out and said`, async () => {
      const taken = await takenBack(from, to);
      assert.deepEqual(taken.lines, []);
      assert.ok(taken.said.includes(said), JSON.stringify(taken.said));
    });
  }

  it('is only shown where the plan has changed since it was written', async () => {
    const taken = await takenBack('Mend the doors', 'Mend all doors', true);
    assert.deepEqual([taken.lines, taken.said], [[], ['conflict: action A, action']]);
  });
});
