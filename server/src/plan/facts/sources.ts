import type { IsoDate } from '../../language/dates.ts';
import type { Entity } from '../plan.ts';

/** The documents that ask for something: which one a requirement stands in, and when it is from. */

/** The source that a requirement stands in. */
export const sourceOf = ({ parent }: Entity<'requirement'>): Entity<'source'> | undefined =>
  parent?.kind === 'source' ? parent : undefined;

/** The latest day that a document itself is dated by; undefined where it has no date. */
export function dateOfSource(source: Entity<'source'> | undefined): IsoDate | undefined {
  if (source === undefined) return undefined;
  const { inspected, reported, published, served } = source.item;
  const dates = [
    ...inspected.flatMap((visit) => [visit.on, visit.to]),
    reported?.on,
    published?.on,
    served?.on,
  ];
  return dates
    .flatMap((date) => date?.value?.last ?? [])
    .sort()
    .at(-1);
}

/** The first day on which the inspectors came; undefined where that is not known. */
export const inspectedFrom = ({ item }: Entity<'source'>): IsoDate | undefined =>
  item.inspected
    .flatMap(({ on }) => on.value?.first ?? [])
    .sort()
    .at(0);
