import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import type { Check } from '../../../server/src/checks/check.ts';
import { everyCheck } from '../../../server/src/checks/settings.ts';
import { runChecks } from '../../../server/src/checks/run.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { Plan } from '../../../server/src/plan/plan.ts';
import { readMarked } from '../../support/carets.ts';

// The check that CONTRIBUTING.md walks through is one that works.

const guide = readFileSync(new URL('../../../CONTRIBUTING.md', import.meta.url), 'utf8');
const itsFolder = new URL('../../../server/src/checks/status/', import.meta.url);

/** The check of the guide, as if it stood where the guide puts it. */
async function checkOfGuide(): Promise<Check> {
  const source = /^```ts\n([\s\S]*?)^```$/m.exec(guide)?.[1] ?? '';
  const { code } = transformSync(source, { loader: 'ts' });
  const placed = code.replaceAll(
    /from "(\.[^"]+)"/g,
    (_, path: string) => `from "${new URL(path, itsFolder).href}"`,
  );
  const module = (await import(`data:text/javascript,${encodeURIComponent(placed)}`)) as Record<
    string,
    Check
  >;
  const [check] = Object.values(module);
  assert.ok(check, 'the guide has a check');
  return check;
}

describe('CONTRIBUTING.md', () => {
  it('walks through a check whose examples hold', async () => {
    const check = await checkOfGuide();
    for (const example of [...check.examples.flagged, ...check.examples.clean]) {
      const { plan, expected } = readMarked(example.plan);
      const flags = runChecks([check], {
        plan: new Plan([new PlanFile('example.plan', plan)]),
        asAt: '2018-07-01',
        settings: everyCheck,
      });
      assert.deepEqual(
        flags.map(({ message }) => message),
        expected.map(({ message }) => message),
      );
    }
    assert.ok(guide.includes(`server/src/checks/status/${check.id}.ts`));
  });
});
