// Shows what the product does: checks a real plan, then writes the page that a committee reads.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

mkdirSync(fileURLToPath(new URL('../output', import.meta.url)), { recursive: true });
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const plan = 'samples/lpt-cqc-2018';
const page = 'output/lpt-cqc-2018.html';

// Exit 1 means that the plan has flags, which a real plan has; only 2 means that the check failed.
if (mustdo('check', plan) > 1 || mustdo('preview', plan, '-o', page) > 1) {
  process.exitCode = 2;
} else {
  console.log(`\nThe preview of ${plan} is in ${page}: open it in a browser.`);
}

/** @param {string[]} args */
function mustdo(...args) {
  const { status } = spawnSync(process.execPath, ['server/bin/mustdo.js', ...args], {
    stdio: 'inherit',
  });
  return status ?? 2;
}
