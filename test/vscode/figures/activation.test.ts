import { mkdirSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { ok } from '../support/assert.ts';
import { extension } from '../support/editor.ts';

/**
 * How long the extension’s own code takes to be loaded and activated, by the clock of the extension host that does
 * it; and that nothing of it ran before. Started by scripts/figures.mjs, which prints what is found here.
 */
describe('the activation', () => {
  it('waits for a plan or a command, and then is measured', async () => {
    ok(!extension().isActive, 'the extension runs though there is no plan');
    // What was called for before has come and gone.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    ok(!extension().isActive, 'the extension runs though there is no plan');
    const own = watchOwnCode(join(extension().extensionPath, 'client/dist/node.cjs'));
    await extension().activate();
    ok(extension().isActive, 'the extension does not run');
    ok(own.length === 2, 'what was measured is not its loading and its activation');
    const folder = join(process.env.MUSTDO_TEST_REPOSITORY ?? '', 'output/figures');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'activation.json'), JSON.stringify(own));
  });
});

interface Taken {
  readonly what: 'loading' | 'activating';
  readonly milliseconds: number;
  /** Of the whole host, all its threads together. */
  readonly processor: number;
}

interface Loads {
  _load: (this: unknown, request: string, ...others: unknown[]) => unknown;
}

/**
 * Measures what the host calls of the extension, and nothing of what the host does around that: the loading of its
 * file, and the call of its `activate`.
 */
function watchOwnCode(file: string): Taken[] {
  const taken: Taken[] = [];
  const measured = <T>(what: Taken['what'], work: () => T): T => {
    const used = process.cpuUsage();
    const start = performance.now();
    const result = work();
    const milliseconds = performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    taken.push({ what, milliseconds, processor: (user + system) / 1000 });
    return result;
  };
  const loads = Module as unknown as Loads;
  const load = loads._load;
  loads._load = function (request, ...others) {
    if (request !== file) return load.call(this, request, ...others);
    loads._load = load;
    const loaded = measured('loading', () => load.call(this, request, ...others));
    const { activate } = loaded as { activate: (context: unknown) => unknown };
    return {
      activate: (context: unknown) => measured('activating', () => activate(context)),
    };
  };
  return taken;
}
