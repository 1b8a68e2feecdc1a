import type { Value } from '../../language/items.ts';
import type { Span } from '../../language/tree.ts';
import { isLive, stateOf } from '../../plan/facts/progress.ts';
import type { Edit } from '../../plan/flag.ts';
import type { Entity } from '../../plan/plan.ts';
import type { Context } from '../check.ts';
import { addLine, replace } from './fixes.ts';

/** What the checks share that look for something an action should say. */

/** A property that is not said, or said to be missing. */
export interface Gap {
  readonly at: Span;
  /** The word that stands in its place; empty where nothing does. */
  readonly word: string;
  /** The edit that puts a value there. */
  readonly fill: (value: string) => Edit;
}

/**
 * The gap a property leaves. `tbc` is an answer for now, and what cannot be read is flagged as that:
 * neither is a gap.
 */
export function gapIn(
  entity: Entity,
  keyword: string,
  value: Value<unknown> | undefined,
): Gap | undefined {
  if (value === undefined) {
    const fill = (text: string) => addLine(entity, `${keyword} ${text}`);
    return { at: entity.item.idSpan, word: '', fill };
  }
  if (value.missing === undefined || !isGap(value)) return undefined;
  const fill = (text: string) => replace(entity.unit, value.span, text);
  return { at: value.span, word: value.missing, fill };
}

/** Whether a value is not said, or said to be missing; `tbc` is an answer for now, and what cannot be read is flagged as that. */
export const isGap = (value: Value<unknown> | undefined): boolean =>
  value === undefined || (value.missing !== undefined && value.missing !== 'tbc');

/** Whether something is still to be done or signed off on an action. */
export function isUnfinished(action: Entity<'action'>, { plan, asAt }: Context): boolean {
  const state = stateOf(plan, action, asAt);
  return isLive(state) && state !== 'closed' && state !== 'sustained';
}
