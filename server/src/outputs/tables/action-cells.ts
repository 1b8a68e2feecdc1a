import type { Value } from '../../language/items.ts';
import type { Reference } from '../../language/slots.ts';
import type { Position } from '../../plan/facts/position.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { itemCell, nameOf, namedCell, referenceCell, shortCell, shortNamesNote } from './items.ts';
import { absent, many, text, type Cell } from './table.ts';
import { missingInWords } from './values.ts';

/** Cells about one action that several tables have. */

type Action = Entity<'action'>;

export const directorateCell = (plan: Plan, { item }: Action): Cell =>
  referenceCell(plan, 'directorate', item.directorate?.directorate, shortCell, 'Not given');

export const ownerCell = (plan: Plan, { item }: Action | Entity<'requirement'>): Cell =>
  referenceCell(plan, 'sro', item.sro?.owner, namedCell, 'No SRO named');

export const committeeCell = (plan: Plan, { item }: Action): Cell =>
  referenceCell(plan, 'committee', item.committee?.committee, shortCell, 'None named');

/** The requirements it answers; those the plan does not list stand as they are written. */
export const answersCell = (plan: Plan, { item }: Action): Cell =>
  requirementsCell(plan, item.requirements?.requirements);

export function requirementsCell(plan: Plan, value: Value<readonly Reference[]> | undefined): Cell {
  if (value === undefined) return absent('No requirement');
  if (value.value === undefined) return absent(missingInWords(value), value.given);
  const cells = value.value.map((reference): Cell => {
    const requirement = plan.find('requirement', reference);
    return requirement === undefined ? text(nameOf(plan, reference)) : itemCell(plan, requirement);
  });
  return many('list', cells, absent('No requirement'));
}

/** What the short names of directorates and committees in a table stand for. */
export function actionsNotes(plan: Plan, positions: readonly Position[]): string[] {
  const named = new Map<string, Entity | undefined>();
  for (const { action } of positions) {
    const { directorate, committee } = action.item;
    const references = [
      ['directorate', directorate?.directorate.value],
      ['committee', committee?.committee.value],
    ] as const;
    for (const [kind, reference] of references) {
      if (reference === undefined) continue;
      const key = `${kind} ${reference.id ?? `"${reference.name ?? ''}`}`;
      if (!named.has(key)) named.set(key, plan.find(kind, reference));
    }
  }
  return shortNamesNote([...named.values()]);
}
