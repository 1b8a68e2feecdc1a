import Mocha from 'mocha';

/** Runs the tests that `load` declares; rejects when one of them fails. */
export async function runMocha(load: () => Promise<void>): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 40_000, slow: 2_000, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  mocha.grep(grep);
  await load();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the tests failed.`);
}
