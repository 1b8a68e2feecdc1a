import type { Flag } from '../../plan/flag.ts';
import { flaggedItem } from '../../plan/flagged-item.ts';
import type { Plan } from '../../plan/plan.ts';

/** An item by its keyword and id, within what it stands in: `action A2, step 1`. */
export function itemPath(plan: Plan, flag: Flag): string {
  const names: string[] = [];
  for (let entity = flaggedItem(plan, flag); entity !== undefined; entity = entity.parent) {
    names.unshift(`${entity.item.keyword} ${entity.id}`);
  }
  return names.length > 0 ? names.join(', ') : `${flag.subject.kind} ${flag.subject.id}`;
}
