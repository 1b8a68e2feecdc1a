import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { Folder } from './command.ts';

/** Runs git in a folder. */
export function git(folder: Folder, ...args: string[]): void {
  run(folder, args);
}

/** Commits all that is in a folder, on a day: at noon in England, unless a moment is given. */
export function commit(folder: Folder, day: string, message = 'Plans'): void {
  const moment = day.includes('T') ? day : `${day}T12:00:00+00:00`;
  run(folder, ['add', '-A']);
  run(folder, ['commit', '-qm', message], { GIT_AUTHOR_DATE: moment, GIT_COMMITTER_DATE: moment });
}

/** A project in a folder of a repository, with one commit. */
export function committed(
  files: Readonly<Record<string, string | Uint8Array>>,
  day = '2018-05-01',
): Folder {
  const folder = new Folder(files);
  git(folder, 'init', '-q');
  commit(folder, day);
  return folder;
}

function run(folder: Folder, args: readonly string[], env: Record<string, string> = {}): void {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  const { status, stderr } = spawnSync('git', [...identity, ...args], {
    cwd: folder.path,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  assert.equal(status, 0, stderr);
}
