import { readdirSync, readFileSync } from 'node:fs';

/**
 * The processor time that a process has taken so far, all its threads together, in milliseconds, as Linux counts
 * it; undefined elsewhere, and once it has ended. What others do on the machine does not count.
 */
export function processorTimeOf(pid: number): number | undefined {
  try {
    const tasks = `/proc/${pid}/task`;
    const nanoseconds = readdirSync(tasks).map((task) =>
      Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
    );
    return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
  } catch {
    return undefined;
  }
}
