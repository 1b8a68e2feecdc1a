import type { Value } from '../../language/items.ts';
import type { Kind } from '../../language/keywords/index.ts';
import type { Reference } from '../../language/slots.ts';
import { KeptCounts } from '../../plan/kept-counts.ts';
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

/** What the short names of directorates and committees in a table stand for; each table keeps its own. */
export class ActionsNotes {
  readonly #named = new KeptCounts<Plan, Action>((plan, { item }) => [
    ...named(plan, 'directorate', item.directorate?.directorate.value),
    ...named(plan, 'committee', item.committee?.committee.value),
  ]);

  of(plan: Plan, actions: readonly Action[]): string[] {
    const entities = [...this.#named.of(plan, actions, '').keys()].map((word) => {
      const [kind, id] = word.split(' ') as [Kind, string];
      return plan.withId(kind, id)[0];
    });
    return shortNamesNote(entities);
  }
}

/** The kind and the id of what a reference names. */
function named(plan: Plan, kind: Kind, reference: Reference | undefined): string[] {
  const entity = plan.find(kind, reference);
  return entity === undefined ? [] : [`${kind} ${entity.id}`];
}
