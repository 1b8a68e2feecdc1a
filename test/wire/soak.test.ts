import assert from 'node:assert/strict';
import { soak } from '../soak/editing.ts';

it('four hundred edits all over the samples leave no more in memory than a fifth above the beginning', async () => {
  const { opened, edited } = await soak(400, 1);
  assert.ok(edited <= opened * 1.2, `${String(opened)} bytes became ${String(edited)}`);
}).timeout(60_000);
