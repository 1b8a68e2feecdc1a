// Mocha's build for browsers declares itself a global.
import 'mocha/mocha.js';
import { mochaHooks, secondGo } from '../../support/second-go.ts';

declare const mocha: BrowserMocha;

/** Runs the tests that `load` declares; rejects when one of them fails. */
export async function runMocha(load: () => Promise<void>): Promise<void> {
  mocha.setup({
    ui: 'bdd',
    timeout: 40_000,
    slow: 2_000,
    color: false,
    rootHooks: mochaHooks,
    ...secondGo,
  });
  mocha.reporter('spec');
  mocha.grep(grep);
  await load();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the tests failed.`);
}
