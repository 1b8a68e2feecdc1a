import type { Flag } from '../../plan/flag.ts';
import type { CheckedProject } from './flag-report.ts';
import { itemPath } from '../../plan/flagged-item.ts';

/**
 * What tells a flag from all others and stays the same from run to run: project, check and item, and
 * of several such the first, the second, … Neither its line nor its words count, which change with
 * every edit above it and every day.
 */
export function fingerprints(project: CheckedProject): ReadonlyMap<Flag, string> {
  const seen = new Map<string, number>();
  return new Map(
    project.flags.map((flag) => {
      const key = JSON.stringify([project.folder, flag.check, itemPath(project.plan, flag)]);
      const number = (seen.get(key) ?? 0) + 1;
      seen.set(key, number);
      return [flag, `${hash(key)}:${String(number)}`];
    }),
  );
}

/** FNV-1a of 64 bits over UTF-8, in hexadecimal: short, and the same everywhere. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, '0');
}
