import type { Kind } from '../../language/keywords/index.ts';
import type { Reference } from '../../language/slots.ts';
import { isLive, stateOf } from '../../plan/facts/progress.ts';
import type { Entity } from '../../plan/plan.ts';
import type { Ask } from '../ask.ts';
import { byName, byParty, keyOfParty, partyOf, placeOfParty } from './parties.ts';
import { actionBranch, byDeadline, loadInWords } from './standing.ts';
import { rowOf } from './row.ts';
import type { Branch, NodeIcon } from './tree.ts';

type Action = Entity<'action'>;

/** What a tree of parties is about. */
interface Named {
  readonly kind: Kind;
  readonly icon: NodeIcon;
  readonly nobody: string;
  readonly reference: (action: Action) => Reference | undefined;
}

/** Every SRO or committee with its actions; those that no action names too. */
export function partyBranches(ask: Ask, { kind, icon, nobody, reference }: Named): Branch[] {
  const { plan, asAt } = ask;
  const live = plan.all('action').filter((action) => isLive(stateOf(plan, action, asAt)));
  const groups = byParty(live, (action) => partyOf(plan, reference(action)));
  const known = new Set(groups.map(({ party }) => party.entity));
  const idle = (plan.all(kind) as readonly Entity[]).filter((entity) => !known.has(entity));
  const all = [
    ...groups,
    ...idle.map((entity) => ({
      party: { name: entity.item.title.value ?? entity.id, entity },
      things: [] as Action[],
    })),
  ].sort((a, b) => byName(a.party, b.party));
  return all.map(({ party, things }) => {
    const label = party.name ?? nobody;
    const description = loadInWords(ask, things);
    return {
      key: keyOfParty(party),
      label,
      description,
      tooltip: `${label}\n${description}`,
      icon: party.name === undefined ? 'nobody' : icon,
      context: party.entity === undefined ? 'group' : 'thing',
      ...placeOfParty(ask, party),
      row: rowOf(label, ...description.split(', ')),
      below:
        things.length === 0
          ? undefined
          : () => byDeadline(ask, things).map((action) => actionBranch(ask, action)),
    };
  });
}
