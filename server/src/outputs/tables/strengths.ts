import type { Strength } from '../../language/keywords/sources.ts';

/** How strongly a requirement binds, in words for people: the strongest first. */
export const strengths = [
  { strength: 'must', heading: 'Must-do' },
  { strength: 'should', heading: 'Should-do' },
  { strength: 'other', heading: 'Other' },
] as const;

export const strengthInWords = (strength: Strength): string =>
  strengths.find((each) => each.strength === strength)?.heading ?? strength;
