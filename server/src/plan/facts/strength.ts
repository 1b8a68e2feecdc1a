import {
  requirementKeywords,
  type RequirementKeyword,
  type Strength,
} from '../../language/keywords/sources.ts';
import type { Entity, Plan } from '../plan.ts';
import { requirementsOf } from './coverage.ts';

const order: readonly Strength[] = ['must', 'should', 'other'];

/** What a flag can be about: a notice or undertakings bind more than any other must-do. */
export type Weight = 'notice' | Strength;

const weights: readonly Weight[] = ['notice', ...order];

const notices: readonly string[] = ['notice', 'undertakings'];

/** How much a requirement weighs: one of a notice or of undertakings has the regulator’s powers behind it. */
export const weightOfRequirement = (requirement: Entity<'requirement'>): Weight =>
  notices.includes(requirement.parent?.item.keyword ?? '')
    ? 'notice'
    : strengthOfRequirement(requirement);

/** The heaviest of the requirements an action answers; `other` when it names none. */
export function weightOfAction(plan: Plan, action: Entity<'action'>): Weight {
  const found = new Set(requirementsOf(plan, action).map(weightOfRequirement));
  return weights.find((weight) => found.has(weight)) ?? 'other';
}

/** How much a source weighs. */
export const weightOfSource = ({ item }: Entity<'source'>): Weight =>
  notices.includes(item.keyword) ? 'notice' : 'other';

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
