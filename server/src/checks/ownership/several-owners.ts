/** More than one owner in the name of a role. */

/** What makes a name the name of a role, in the singular and in the plural. */
const roleNouns = [
  'head',
  'director',
  'manager',
  'lead',
  'leader',
  'matron',
  'nurse',
  'sister',
  'consultant',
  'clinician',
  'officer',
  'executive',
  'chair',
  'coordinator',
  'co-ordinator',
  'facilitator',
  'pharmacist',
  'practitioner',
  'supervisor',
  'secretary',
  'adviser',
  'advisor',
];
const singular = new Set(roleNouns);
const plural = new Set([
  ...roleNouns.filter((noun) => noun !== 'head').map((noun) => `${noun}s`),
  'heads',
]);

/** What stands between two roles; inside brackets it does not part them. */
const between = / (?:and|plus) | ?[/&;+,] ?/giu;

const bracketed = /\([^()]*\)/g;

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];

const namesRole = (text: string): boolean =>
  wordsIn(text).some((word) => singular.has(word) || plural.has(word));

/**
 * The roles that one name joins: “Head of Nursing and Head of Service”. Undefined where it is one role,
 * such as “Director of Nursing and Quality”: each part has to name a role of its own.
 */
export function joinedRoles(text: string): readonly string[] | undefined {
  const name = text.trim().replaceAll(/\s+/g, ' ');
  // Brackets keep their length, so that the places of what stands outside stay the same.
  const hidden = name.replaceAll(bracketed, (inside) => '_'.repeat(inside.length));
  const parts: string[] = [];
  let start = 0;
  for (const { index, 0: mark } of hidden.matchAll(between)) {
    parts.push(name.slice(start, index));
    start = index + mark.length;
  }
  parts.push(name.slice(start));
  const eachOne = parts.every((part) => wordsIn(part).some((word) => singular.has(word)));
  return parts.length > 1 && eachOne ? parts : undefined;
}

/** Whether a name is that of many people at once: “all ward managers”, “Matrons”, “Heads of Service”. */
export function isOfMany(name: string): boolean {
  const words = wordsIn(name.replaceAll(bracketed, ' '));
  const [first = ''] = words;
  if (['all', 'each', 'every', 'both', 'various'].includes(first)) return namesRole(name);
  const ends = words.findIndex((word) => word === 'of' || word === 'for' || word === 'in');
  const head = words[(ends < 0 ? words.length : ends) - 1] ?? '';
  return plural.has(head);
}

/** Whether a name stands for more than one owner, in either way. */
export const standsForMany = (name: string): boolean =>
  joinedRoles(name) !== undefined || isOfMany(name);
