import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Position,
} from 'vscode-languageserver-types';
import type { Kind } from '../language/keywords/index.ts';
import { actionsFor, requirementsOf, successorsOf } from '../plan/facts/coverage.ts';
import type { Entity, Plan } from '../plan/plan.ts';
import type { Ask } from './ask.ts';
import { entityOf, isEntityKey, keyOf } from './entity-key.ts';
import { findAt } from './find.ts';
import { rangeOf } from './places.ts';
import { symbolKinds } from './symbol-kinds.ts';
import { thingsAt } from './things.ts';
import { requirementsIn } from './uses.ts';

/**
 * The chain from a document to what is done about it, as editors show who calls whom: a source calls for
 * its requirements, a requirement for the actions that answer it, an action for those that carry it on.
 */

type Next<K extends Kind> = (plan: Plan, entity: Entity<K>) => readonly Entity[];

/** What follows from an item, by its kind; a kind that is not here is no part of the chain. */
const after: { readonly [K in Kind]?: Next<K> } = {
  source: requirementsIn,
  requirement: actionsFor,
  action: successorsOf,
};

/** What an item follows from. */
const before: { readonly [K in Kind]?: Next<K> } = {
  requirement: (_, { parent }) => (parent === undefined ? [] : [parent]),
  action: (plan, action) => [...requirementsOf(plan, action), ...predecessorsOf(plan, action)],
};

/** The earlier actions that an action carries on or replaces. */
function predecessorsOf(plan: Plan, { item }: Entity<'action'>): Entity<'action'>[] {
  const references = [
    ...(item.continues?.actions.value ?? []),
    ...(item.replaces?.actions.value ?? []),
  ];
  const found = references.map((reference) => plan.find('action', reference));
  return [...new Set(found)].filter((action) => action !== undefined);
}

/** The item at a position where the chain can be entered; null where there is none. */
export function prepareCallHierarchy(ask: Ask, position: Position): CallHierarchyItem[] | null {
  const found = findAt(ask.plan, ask.file, position);
  if (found === undefined) return null;
  const entities = thingsAt(ask.plan, found).flatMap((thing) =>
    thing.type === 'item' && Object.hasOwn(after, thing.entity.kind) ? [thing.entity] : [],
  );
  return entities.length === 0 ? null : entities.map((entity) => itemOf(ask, entity));
}

/** What follows from an item of the chain. */
export const outgoingCalls = (ask: Ask, item: CallHierarchyItem): CallHierarchyOutgoingCall[] =>
  nextTo(ask, item, after).map((entity) => ({
    to: itemOf(ask, entity),
    fromRanges: [item.selectionRange],
  }));

/** What an item of the chain follows from. */
export const incomingCalls = (ask: Ask, item: CallHierarchyItem): CallHierarchyIncomingCall[] =>
  nextTo(ask, item, before).map((entity) => {
    const from = itemOf(ask, entity);
    return { from, fromRanges: [from.selectionRange] };
  });

function nextTo(
  ask: Ask,
  { data }: CallHierarchyItem,
  table: { readonly [K in Kind]?: Next<K> },
): readonly Entity[] {
  const key: unknown = data;
  const entity = isEntityKey(key) ? entityOf(ask, key) : undefined;
  if (entity === undefined) return [];
  // Each row of the table takes entities of its own kind.
  const next = table[entity.kind] as Next<Kind> | undefined;
  return next?.(ask.plan, entity) ?? [];
}

function itemOf(ask: Ask, entity: Entity): CallHierarchyItem {
  const { item, unit, kind, id } = entity;
  return {
    name: id,
    detail: item.title.value ?? item.keyword,
    kind: symbolKinds[kind],
    uri: ask.uriOf(unit.file.path),
    range: rangeOf(unit, item.span),
    selectionRange: rangeOf(unit, item.idSpan),
    data: keyOf(ask, entity),
  };
}
