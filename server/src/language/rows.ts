import {
  blocks,
  camelCase,
  type BlockSpec,
  type Kind,
  type PropertySpec,
} from './keywords/index.ts';
import { lineClass, type Line } from './lines.ts';
import type { Slot } from './slots.ts';

/**
 * The keyword table as reading needs it: each row by its keyword, with its slots in order. A plan has
 * a hundred thousand lines, and each of them is looked up here.
 */

/** A slot with the name of the field that it fills. */
export interface NamedSlot {
  readonly name: string;
  readonly slot: Slot<unknown>;
}

/** A property of a block, with the field that it fills in the block's item. */
export interface Row {
  readonly field: string;
  readonly property: PropertySpec;
  readonly values: readonly NamedSlot[];
  /** By the word that announces each. */
  readonly qualifiers: ReadonlyMap<string, NamedSlot>;
  /** The slots of its values, then those of its qualifiers. */
  readonly slots: readonly NamedSlot[];
  /** The class of its lines. */
  readonly Line: typeof Line;
}

export interface Rows {
  /** In the table's order. */
  readonly all: readonly Row[];
  readonly ofKeyword: ReadonlyMap<string, Row>;
  /** What a line with any other keyword is. */
  readonly otherwise: Row | undefined;
  /** An item of the kind that says nothing: what is copied and filled. */
  readonly blank: Readonly<Record<string, unknown>>;
}

/** Shared by all that has nothing, and frozen for that. */
export const nothing: readonly never[] = Object.freeze([]);

function rowOf(field: string, property: PropertySpec): Row {
  const values = Object.entries<Slot<unknown>>(property.values).map(([name, slot]) => ({
    name,
    slot,
  }));
  const qualifiers = new Map(
    Object.entries<Slot<unknown>>(property.qualifiers).map(([keyword, slot]) => [
      keyword,
      { name: camelCase(keyword), slot },
    ]),
  );
  const slots = [...values, ...qualifiers.values()];
  return {
    field,
    property,
    values,
    qualifiers,
    slots,
    Line: lineClass(),
  };
}

function tableOf(spec: BlockSpec): Rows {
  const all = Object.entries(spec.properties).map(([field, property]) => rowOf(field, property));
  const header = ['kind', 'keyword', 'keywordSpan', 'id', 'idSpan', 'title', 'span', 'headerSpan'];
  const fields = all.map(({ field }) => field);
  const names = [...header, 'insertAt', ...fields, 'children', 'rows'];
  const blank: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, undefined]));
  for (const { field, property } of all) if (property.many) blank[field] = nothing;
  blank.kind = spec.kind;
  blank.children = nothing;
  blank.rows = nothing;
  return {
    all,
    // Of two rows with one keyword the first counts.
    ofKeyword: new Map(all.toReversed().map((row) => [row.property.keyword, row])),
    otherwise: all.find(({ field }) => field === spec.otherwise),
    blank,
  };
}

const tables: ReadonlyMap<Kind, Rows> = new Map(
  Object.values<BlockSpec>(blocks).map((spec) => [spec.kind, tableOf(spec)]),
);

/** The rows of a kind's block. */
export function rowsOf(kind: Kind): Rows {
  const rows = tables.get(kind);
  if (rows === undefined) throw new Error(`${kind} is in no table`);
  return rows;
}
