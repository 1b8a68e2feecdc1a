import type { AnySaid, Item, Value } from './items.ts';
import { camelCase } from './properties.ts';
import { blocks, type Kind, type PropertySpec } from './keywords/index.ts';
import type { Reference, Slot, SlotKind } from './slots.ts';

/** One value that an item says, with its row and its slot. */
export interface SaidValue {
  readonly field: string;
  readonly name: string;
  readonly property: PropertySpec;
  readonly slot: Slot<unknown>;
  readonly said: AnySaid;
  readonly value: Value<unknown>;
}

/** A row of the keyword table as it is walked: its field, and its slots by the names they fill. */
interface Row {
  readonly field: string;
  readonly property: PropertySpec;
  readonly slots: readonly NamedSlot[];
}

type NamedSlot = readonly [name: string, slot: Slot<unknown>];

const slotsOf = (property: PropertySpec): NamedSlot[] => [
  ...Object.entries<Slot<unknown>>(property.values),
  ...Object.entries<Slot<unknown>>(property.qualifiers).map(([keyword, slot]): NamedSlot => [
    camelCase(keyword),
    slot,
  ]),
];

/** The table as lists, worked out once: every item of a plan is walked over, more than once. */
const rows = new Map<Kind, readonly Row[]>();
for (const { kind, properties } of Object.values(blocks)) {
  const all = Object.entries<PropertySpec>(properties).map(([field, property]) => ({
    field,
    property,
    slots: slotsOf(property),
  }));
  rows.set(kind, all);
}

/** The rows of each kind that have slots of some kinds, with these slots alone. */
function rowsWith(...wanted: readonly SlotKind[]): ReadonlyMap<Kind, readonly Row[]> {
  const some = [...rows].map(([kind, all]): [Kind, readonly Row[]] => [
    kind,
    all
      .map((row) => ({ ...row, slots: row.slots.filter(([, slot]) => wanted.includes(slot.kind)) }))
      .filter(({ slots }) => slots.length > 0),
  ]);
  return new Map(some);
}

const references = rowsWith('reference', 'references');
const levels = rowsWith('level');
const terms = rowsWith('term');

type Fields = Readonly<Record<string, AnySaid | readonly AnySaid[] | undefined>>;

/** The lines that stand under a field of an item: none, one or many. */
function linesUnder(item: Item, field: string): readonly AnySaid[] {
  const said = (item as unknown as Fields)[field];
  if (said === undefined) return [];
  return Array.isArray(said) ? (said as readonly AnySaid[]) : [said as AnySaid];
}

/** Every line that an item says, by its field, in the table's order. */
export function* linesOf(
  item: Item,
): Generator<{ field: string; property: PropertySpec; said: AnySaid }> {
  for (const { field, property } of rows.get(item.kind) ?? []) {
    for (const said of linesUnder(item, field)) yield { field, property, said };
  }
}

/** Every value of an item's lines, without those of the blocks inside it. */
export const valuesOf = (item: Item): Generator<SaidValue> => valuesIn(item, rows.get(item.kind));

/** The words of scales that an item rates something with. */
export const levelsOf = (item: Item): Generator<SaidValue> => valuesIn(item, levels.get(item.kind));

/** The words of dated vocabularies that an item uses. */
export const termsOf = (item: Item): Generator<SaidValue> => valuesIn(item, terms.get(item.kind));

function* valuesIn(item: Item, of: readonly Row[] = []): Generator<SaidValue> {
  for (const { field, property, slots } of of) {
    for (const said of linesUnder(item, field)) {
      for (const [name, slot] of slots) {
        const value = said[name];
        if (value === undefined) continue;
        yield { field, name, property, slot, said, value: value as Value<unknown> };
      }
    }
  }
}

/** Every reference that an item makes, without those of the blocks inside it. */
export function* referencesOf(
  item: Item,
): Generator<SaidValue & { readonly reference: Reference }> {
  for (const said of valuesIn(item, references.get(item.kind))) {
    if (said.value.value === undefined) continue;
    if (said.slot.kind === 'reference') {
      yield { ...said, reference: said.value.value as Reference };
    } else {
      for (const reference of said.value.value as readonly Reference[])
        yield { ...said, reference };
    }
  }
}
