import type { AnySaid, Item, Value } from './items.ts';
import type { PropertySpec } from './keywords/index.ts';
import { rowsOf, type NamedSlot, type Row } from './rows.ts';
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

interface Line {
  readonly row: Row;
  readonly said: AnySaid;
}

function* rowsIn(item: Item): Generator<Line> {
  const fields = item as unknown as Readonly<
    Record<string, AnySaid | readonly AnySaid[] | undefined>
  >;
  for (const row of rowsOf(item.kind).all) {
    const said = fields[row.field];
    if (said === undefined) continue;
    if (!row.property.many) yield { row, said: said as AnySaid };
    else for (const line of said as readonly AnySaid[]) yield { row, said: line };
  }
}

/** Every line that an item says, by its field, in the table's order. */
export function* linesOf(
  item: Item,
): Generator<{ field: string; property: PropertySpec; said: AnySaid }> {
  for (const { row, said } of rowsIn(item)) {
    yield { field: row.field, property: row.property, said };
  }
}

function* valuesIn({ row, said }: Line, slots: readonly NamedSlot[]): Generator<SaidValue> {
  for (const { name, slot } of slots) {
    const value = said[name] as Value<unknown> | undefined;
    if (value === undefined) continue;
    yield { field: row.field, name, property: row.property, slot, said, value };
  }
}

/** Every value of an item's lines, without those of the blocks inside it. */
export function* valuesOf(item: Item): Generator<SaidValue> {
  for (const line of rowsIn(item)) yield* valuesIn(line, line.row.slots);
}

/** Every reference that an item makes, without those of the blocks inside it. */
export function* referencesOf(
  item: Item,
): Generator<SaidValue & { readonly reference: Reference }> {
  for (const line of rowsIn(item)) {
    for (const found of valuesIn(line, line.row.references)) {
      const { value } = found.value;
      if (value === undefined) continue;
      if (found.slot.kind === 'reference') {
        yield { ...found, reference: value as Reference };
      } else {
        for (const reference of value as readonly Reference[]) yield { ...found, reference };
      }
    }
  }
}
