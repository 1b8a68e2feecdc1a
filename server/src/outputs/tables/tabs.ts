import type { SectionId } from './index.ts';

/** One tab of the preview beside the text: parts of the paper that are read together. */
interface Tab {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly SectionId[];
  /** The kinds of items that have their own rows here: what refers to one leads to this tab. */
  readonly home: readonly string[];
  /** A sentence that stands here when the plan has nothing to show. */
  readonly whenEmpty: string;
}

/** Every tab, in its order. */
export const tabs = [
  {
    id: 'plan',
    title: 'Plan',
    sections: ['position', 'progress', 'burn-up', 'actions'],
    home: ['action'],
    whenEmpty: 'The plan has no actions yet.',
  },
  {
    id: 'must-dos',
    title: 'Must-dos',
    sections: ['coverage', 'undertakings'],
    home: ['requirement'],
    whenEmpty: 'The plan lists no requirements yet.',
  },
  {
    id: 'overdue',
    title: 'Overdue and at risk',
    sections: ['overdue', 'at-risk'],
    home: [],
    whenEmpty: 'The plan has no actions yet.',
  },
  {
    id: 'owners',
    title: 'Owners',
    sections: ['owners'],
    home: ['sro'],
    whenEmpty: 'The plan has no actions yet that somebody could own.',
  },
  {
    id: 'committees',
    title: 'Committees',
    sections: ['committees'],
    home: ['committee'],
    whenEmpty: 'The plan has no actions yet that a committee could oversee.',
  },
  {
    id: 'ratings',
    title: 'Ratings',
    sections: ['ratings'],
    home: [],
    whenEmpty: 'The plan has no ratings. A block “ratings” holds them.',
  },
  {
    id: 'trajectories',
    title: 'Trajectories',
    sections: ['trajectories'],
    home: ['indicator'],
    whenEmpty: 'The plan has no indicators. A block “indicator” holds the figures of one.',
  },
  {
    id: 'timeline',
    title: 'Timeline',
    sections: ['timeline'],
    home: [],
    whenEmpty: 'The plan has no actions yet with a deadline.',
  },
] as const satisfies readonly Tab[];

export type TabId = (typeof tabs)[number]['id'];

export const tabIds: readonly TabId[] = tabs.map(({ id }) => id);

/** The tab of that id. */
export function tabOf(id: TabId): Tab {
  const [first] = tabs;
  return tabs.find((tab) => tab.id === id) ?? first;
}
