import type { Value } from '../../language/items.ts';
import type { Kind } from '../../language/keywords/index.ts';
import type { Reference } from '../../language/slots.ts';
import type { Place } from '../../plan/flag.ts';
import type { Entity, Plan } from '../../plan/plan.ts';
import { naturalOrder } from '../../plan/words.ts';
import { missingInWords, textCell } from './values.ts';
import { absent, text, type Cell, type ItemCell, type ItemKey, type Row } from './table.ts';

/** Items of a plan as cells and rows of tables. */

/** Where an item's first line stands. */
export const placeOf = ({ unit, item }: Entity): Place => ({ unit, span: item.headerSpan });

/** Which item it is; a requirement's id holds its source's. */
export const keyOf = ({ kind, id, parent }: Entity): ItemKey => ({
  kind,
  id: parent === undefined ? id : `${parent.id}:${id}`,
});

/** The key, the place and, for the item's own row, the anchor of a row about it. */
export function rowAbout(
  plan: Plan,
  entity: Entity,
  own = false,
): Pick<Row, 'key' | 'place' | 'anchor'> {
  const { kind, id } = keyOf(entity);
  const sameId = plan
    .withId(entity.kind, entity.id)
    .filter((other) => other.parent?.id === entity.parent?.id);
  const nth = sameId.indexOf(entity);
  return {
    key: `${kind}-${id}${nth > 0 ? `:${String(nth + 1)}` : ''}`,
    place: placeOf(entity),
    anchor: own && nth === 0 ? { kind, id } : undefined,
  };
}

/** An item by its id. A requirement is named with its source where another source has the same id. */
export function itemCell(plan: Plan, entity: Entity): ItemCell {
  const shared =
    entity.kind === 'requirement' &&
    plan.withId('requirement', entity.id).some((other) => other.parent?.id !== entity.parent?.id);
  const key = keyOf(entity);
  return { type: 'item', ...key, label: shared ? key.id : entity.id };
}

/** An item by its short name, which is its id, with the name that it is short for. */
export const shortCell = (plan: Plan, entity: Entity): ItemCell => ({
  ...itemCell(plan, entity),
  name: entity.item.title.value,
});

/** An item by its full name. */
export const namedCell = (plan: Plan, entity: Entity): ItemCell => ({
  ...itemCell(plan, entity),
  label: entity.item.title.value ?? entity.id,
});

export const titleCell = ({ item }: Entity): Cell => textCell(item.title, '');

/** A reference by the short or the full name of what it names; `otherwise` where there is none. */
export function referenceCell(
  plan: Plan,
  kind: Kind,
  value: Value<Reference> | undefined,
  show: typeof shortCell,
  otherwise: string,
): Cell {
  if (value === undefined) return absent(otherwise);
  if (value.value === undefined) return absent(missingInWords(value), value.given);
  const entity = plan.find(kind, value.value);
  return entity === undefined ? text(nameOf(plan, value.value)) : show(plan, entity);
}

/** What a reference names, in words for people: “the trust”, “NHS Improvement”, “Chief Executive”. */
export function nameOf(plan: Plan, reference: Reference): string {
  const resolution = plan.resolve(reference);
  if (resolution.state === 'found') return resolution.entity.item.title.value ?? reference.id ?? '';
  if (resolution.state === 'body') return resolution.body.title;
  if (resolution.state === 'undeclared') return resolution.name;
  if (reference.id === 'trust') return 'the trust';
  const id = reference.source === undefined ? '' : `${reference.source}:`;
  const name = reference.name ?? id + (reference.id ?? '');
  return reference.notInPlan ? `${name}, not in this plan` : name;
}

/** A risk by its number and its name, and where it stands with which score: “R-114, Supervision (Corporate risk register, score 12)”. */
export function riskInWords(plan: Plan, reference: Reference): string {
  const risk = plan.find('risk', reference);
  if (risk === undefined) return nameOf(plan, reference);
  const { title, register, score } = risk.item;
  const written = score?.score.value?.written;
  const details = [register?.name.value, written === undefined ? undefined : `score ${written}`];
  const known = details.filter((detail) => detail !== undefined).join(', ');
  const name = title.value === undefined ? risk.id : `${risk.id}, ${title.value}`;
  return known === '' ? name : `${name} (${known})`;
}

/** One key for all references to the same thing, however they are written. */
export function sameThing(plan: Plan, reference: Reference): Entity | string {
  const resolution = plan.resolve(reference);
  return resolution.state === 'found' ? resolution.entity : nameOf(plan, reference).toLowerCase();
}

/** A note that spells short names out, or none when none is short for anything. */
export function shortNamesNote(entities: readonly (Entity | undefined)[]): string[] {
  const names = new Map<string, string>();
  for (const entity of entities) {
    const name = entity?.item.title.value;
    if (entity !== undefined && name !== undefined && name !== entity.id)
      names.set(entity.id, name);
  }
  if (names.size === 0) return [];
  const inOrder = [...names].sort(([a], [b]) => naturalOrder(a, b));
  return [`Short names: ${inOrder.map(([id, name]) => `${id}, ${name}`).join('; ')}.`];
}
