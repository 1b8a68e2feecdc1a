import { quoted } from '../../checks/shared/phrases.ts';
import type { IsoDate } from '../../language/dates.ts';
import { positionsOf } from '../../plan/facts/position.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { cellText } from './layout.ts';

/** Who is asked for a return, and of what. */

/** An SRO with open actions. */
export interface AskedSro {
  /** As the plan refers to them: an id, or a name in quotation marks. */
  readonly sro: string;
  /** As people know them: “Head of Nursing”. */
  readonly name: string;
  /** Their open actions, in the plan’s order. */
  readonly actions: readonly Entity<'action'>[];
}

/** Every SRO who has open actions at the as-at date, in the order in which the plan first names them. */
export function askedSros(plan: Plan, asAt: IsoDate): readonly AskedSro[] {
  const bySro = new Map<string, { name: string; actions: Entity<'action'>[] }>();
  for (const { action, owner } of openActions(plan, asAt)) {
    if (owner === undefined) continue;
    const { sro, name } = owner;
    const known = bySro.get(sro) ?? { name, actions: [] };
    known.actions.push(action);
    bySro.set(sro, known);
  }
  return [...bySro].map(([sro, rest]) => ({ sro, ...rest }));
}

/** Open actions that name no SRO, so that nobody is asked for them. */
export const actionsOfNobody = (plan: Plan, asAt: IsoDate): readonly Entity<'action'>[] =>
  openActions(plan, asAt).flatMap(({ action, owner }) => (owner === undefined ? [action] : []));

const openActions = (plan: Plan, asAt: IsoDate) =>
  positionsOf(plan, asAt)
    .filter(({ state }) => state === 'open')
    .map(({ action }) => ({ action, owner: ownerOf(plan, action) }));

/** Who answers for an action: as the plan refers to them, and as people know them. */
export function ownerOf(
  plan: Plan,
  { item }: Entity<'action'>,
): Pick<AskedSro, 'sro' | 'name'> | undefined {
  const reference = item.sro?.owner.value;
  if (reference === undefined) return undefined;
  const known = plan.find('sro', reference);
  if (known !== undefined)
    return { sro: known.id, name: cellText(known.item.title.value ?? known.id) };
  const { id, name = '' } = reference;
  return id === undefined
    ? { sro: quoted(cellText(name)), name: cellText(name) }
    : { sro: id, name: id };
}
