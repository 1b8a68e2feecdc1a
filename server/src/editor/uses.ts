import { blocks, kinds, type BlockSpec, type Kind } from '../language/keywords/index.ts';
import type { Reference, Slot } from '../language/slots.ts';
import type { PlanFile, Unit } from '../plan/file.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import { unitAt } from './places.ts';

/** Who may name what, by the plan's own indexes: no answer about one thing walks the whole plan. */

/** A row of the keyword table with a slot that names things of some kinds. */
interface NamingField {
  readonly kind: Kind;
  readonly field: string;
  readonly of: readonly string[];
}

const namingFields: readonly NamingField[] = kinds.flatMap((kind) =>
  Object.entries((blocks[kind] as BlockSpec).properties).flatMap(([field, property]) =>
    [...Object.values(property.values), ...Object.values(property.qualifiers)]
      .map((slot) => slot as Slot<unknown>)
      .filter((slot) => slot.kind === 'reference' || slot.kind === 'references')
      .map(({ of }) => ({ kind, field, of })),
  ),
);

/** By kind, the rows that may name one of it. */
const fieldsNaming: ReadonlyMap<string, readonly NamingField[]> = new Map(
  kinds.map((named) => [named, namingFields.filter(({ of }) => of.includes(named))]),
);

/** The items that refer to an item, each once, those of a kind together. */
function referrersOf(plan: Plan, wanted: Entity): readonly Entity[] {
  const rows = fieldsNaming.get(wanted.kind) ?? [];
  return [
    ...new Set<Entity>(rows.flatMap(({ kind, field }) => plan.referring(wanted, kind, field))),
  ];
}

/**
 * The items among which all are that name an item, clearly or not; most of them do. What is unclear, or
 * stands before a colon, is in no index: there the text is searched.
 */
export function candidatesFor(plan: Plan, wanted: Entity): readonly Entity[] {
  if (sharesName(plan, wanted)) return kinds.flatMap((kind) => plan.all(kind) as readonly Entity[]);
  const found = new Set(referrersOf(plan, wanted));
  const { kind, id, parent } = wanted;
  const hasTwins = plan.withId(kind, id).some((other) => other.parent !== parent);
  if (hasTwins || kind === 'source' || kind === 'plan') {
    for (const unit of unitsWith(plan.files, id)) {
      for (const entity of entitiesIn(plan, unit)) found.add(entity);
    }
  }
  if (kind === 'service') for (const table of plan.all('ratings')) found.add(table);
  return inOrder(plan, [...found]);
}

/** Whether one of an item's names in quotes may mean another thing as well. */
function sharesName(plan: Plan, { kind, item }: Entity): boolean {
  const names = [item.title.value, ...item.also.map(({ name }) => name.value)];
  if ('ref' in item) names.push(item.ref?.printed.value);
  return names.some(
    (name) =>
      name !== undefined &&
      (fieldsNaming.get(kind) ?? []).some(
        ({ of }) => plan.resolve(quoted(of, name)).state === 'ambiguous',
      ),
  );
}

const quoted = (of: readonly string[], name: string): Reference => ({
  kinds: of,
  name,
  notInPlan: false,
  span: { start: 0, end: 0 },
});

/** By kind, then by file, then as they stand in it. */
function inOrder(plan: Plan, entities: Entity[]): readonly Entity[] {
  const fileAt = new Map(plan.files.map(({ path }, index) => [path, index]));
  const place = ({ kind, unit }: Entity): number =>
    kinds.indexOf(kind) * fileAt.size + (fileAt.get(unit.file.path) ?? 0);
  return entities.sort(
    (a, b) =>
      place(a) - place(b) || a.unit.start + a.item.span.start - (b.unit.start + b.item.span.start),
  );
}

/** The units whose text has a word somewhere: a search that reads nothing. */
export function* unitsWith(files: readonly PlanFile[], word: string): Generator<Unit> {
  for (const file of files) {
    let at = file.text.indexOf(word);
    while (at >= 0) {
      const unit = unitAt(file, at);
      if (unit === undefined) break;
      yield unit;
      at = file.text.indexOf(word, Math.max(unit.start + unit.text.length, at + 1));
    }
  }
}

/** The items of a unit, those inside others after them. */
export function entitiesIn(plan: Plan, unit: Unit): readonly Entity[] {
  const entities: Entity[] = [];
  const add = (items: Unit['reading']['items']): void => {
    for (const item of items) {
      const same: readonly Entity[] = plan.withId(item.kind, item.id);
      const own = same.find((entity) => entity.item === item && entity.unit === unit);
      if (own !== undefined) entities.push(own);
      add(item.children);
    }
  };
  add(unit.reading.items);
  return entities;
}

/** The requirements of a source, in the order of its text. */
export const requirementsIn = (plan: Plan, source: Entity<'source'>): Entity<'requirement'>[] =>
  source.item.children.flatMap((child) =>
    plan
      .withId('requirement', child.id)
      .filter(({ item, parent }) => item === child && parent === source),
  );
