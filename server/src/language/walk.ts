import type { AnySaid, Item, Value } from './items.ts';
import { camelCase } from './properties.ts';
import { blocks, type PropertySpec } from './keywords/index.ts';
import type { Reference, Slot } from './slots.ts';

/** One value that an item says, with its row and its slot. */
export interface SaidValue {
  readonly field: string;
  readonly name: string;
  readonly property: PropertySpec;
  readonly slot: Slot<unknown>;
  readonly said: AnySaid;
  readonly value: Value<unknown>;
}

/** Every line that an item says, by its field, in the table's order. */
export function* linesOf(
  item: Item,
): Generator<{ field: string; property: PropertySpec; said: AnySaid }> {
  const fields = item as unknown as Readonly<
    Record<string, AnySaid | readonly AnySaid[] | undefined>
  >;
  for (const [field, property] of Object.entries<PropertySpec>(blocks[item.kind].properties)) {
    const said = fields[field];
    if (said === undefined) continue;
    for (const line of Array.isArray(said) ? (said as readonly AnySaid[]) : [said as AnySaid]) {
      yield { field, property, said: line };
    }
  }
}

/** Every value of an item's lines, without those of the blocks inside it. */
export function* valuesOf(item: Item): Generator<SaidValue> {
  for (const { field, property, said } of linesOf(item)) {
    const slots = [
      ...Object.entries<Slot<unknown>>(property.values),
      ...Object.entries<Slot<unknown>>(property.qualifiers).map(
        ([keyword, slot]): [string, Slot<unknown>] => [camelCase(keyword), slot],
      ),
    ];
    for (const [name, slot] of slots) {
      const value = said[name];
      if (value === undefined) continue;
      yield { field, name, property, slot, said, value: value as Value<unknown> };
    }
  }
}

/** Every reference that an item makes, without those of the blocks inside it. */
export function* referencesOf(
  item: Item,
): Generator<SaidValue & { readonly reference: Reference }> {
  for (const said of valuesOf(item)) {
    if (said.value.value === undefined) continue;
    if (said.slot.kind === 'reference') {
      yield { ...said, reference: said.value.value as Reference };
    } else if (said.slot.kind === 'references') {
      for (const reference of said.value.value as readonly Reference[])
        yield { ...said, reference };
    }
  }
}
