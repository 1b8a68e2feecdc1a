// Programs that the tests run and that npm cannot install: where they are, and how to get them.
import { spawnSync } from 'node:child_process';

/**
 * Sees to it that a program is there: installs it on Debian and Ubuntu, for root; says what to do elsewhere.
 * @param {{ find: () => string | undefined, what: string, packages: string[], otherwise: string }} program
 */
export function ensure({ find, what, packages, otherwise }) {
  if (find() === undefined && process.platform === 'linux' && process.getuid?.() === 0) {
    console.error(`Installing ${what} (apt-get) …`);
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', ...packages);
  }
  if (find() !== undefined) return;
  console.error(otherwise);
  process.exitCode = 1;
}

/** @param {string[]} step */
function aptGet(...step) {
  const { status, stderr } = spawnSync('apt-get', ['-qq', ...step], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) console.error(stderr);
}
