import type { IsoDate } from '../../language/dates.ts';
import type { ItemOf } from '../../language/items.ts';
import { ItemFact } from '../fact.ts';
import type { Entity, Plan } from '../plan.ts';
import { progressMeanings, type ProgressMeaning } from '../vocabularies.ts';
import { knownAt, latestKnown } from './history.ts';
import { levelIn, type LevelInPlan } from './scales.ts';

/** How far an action is: the SRO's own word, and the state that the records show. */

/**
 * The states of an action, each more than the one before: complete is claimed, evidenced has something
 * to show, closed is signed off, sustained was checked again.
 */
export type State = 'open' | 'complete' | 'evidenced' | 'closed' | 'sustained' | 'withdrawn';

/** Every state with its word for people and its tone, in ladder order. */
export const states: Readonly<
  Record<State, { readonly title: string; readonly tone: ProgressMeaning['tone'] }>
> = {
  open: { title: 'Open', tone: 'none' },
  complete: { title: 'Complete, not evidenced', tone: 'info' },
  evidenced: { title: 'Evidenced', tone: 'info' },
  closed: { title: 'Closed', tone: 'good' },
  sustained: { title: 'Sustained', tone: 'good' },
  withdrawn: { title: 'Withdrawn', tone: 'none' },
};

type Update = ItemOf<'action'>['updates'][number];

/** The SRO's latest word known at the as-at date: the update that gave it, and what its level means. */
export function progressOf(
  plan: Plan,
  action: Entity<'action'>,
  asAt: IsoDate,
): { readonly update: Update; readonly level: LevelInPlan<ProgressMeaning> } | undefined {
  const rated = action.item.updates.filter((update) => update.level.value !== undefined);
  const update = latestKnown(rated, (record) => record.on, asAt);
  const level = update?.level.value;
  if (update === undefined || level === undefined) return undefined;
  return { update, level: levelIn(plan, level, progressMeanings) };
}

const rank: readonly State[] = ['open', 'complete', 'evidenced', 'closed', 'sustained'];

const actionStates = new ItemFact<Plan, Entity<'action'>, State>((plan, action, asAt) => {
  const { item } = action;
  if (item.withdrawn !== undefined && knownAt(item.withdrawn.on, asAt)) return 'withdrawn';
  const word = progressOf(plan, action, asAt);
  const reopened = latestKnown(item.reopened, (record) => record.on, asAt);
  const since = reopened?.on.value?.first ?? '';
  const counts = (record: Dated) =>
    knownAt(record.on, asAt) && (reopened === undefined || (record.on?.value?.first ?? '') > since);
  if (item.sustained.some(counts)) return 'sustained';
  if (item.closed.some(counts)) return 'closed';
  const claimed =
    item.completed.some(counts) ||
    (word !== undefined && counts(word.update) && saysDelivered(word.level.meaning));
  if (!claimed) return 'open';
  return evidenceOf(action, asAt).some(counts) ? 'evidenced' : 'complete';
});

/** The state of an action at the as-at date, from its records and, as a claim, the SRO's latest word. */
export const stateOf = (plan: Plan, action: Entity<'action'>, asAt: IsoDate): State =>
  actionStates.of(plan, action, asAt);

type Dated = Pick<ItemOf<'action'>['evidence'][number], 'on'>;

const saysDelivered = (meaning: ProgressMeaning | undefined): boolean =>
  meaning?.delivered === true;

/** The evidence on record at the as-at date; an item that is typed missing is none. */
export const evidenceOf = (action: Entity<'action'>, asAt: IsoDate): ItemOf<'action'>['evidence'] =>
  action.item.evidence.filter(
    (record) => record.text.value !== undefined && knownAt(record.on, asAt),
  );

/** Whether nothing more is to be done on an action in this state. */
export const isDelivered = (state: State): boolean => rank.indexOf(state) > 0;

/** Whether an action in this state still counts as an answer to its requirements. */
export const isLive = (state: State): boolean => state !== 'withdrawn';
