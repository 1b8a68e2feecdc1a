import { partyBranches } from './party-branches.ts';
import type { Tree } from './tree.ts';

/** Every SRO with the actions they answer for, by deadline. */
export const owners: Tree = {
  groupings: ['name'],
  roots: (ask) =>
    partyBranches(ask, {
      kind: 'sro',
      icon: 'owner',
      nobody: 'No SRO named',
      reference: ({ item }) => item.sro?.owner.value,
    }),
};
