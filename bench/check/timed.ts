import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { outputFolder } from '../lsp/written.ts';

/** How one run of a command ended. */
export interface Run {
  /** From before the process was started to after it had ended and its output was closed. */
  readonly milliseconds: number;
  /** Undefined when it was stopped because it took too long. */
  readonly code: number | undefined;
  /** The end of what it printed, on either stream. */
  readonly output: string;
}

/** The most of an output that is kept: where a mistake was found stands near its end. */
const mostOutput = 1_000_000;

/** Runs Node with some arguments in a folder, and stops it after so many milliseconds. */
export function timed(folder: string, args: readonly string[], limit: number): Promise<Run> {
  const { promise, resolve, reject } = Promise.withResolvers<Run>();
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    // None asks the network for anything, nor draws in colours.
    env: { ...process.env, NO_COLOR: '1', CI: '1' },
  });
  let output = '';
  let isLate = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output = (output + text).slice(-mostOutput);
    });
  }
  const timer = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, limit);
  child.on('error', reject);
  child.on('close', (code) => {
    clearTimeout(timer);
    const milliseconds = performance.now() - started;
    resolve({ milliseconds, code: isLate ? undefined : (code ?? -1), output });
  });
  return promise;
}

const preload = new URL('peak.mjs', import.meta.url).href;

/** What the system counted of one run, for the process with all its threads. */
export interface Spent {
  /** The most resident memory it had, in bytes. */
  readonly peak: number;
  /** Milliseconds of processor time, which a busy machine makes longer too, but by less. */
  readonly processor: number;
}

/**
 * What a run takes: a run of its own, so that asking costs the others nothing.
 * @returns undefined when it was stopped, or did not come to its end
 */
export async function spentBy(
  folder: string,
  args: readonly string[],
  limit: number,
): Promise<Spent | undefined> {
  const file = join(outputFolder, `spent-${process.pid}`);
  rmSync(file, { force: true });
  await timed(folder, ['--import', `${preload}?${encodeURIComponent(file)}`, ...args], limit);
  try {
    const { maxRSS, processor } = JSON.parse(readFileSync(file, 'utf8')) as {
      maxRSS: number;
      processor: number;
    };
    return { peak: maxRSS * 1024, processor: processor / 1000 };
  } catch {
    return undefined;
  } finally {
    rmSync(file, { force: true });
  }
}
