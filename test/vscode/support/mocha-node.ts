import Mocha from 'mocha';
import { mochaHooks, secondGo } from '../../support/second-go.ts';

/** Runs the tests that `load` declares; rejects when one of them fails. */
export async function runMocha(load: () => Promise<void>): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 40_000,
    slow: 2_000,
    color: false,
    rootHooks: mochaHooks,
    ...secondGo,
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  mocha.grep(grep);
  await load();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the tests failed.`);
}
