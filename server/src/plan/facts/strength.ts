import {
  requirementKeywords,
  type RequirementKeyword,
  type Strength,
} from '../../language/keywords/sources.ts';
import type { Entity, Plan } from '../plan.ts';
import { requirementsOf } from './coverage.ts';

const order: readonly Strength[] = ['must', 'should', 'other'];

/** How strongly a requirement binds, by its keyword. */
export const strengthOfRequirement = (requirement: Entity<'requirement'>): Strength =>
  requirementKeywords[requirement.item.keyword as RequirementKeyword].strength;

/** The name of a requirement's kind for people: `must-do`, `area for improvement`. */
export const requirementName = (requirement: Entity<'requirement'>): string =>
  requirementKeywords[requirement.item.keyword as RequirementKeyword].name;

/** The strongest of the requirements an action answers; `other` when it names none. */
export function strengthOfAction(plan: Plan, action: Entity<'action'>): Strength {
  const strengths = new Set(requirementsOf(plan, action).map(strengthOfRequirement));
  return order.find((strength) => strengths.has(strength)) ?? 'other';
}
