import assert from 'node:assert/strict';
import { mangle } from '../soak/mangling.ts';

it('eighty sessions with mangled bytes neither stop the server nor leave it busy', async () => {
  const { answered, found } = await mangle(80, 1);
  assert.deepEqual(found, []);
  assert.ok(answered > 50, `It answered after ${String(answered)} of them.`);
}).timeout(90_000);
