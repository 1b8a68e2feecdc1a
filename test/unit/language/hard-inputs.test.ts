import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assertInvariants } from '../../fuzz/invariants.ts';

/** Texts that are easily misread, and those that `npm run fuzz` found: each is read again here. */

const folder = fileURLToPath(new URL('../../fuzz/found/', import.meta.url));

describe('a hard text is read', () => {
  for (const name of readdirSync(folder).sort()) {
    it(name, () => {
      assertInvariants(readFileSync(folder + name, 'utf8'));
    });
  }
});
