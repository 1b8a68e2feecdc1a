import type { Flag } from '../../plan/flag.ts';
import { hash } from '../../plan/hash.ts';
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
