import assert from 'node:assert/strict';
import { goldens, keptGoldens } from '../../support/goldens.ts';

const howTo = 'run npx node scripts/golden.mjs, then read git diff test/golden';

/** The papers of all samples are those that somebody has read. */
describe('the papers in test/golden', () => {
  let made: ReadonlyMap<string, string>;
  const kept = keptGoldens();

  before(async () => {
    made = await goldens();
  });

  it('are those that the samples give, no more and no fewer', () => {
    assert.deepEqual([...kept.keys()], [...made.keys()].sort(), howTo);
  });

  for (const [path, text] of kept) {
    it(`are unchanged: ${path}`, () => {
      assert.equal(made.get(path), text, howTo);
    });
  }
});
