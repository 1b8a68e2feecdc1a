import { readdirSync, readFileSync } from 'node:fs';

/** Resident memory in bytes, of a process and those it started. */
export interface Memory {
  readonly now: number;
  readonly peak: number;
}

/** What Linux says of a process; undefined elsewhere, and once it has ended. */
export function memoryOf(pid: number): Memory | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = (key: string): number =>
      Number(new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0);
    let now = kilobytes('VmRSS') * 1024;
    let peak = kilobytes('VmHWM') * 1024;
    for (const child of childrenOf(pid)) {
      const memory = memoryOf(child);
      now += memory?.now ?? 0;
      peak += memory?.peak ?? 0;
    }
    return { now, peak };
  } catch {
    return undefined;
  }
}

const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`)
    .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' '))
    .filter((child) => child !== '')
    .map(Number);
