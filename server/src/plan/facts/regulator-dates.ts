import type { IsoDate, PlanDate } from '../../language/dates.ts';
import type { Value } from '../../language/items.ts';
import type { Span } from '../../language/tree.ts';
import type { Entity, Plan } from '../plan.ts';
import { requirementsOf } from './coverage.ts';
import { deadlineDay, monthMeansIn } from './deadline.ts';

/** By when a regulator, or the plan itself, wants to see an action done. */

export interface RegulatorDate {
  readonly day: IsoDate;
  readonly date: PlanDate;
  /** What sets it. */
  readonly of: 'requirement' | 'notice' | 'inspection';
  /** The item that says it, and where. */
  readonly by: Entity;
  readonly span: Span;
}

/**
 * Notices whose answer is the improvement itself, made by the time in the notice. The answer to any
 * other is a report of what will be done, and the actions in it come later.
 */
const askForImprovement: ReadonlySet<string> = new Set([
  'section-29',
  'section-29A',
  'hse-improvement-notice',
]);

/**
 * The earliest of the dates that bind an action: the `when` of a requirement it answers, or, where that
 * has none, the `respond-by` of the warning notice the requirement stands in; else the plan’s
 * next-inspection. Undefined where none of them names a day.
 */
export function regulatorDateOf(plan: Plan, action: Entity<'action'>): RegulatorDate | undefined {
  let earliest: RegulatorDate | undefined;
  for (const requirement of requirementsOf(plan, action)) {
    const asked = requirementDate(plan, requirement);
    if (asked === undefined) continue;
    if (earliest === undefined || asked.day < earliest.day) earliest = asked;
  }
  return earliest ?? nextInspection(plan);
}

/** The date that binds one requirement: its own `when`, or that of the warning notice it stands in. */
export function requirementDate(
  plan: Plan,
  requirement: Entity<'requirement'>,
): RegulatorDate | undefined {
  const { when } = requirement.item;
  if (when !== undefined) return on(plan, 'requirement', requirement, when.when);
  const source = requirement.parent;
  if (source?.kind !== 'source' || source.item.respondBy === undefined) return undefined;
  const section = source.item.section?.section.value ?? '';
  return askForImprovement.has(section)
    ? on(plan, 'notice', source, source.item.respondBy.on)
    : undefined;
}

function on(
  plan: Plan,
  of: RegulatorDate['of'],
  by: Entity,
  { value, span }: Value<PlanDate>,
): RegulatorDate | undefined {
  const day = deadlineDay(value, monthMeansIn(plan));
  return day === undefined || value === undefined ? undefined : { of, by, day, date: value, span };
}

function nextInspection(plan: Plan): RegulatorDate | undefined {
  const { heading } = plan;
  const expected = heading?.item.nextInspection?.on;
  // The inspectors may come on the first of the days that it means.
  const day = expected?.value?.first;
  return heading === undefined || expected?.value === undefined || day === undefined
    ? undefined
    : { of: 'inspection', by: heading, day, date: expected.value, span: expected.span };
}
