import type { Location } from 'vscode-languageserver-types';
import { kinds, type Kind } from '../language/keywords/index.ts';
import type { Entity } from '../plan/plan.ts';
import type { Ask } from './ask.ts';
import { locationOf } from './places.ts';

/** What an editor keeps of an item between two questions, as JSON: where it was found, and its id. */
export interface EntityKey {
  /** The address of its file. */
  readonly uri: string;
  readonly kind: Kind;
  readonly id: string;
  /** The source of a requirement. */
  readonly source?: string | undefined;
}

export const keyOf = (ask: Ask, { kind, id, unit, parent }: Entity): EntityKey => ({
  uri: ask.uriOf(unit.file.path),
  kind,
  id,
  ...(parent === undefined ? {} : { source: parent.id }),
});

/** Whether what an editor sends back is a key; it may send anything. */
export function isEntityKey(data: unknown): data is EntityKey {
  if (typeof data !== 'object' || data === null) return false;
  const { uri, kind, id, source } = data as Readonly<Record<string, unknown>>;
  return (
    typeof uri === 'string' &&
    typeof id === 'string' &&
    (kinds as readonly unknown[]).includes(kind) &&
    (source === undefined || typeof source === 'string')
  );
}

/** The item of a key, as the plan has it now; undefined when it is gone. */
export function entityOf(ask: Ask, key: EntityKey): Entity | undefined {
  const same: readonly Entity[] = ask.plan
    .withId(key.kind, key.id)
    .filter(({ parent }) => parent?.id === key.source);
  return same.find(({ unit }) => ask.uriOf(unit.file.path) === key.uri) ?? same[0];
}

/** Where an item's id stands. */
export const placeOf = (ask: Ask, { unit, item }: Entity): Location =>
  locationOf(ask, { unit, span: item.idSpan });
