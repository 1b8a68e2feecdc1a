import assert from 'node:assert/strict';
import { stalePages } from '../../../scripts/pages.mjs';

describe('docs/checks', () => {
  it('has a fresh page for every check and no other', () => {
    assert.deepEqual(stalePages(), [], 'run node scripts/pages.mjs');
  });
});
