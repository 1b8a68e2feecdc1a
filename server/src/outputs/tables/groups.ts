import type { Kind } from '../../language/keywords/index.ts';
import type { Reference } from '../../language/slots.ts';
import type { Position } from '../../plan/facts/position.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { naturalOrder } from '../../plan/words.ts';
import { nameOf, rowAbout, sameThing } from './items.ts';
import { text, type Cell, type Row } from './table.ts';

/** The actions of one owner or committee; `name` is undefined for those that name none. */
export interface Group {
  readonly name: string | undefined;
  readonly entity: Entity | undefined;
  readonly positions: Position[];
}

/**
 * Groups actions by what a reference of theirs names, however it is written; withdrawn ones are left out.
 * @returns the groups by name, that of the actions which name nothing last
 */
export function groupBy(
  plan: Plan,
  positions: readonly Position[],
  kind: Kind,
  referenceOf: (position: Position) => Reference | undefined,
): Group[] {
  const groups = new Map<Entity | string | undefined, Group>();
  for (const position of positions) {
    if (position.state === 'withdrawn') continue;
    const reference = referenceOf(position);
    const key = reference === undefined ? undefined : sameThing(plan, reference);
    const group = groups.get(key);
    if (group === undefined) {
      const name = reference === undefined ? undefined : nameOf(plan, reference);
      groups.set(key, { name, entity: plan.find(kind, reference), positions: [position] });
    } else group.positions.push(position);
  }
  return [...groups.values()].sort((a, b) => {
    if (a.name === undefined || b.name === undefined) return a.name === undefined ? 1 : -1;
    return naturalOrder(a.name, b.name) || naturalOrder(a.entity?.id ?? '', b.entity?.id ?? '');
  });
}

/** A row about a group, headed by its name; `nameless` heads the actions that name none. */
export function groupRow(
  plan: Plan,
  { name, entity }: Group,
  nameless: string,
  cells: readonly Cell[],
): Row {
  const about = entity === undefined ? { key: name ?? '' } : rowAbout(plan, entity, true);
  return { ...about, cells: [text(name ?? nameless), ...cells] };
}
