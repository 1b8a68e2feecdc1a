import type { IsoDate } from '../../language/dates.ts';
import type { ItemOf } from '../../language/items.ts';
import type { Entity, Plan } from '../plan.ts';
import { assuranceMeanings, type AssuranceMeaning } from '../vocabularies.ts';
import { latestKnown } from './history.ts';
import { levelIn, type LevelInPlan } from './scales.ts';

type Assurance = ItemOf<'action'>['assurances'][number];

/** The committee's latest judgement known at the as-at date; `level` is undefined when it cannot be read. */
export function assuranceOf(
  plan: Plan,
  action: Entity<'action'>,
  asAt: IsoDate,
):
  | { readonly record: Assurance; readonly level: LevelInPlan<AssuranceMeaning> | undefined }
  | undefined {
  const record = latestKnown(action.item.assurances, (assurance) => assurance.on, asAt);
  if (record === undefined) return undefined;
  const level = record.level.value;
  return {
    record,
    level: level === undefined ? undefined : levelIn(plan, level, assuranceMeanings),
  };
}
