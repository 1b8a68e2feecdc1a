// Installs the dependencies when they are missing or no longer those of the lock file.
// Runs on any Node since 18, with nothing installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const record = 'node_modules/.mustdo-setup';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

if (recorded() !== wanted) {
  console.error('Installing the dependencies (npm ci), about half a minute …');
  // npm itself may run on an older Node than the project does: its warnings about that say nothing.
  const { status } = spawnSync('npm ci --no-audit --no-fund --loglevel=error', {
    shell: true,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (status === 0) writeFileSync(record, wanted);
  else process.exitCode = status ?? 1;
}

function recorded() {
  try {
    return readFileSync(record, 'utf8');
  } catch {
    return undefined;
  }
}
