import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { CheckOutput } from './flags.ts';
import { ok } from './assert.ts';

/** Runs the built command line as a process of its own, on a Node that is not VS Code's. */
function mustdo(...args: string[]): string {
  const { MUSTDO_TEST_NODE: node = '', MUSTDO_TEST_REPOSITORY: root = '' } = process.env;
  const bin = join(root, 'server/bin/mustdo.js');
  const { stdout, stderr, status, error } = spawnSync(node, [bin, ...args], { encoding: 'utf8' });
  ok(status === 0 || status === 1, `mustdo ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}

export const mustdoCheck = (...args: string[]): CheckOutput =>
  JSON.parse(mustdo('check', ...args, '--format', 'json')) as CheckOutput;
