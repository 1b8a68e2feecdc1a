import type { Reference } from '../../language/slots.ts';
import { visitReferences } from '../../language/walk.ts';
import { fold } from '../entity.ts';
import type { Entity, Fact } from '../plan.ts';
import { kept } from './texts.ts';

/** Names of committees, directorates, services and roles: as they are declared, and as they are quoted. */

/** The kinds whose names may stand in quotes. */
export const namedKinds = ['directorate', 'service', 'committee', 'sro'] as const;

/** A name without what people write now so, now so: capitals, blanks, hyphens, commas, “the” and “and”. */
export const bareName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/&|\b(?:and|the)\b/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The items of a kind by their bare names, titles and other names alike. */
export const declaredByBareName: Fact<ReadonlyMap<string, readonly Entity[]>> = {
  of(plan, kind) {
    const found = new Map<string, Entity[]>();
    for (const entity of plan.all(kind as (typeof namedKinds)[number]) as readonly Entity[]) {
      const names = [entity.item.title, ...entity.item.also.map(({ name }) => name)];
      for (const bare of new Set(names.flatMap(({ value }) => bareName(value ?? '')))) {
        if (bare === '') continue;
        const known = found.get(bare);
        if (known === undefined) found.set(bare, [entity]);
        else known.push(entity);
      }
    }
    return found;
  },
};

/** How a name is written in quotes: its spellings, each with how often it is. */
export type Spellings = ReadonlyMap<string, number>;

/** The references of an item that are names in quotes. */
export const quotedNamesIn = kept((item: Entity['item']): readonly Reference[] => {
  let found: Reference[] | undefined;
  visitReferences(item, (reference) => {
    if (reference.name !== undefined) (found ??= []).push(reference);
  });
  return found ?? none;
});

const none: readonly Reference[] = [];

/** The spellings under which things of a kind are quoted, by their bare names. */
export const quotedByBareName: Fact<ReadonlyMap<string, Spellings>> = {
  of(plan, kind) {
    const found = new Map<string, Map<string, number>>();
    const items: readonly Entity[] = [
      ...plan.all('source'),
      ...plan.all('requirement'),
      ...plan.all('action'),
      ...plan.all('committee'),
      ...plan.all('meeting'),
    ];
    for (const { item } of items) {
      for (const { kinds, name } of quotedNamesIn(item)) {
        if (name === undefined || !kinds.includes(kind)) continue;
        const bare = bareName(name);
        const spellings = found.get(bare) ?? new Map<string, number>();
        spellings.set(name, (spellings.get(name) ?? 0) + 1);
        found.set(bare, spellings);
      }
    }
    for (const [bare, spellings] of found) {
      if (new Set([...spellings.keys()].map(fold)).size < 2) found.delete(bare);
    }
    return found;
  },
  same: (before, now) => asText(before) === asText(now),
};

const asText = (found: ReadonlyMap<string, Spellings>): string =>
  JSON.stringify([...found].map(([bare, spellings]) => [bare, ...spellings]));
