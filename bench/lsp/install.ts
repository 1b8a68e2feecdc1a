import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { installedVersion, peersFolder } from './servers.ts';

/** What a benchmark compares with; ours is in no package. */
export interface Peer {
  readonly id: string;
  readonly packageName?: string;
}

/**
 * Installs the peers by their lock file, where the versions it names are not there yet.
 * @returns for each that cannot be started, why
 */
export function installPeers(wanted: readonly Peer[]): ReadonlyMap<string, string> {
  const { dependencies } = JSON.parse(readFileSync(`${peersFolder}/package.json`, 'utf8')) as {
    dependencies: Readonly<Record<string, string>>;
  };
  const absent = (): Peer[] =>
    wanted.filter(
      ({ packageName }) =>
        packageName !== undefined && installedVersion(packageName) !== dependencies[packageName],
    );
  if (absent().length === 0) return new Map();
  console.error('Installing what to compare with (npm ci in bench/peers) …');
  // None of their own scripts is run: what they come with is enough to start them.
  const { status, stderr } = spawnSync('npm ci --ignore-scripts --no-audit --no-fund', {
    shell: true,
    cwd: peersFolder,
    encoding: 'utf8',
  });
  const [reason = ''] = /^npm error .*$/m.exec(stderr) ?? [];
  if (status !== 0) console.error(`npm ended with ${status ?? 'no'} code. ${reason}`);
  return new Map(absent().map(({ id }) => [id, 'could not be installed']));
}
