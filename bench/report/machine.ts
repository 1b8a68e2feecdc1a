import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { inBytes } from './numbers.ts';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  /** The average load before and after: others at work on the machine make everything slower. */
  readonly load: { readonly before: number; readonly after: number };
}

/** How much is being done on the machine. */
export const loadNow = (): number => loadavg()[0] ?? 0;

/** @param before the load when the run began */
export const thisMachine = (before: number): Machine => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memory: totalmem(),
  system: `${platform()} ${release()}`,
  node: process.versions.node,
  load: { before, after: loadNow() },
});

export const machineInWords = ({ processor, cores, memory, system, node, load }: Machine): string =>
  `Measured on ${system}, ${processor}, ${cores} cores, ${inBytes(memory)} of memory, Node ${node}; average load ${load.before.toFixed(1)} before and ${load.after.toFixed(1)} after.`;
