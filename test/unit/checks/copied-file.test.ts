import assert from 'node:assert/strict';
import { Judgement } from '../../../server/src/checks/judgement.ts';
import { runChecks } from '../../../server/src/checks/run.ts';
import { copiedFrom } from '../../../server/src/checks/text/copied-file.ts';
import { syncConflictCopy } from '../../../server/src/checks/text/sync-conflict-copy.ts';
import { everyCheck } from '../../../server/src/checks/settings.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { Plan } from '../../../server/src/plan/plan.ts';

const beside = new Set(['plan.plan', 'trust/actions.plan']);
const original = (path: string): string | undefined =>
  copiedFrom(path, (other) => beside.has(other))?.original;

describe('a copy of a plan file, by its name', () => {
  const copies: readonly (readonly [string, string])[] = [
    ['plan - Copy.plan', 'plan.plan'],
    ['plan - Copy (2).plan', 'plan.plan'],
    ['other - Copy.plan', 'other.plan'],
    ['Copy of plan.plan', 'plan.plan'],
    ['plan (1).plan', 'plan.plan'],
    ['trust/actions (12).plan', 'actions.plan'],
    ['plan-LAPTOP123.plan', 'plan.plan'],
    ['plan-DESKTOP-7H3K.plan', 'plan.plan'],
    ['trust/actions-JSMITH-PC.plan', 'actions.plan'],
    ["plan (Jane's conflicted copy 2018-06-01).plan", 'plan.plan'],
    ['plan (conflicted copy).plan', 'plan.plan'],
    ['plan.sync-conflict-20180601-101500-ABC1234.plan', 'plan.plan'],
  ];
  for (const [path, of] of copies) {
    it(`is ${path}`, () => {
      assert.equal(original(path), of);
    });
  }

  const others = [
    'plan.plan',
    'actions-chs.plan',
    'plan-CHS.plan',
    'plan-2018.plan',
    'other (1).plan',
    'other-LAPTOP123.plan',
    'actions (12).plan',
    'Copy.plan',
    'conflicted copy.plan',
    'plan (2018).plan',
  ];
  for (const path of others) {
    it(`is not ${path}`, () => {
      assert.equal(original(path), undefined);
    });
  }
});

describe('check sync-conflict-copy', () => {
  const flags = (...paths: string[]) =>
    runChecks([syncConflictCopy], {
      plan: new Plan(
        paths.map(
          (path) => new PlanFile(path, '// A plan.\naction F "Keep wards clean"\naction G "B"\n'),
        ),
      ),
      asAt: '2018-07-01',
      settings: everyCheck,
    }).map(({ place, message }) => `${place.unit.file.path}: ${message}`);

  it('flags the copy once, at its first line, and not the original', () => {
    assert.deepEqual(flags('plan.plan', 'plan-LAPTOP123.plan'), [
      'plan-LAPTOP123.plan: By its name this file is a copy of plan.plan: such names are given by OneDrive or SharePoint, when two people had it open.',
    ]);
  });

  it('says nothing of a name that may be meant where no original is there', () => {
    assert.deepEqual(flags('other.plan', 'plan-LAPTOP123.plan', 'plan (1).plan'), []);
  });

  it('follows the project: the flag comes with the original and goes with it', () => {
    const copy = new PlanFile('plan (1).plan', 'action F "Keep wards clean"\n');
    const plan = new Plan([copy]);
    const judgement = new Judgement([syncConflictCopy], {
      plan,
      asAt: '2018-07-01',
      settings: everyCheck,
    });
    assert.equal(judgement.flags.length, 0);
    judgement.update(
      plan.setFiles([copy, new PlanFile('plan.plan', 'action F "Keep wards clean"\n')]),
    );
    assert.equal(judgement.flags.length, 1);
    judgement.update(plan.setFiles([copy]));
    assert.equal(judgement.flags.length, 0);
  });
});
