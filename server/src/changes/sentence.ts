import { count, sentence } from '../plan/words.ts';
import type { Change } from './change.ts';
import { comparedKinds, type Changes } from './index.ts';
import { changeKindOrder, changeKinds, type ChangeKind } from './kinds.ts';

/** What things of a kind are called where they are counted; actions go without saying. */
const nouns: Readonly<Record<(typeof comparedKinds)[number], readonly [string, string]>> = {
  action: ['action', 'actions'],
  requirement: ['requirement', 'requirements'],
  source: ['source', 'sources'],
  ratings: ['rating', 'ratings'],
  indicator: ['indicator', 'indicators'],
};

const tablesOfRatings = ['table of ratings', 'tables of ratings'] as const;

/**
 * What changed, in a sentence: “4 closed, 2 re-dated, 1 for the third time, 1 newly red, 1 removed without
 * explanation.” An item that changed in several ways is counted for each.
 */
export function changesInWords({ changes }: Changes): string {
  const parts = comparedKinds.flatMap((of) => {
    const own = changes.filter(({ item }) => item.kind === of);
    return changeKindOrder.flatMap((kind) => {
      const such = own.filter((change) => change.kind === kind);
      if (such.length === 0) return [];
      return [phrase(of, kind, such), ...(kind === 're-dated' ? timesOf(such) : [])];
    });
  });
  if (parts.length === 0) return 'Nothing has changed.';
  return `${parts.join(', ')}.`;
}

function phrase(
  of: (typeof comparedKinds)[number],
  kind: ChangeKind,
  changes: readonly Change[],
): string {
  // One text or one rating each; of an item with three of them, one item is counted.
  const amount = kind.startsWith('rating-')
    ? changes.length
    : new Set(changes.map(({ item }) => item)).size;
  const [one, more] = of === 'ratings' && !kind.startsWith('rating-') ? tablesOfRatings : nouns[of];
  if (kind === 'new') return count(amount, `new ${one}`, `new ${more}`);
  const words = kind === 'newly-red' ? newlyRed(changes) : changeKinds[kind].words;
  return of === 'action' ? count(amount, words, words) : `${count(amount, one, more)} ${words}`;
}

/** “Newly red” where that is the plan’s own word for it; else by what its word means. */
const newlyRed = (changes: readonly Change[]): string =>
  changes.every(isRed) ? changeKinds['newly-red'].words : 'newly off track';

const isRed = ({ after }: Change): boolean =>
  after?.of === 'progress' && after.position.progress?.level.word === 'red';

/** What a change is called in a table: “Re-dated, for the third time”, “Text changed: description”. */
export function changeTitle(change: Change): string {
  const { kind, part, time } = change;
  const title = kind === 'newly-red' ? sentence(newlyRed([change])) : changeKinds[kind].title;
  if (time !== undefined && time > 1) return `${title}, ${forTheTime(time)}`;
  return part === undefined ? title : `${title}: ${part}`;
}

/** How many of the new dates are the second, the third, … of their actions. */
function timesOf(changes: readonly Change[]): string[] {
  const amounts = new Map<number, number>();
  for (const { time = 1 } of changes) amounts.set(time, (amounts.get(time) ?? 0) + 1);
  return [...amounts]
    .filter(([time]) => time > 1)
    .sort(([a], [b]) => a - b)
    .map(([time, amount]) => `${String(amount)} ${forTheTime(time)}`);
}

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** “for the third time” */
const forTheTime = (time: number): string =>
  `for the ${ordinals[time - 1] ?? `${String(time)}${ending(time)}`} time`;

function ending(time: number): string {
  const isTeen = Math.floor(time / 10) % 10 === 1;
  return (isTeen ? undefined : ['th', 'st', 'nd', 'rd'][time % 10]) ?? 'th';
}
