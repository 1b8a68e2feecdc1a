import { hash } from '../hash.ts';
import type { Plan } from '../plan.ts';

/** Eight digits that are the same for the same text of a plan, and for nearly no other. */
export function revisionOf(plan: Plan): string {
  const files = plan.files.map(({ path, text }) => [path, text]);
  return hash(JSON.stringify(files.sort())).slice(0, 8);
}
