import assert from 'node:assert/strict';
import { progressBar } from '../../../server/src/cli/terminal.ts';

/** How far a long run is, on a terminal. */

describe('a progress bar', () => {
  for (const [share, bar] of [
    [0, '[                    ] 0 %'],
    [0.4, '[########            ] 40 %'],
    [0.999, '[####################] 99 %'],
    [1, '[####################] 100 %'],
    [7, '[####################] 100 %'],
    [-1, '[                    ] 0 %'],
  ] as const)
    it(`of ${String(share)} is ${bar}`, () => assert.equal(progressBar(share), bar));
});
