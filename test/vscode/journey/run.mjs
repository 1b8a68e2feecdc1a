// Takes the journey, in the stand-in only: it is the one that can be driven from outside.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installHost } from '../host/install.mjs';
import { openHost } from '../host/session.mjs';
import { Bench } from './bench.mjs';
import { steps } from './steps.mjs';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const pictures = join(repository, 'output/screenshots');

/** Whether it went well. @param {import('../folder.mjs').Prepared} prepared */
export async function takeJourney({ opened, userData }) {
  installHost();
  mkdirSync(pictures, { recursive: true });
  const host = await openHost({
    folder: opened,
    developmentPaths: [repository],
    testsPath: undefined,
    web: false,
    trusted: true,
    onlyDeveloped: true,
    userData,
    extensions: undefined,
    toInstall: [],
  });
  const bench = new Bench(host.page, pictures);
  const plan = {
    path: (/** @type {string} */ name) => join(opened, name),
    late: (/** @type {string} */ asAt) => countLate(opened, asAt),
  };
  try {
    for (const [name, step] of Object.entries(steps)) {
      const start = Date.now();
      await step(bench, plan).catch(async (/** @type {unknown} */ error) => {
        await bench.picture('failed');
        console.log(`  ✘ ${name}`);
        throw error;
      });
      console.log(`  ✔ ${name} (${Date.now() - start}ms)`);
    }
    await host.end(0);
    return true;
  } catch (error) {
    await host.end(error instanceof Error ? error : new Error(String(error)));
    return false;
  }
}

/**
 * What the export calls late, and the must-dos that it has no answer to.
 * @param {string} folder @param {string} asAt
 */
function countLate(folder, asAt) {
  const { stdout } = spawnSync(
    process.execPath,
    ['server/bin/mustdo.js', 'export', folder, '--as-at', asAt],
    { cwd: repository, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  /** @type {unknown} */
  const exported = JSON.parse(stdout);
  const { actions, sources } = /** @type {Exported} */ (exported);
  const requirements = sources.flatMap((source) => source.requirements);
  return {
    overdue: actions.filter(({ position }) => position.daysLate > 0).length,
    unmapped: requirements.filter(
      ({ strength, answeredBy }) => strength === 'must' && answeredBy.length === 0,
    ).length,
  };
}

/**
 * @typedef {object} Exported
 * @property {{ position: { daysLate: number } }[]} actions
 * @property {{ requirements: { strength: string, answeredBy: string[] }[] }[]} sources
 */
