import { partyBranches } from './party-branches.ts';
import type { Tree } from './tree.ts';

/** Every committee with the actions it oversees, by deadline. */
export const committees: Tree = {
  groupings: ['name'],
  roots: (ask) =>
    partyBranches(ask, {
      kind: 'committee',
      icon: 'committee',
      nobody: 'No committee named',
      reference: ({ item }) => item.committee?.committee.value,
    }),
};
