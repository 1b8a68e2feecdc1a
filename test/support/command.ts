import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = join(root, 'server/bin/mustdo.js');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line as a process of its own, in the repository's folder unless told. */
export function mustdo(
  args: readonly string[],
  { cwd = root, env = {}, user }: { cwd?: string; env?: Record<string, string>; user?: User } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    ...user,
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 30_000,
  });
  return { code: status, out: stdout, err: stderr };
}

/**
 * Runs it where no file can be larger than 512 or 1024 bytes, as on a disk that is full: what is written to a pipe is
 * not counted. This holds for root too.
 */
export function mustdoOnFullDisk(args: readonly string[], cwd = root): Ran {
  const full = ['-c', 'ulimit -f 1 && exec "$@"', 'sh', process.execPath, bin, ...args];
  const { status, stdout, stderr } = spawnSync('sh', full, {
    cwd,
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { code: status, out: stdout, err: stderr };
}

type User = { readonly uid: number; readonly gid: number } | undefined;

/**
 * Does something while folders cannot be written to. Nothing is read-only to root: there the commands run as
 * somebody else.
 */
export function whileReadOnly(paths: readonly string[], act: (user: User) => void): void {
  const nobody = 65_534;
  const isRoot = process.getuid?.() === 0;
  for (const path of paths) chmodSync(path, 0o555);
  try {
    act(isRoot ? { uid: nobody, gid: nobody } : undefined);
  } finally {
    for (const path of paths) chmodSync(path, 0o755);
  }
}

/** A folder of files that is gone after the test. */
export class Folder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'mustdo-'));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array): void {
    const path = this.at(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  at(name: string): string {
    return join(this.path, name);
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
