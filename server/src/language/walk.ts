import type { AnySaid, Item, Value } from './items.ts';
import { kinds, type Kind, type PropertySpec } from './keywords/index.ts';
import { rowsOf, type NamedSlot } from './rows.ts';
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

/** A row of the keyword table as it is walked: its field, and those of its slots that are looked at. */
interface WalkedRow {
  readonly field: string;
  readonly property: PropertySpec;
  readonly slots: readonly NamedSlot[];
}

export type WalkedRows = ReadonlyMap<Kind, readonly WalkedRow[]>;

/** The rows of each kind that have slots of some kinds: every item of a plan is walked over, more than once. */
const rowsWith = (...wanted: readonly SlotKind[]): WalkedRows =>
  rowsWhere(({ kind }) => wanted.includes(kind));

function rowsWhere(isWanted: (slot: Slot<unknown>) => boolean): WalkedRows {
  const some = kinds.map((kind): [Kind, readonly WalkedRow[]] => [
    kind,
    rowsOf(kind)
      .all.map(({ field, property, slots }) => ({
        field,
        property,
        slots: slots.filter(({ slot }) => isWanted(slot)),
      }))
      .filter(({ slots }) => slots.length > 0),
  ]);
  return new Map(some);
}

const everything: WalkedRows = new Map(kinds.map((kind) => [kind, rowsOf(kind).all]));
const references = rowsWith('reference', 'references');
const levels = rowsWith('level');
const terms = rowsWith('term');
const dates = rowsWith('date');
const texts = rowsWith('text');

const referencesByKind = new Map<string, WalkedRows>();

/** The rows with references that may name a thing of a kind; any may name a source, before the id of something in it. */
export function referencesTo(kind: string): WalkedRows {
  if (kind === 'source') return references;
  let rows = referencesByKind.get(kind);
  if (rows === undefined) {
    rows = rowsWhere((slot) => isReference(slot) && slot.of.includes(kind));
    referencesByKind.set(kind, rows);
  }
  return rows;
}

const isReference = ({ kind }: Slot<unknown>): boolean =>
  kind === 'reference' || kind === 'references';

type Fields = Readonly<Record<string, AnySaid | readonly AnySaid[] | undefined>>;

/** The lines that stand under a field of an item: none, one or many. */
function linesUnder(item: Item, { field, property }: WalkedRow): readonly AnySaid[] {
  const said = (item as unknown as Fields)[field];
  if (said === undefined) return [];
  return property.many ? (said as readonly AnySaid[]) : [said as AnySaid];
}

/** Every line that an item says, by its field, in the table's order. */
export function* linesOf(
  item: Item,
): Generator<{ field: string; property: PropertySpec; said: AnySaid }> {
  for (const row of rowsOf(item.kind).all) {
    for (const said of linesUnder(item, row)) {
      yield { field: row.field, property: row.property, said };
    }
  }
}

function* walk(item: Item, rows: WalkedRows): Generator<SaidValue> {
  for (const row of rows.get(item.kind) ?? []) {
    for (const said of linesUnder(item, row)) {
      for (const { name, slot } of row.slots) {
        const value = said[name] as Value<unknown> | undefined;
        if (value === undefined) continue;
        yield { field: row.field, name, property: row.property, slot, said, value };
      }
    }
  }
}

/** Every value of an item's lines, without those of the blocks inside it. */
export const valuesOf = (item: Item): Generator<SaidValue> => walk(item, everything);

/** The words of scales that an item rates something with. */
export const levelsOf = (item: Item): Generator<SaidValue> => walk(item, levels);

/** The words of dated vocabularies that an item uses. */
export const termsOf = (item: Item): Generator<SaidValue> => walk(item, terms);

/** The dates that an item gives, also those that name no day. */
export const datesOf = (item: Item): Generator<SaidValue> => walk(item, dates);

/** The texts that an item says in its lines; its title is not among them. */
export const textsOf = (item: Item): Generator<SaidValue> => walk(item, texts);

/** Every reference that an item makes, without those of the blocks inside it. */
export function* referencesOf(
  item: Item,
): Generator<SaidValue & { readonly reference: Reference }> {
  for (const said of walk(item, references)) {
    const { value } = said.value;
    if (value === undefined) continue;
    if (said.slot.kind === 'reference') yield { ...said, reference: value as Reference };
    else for (const reference of value as readonly Reference[]) yield { ...said, reference };
  }
}

/**
 * Calls with every reference that an item makes and its field: the same walk, for those who do it to a whole plan.
 * @param rows those of {@link referencesTo} a kind, where no others are wanted
 */
export function visitReferences(
  item: Item,
  visit: (reference: Reference, field: string) => void,
  rows: WalkedRows = references,
): void {
  for (const row of rows.get(item.kind) ?? []) {
    for (const said of linesUnder(item, row)) {
      for (const { name, slot } of row.slots) {
        const { value } = (said[name] as Value<unknown> | undefined) ?? {};
        if (value === undefined) continue;
        if (slot.kind === 'reference') visit(value as Reference, row.field);
        else for (const one of value as readonly Reference[]) visit(one, row.field);
      }
    }
  }
}
