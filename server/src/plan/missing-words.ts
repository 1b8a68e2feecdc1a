import type { MissingWord } from '../language/shapes.ts';

/** What the words that stand in place of a value are called wherever people read them. */
export const missingWords: Readonly<Record<MissingWord | 'suspended', string>> = {
  none: 'None',
  'n/a': 'Does not apply',
  tbc: 'To be confirmed',
  unknown: 'Not known',
  unreadable: 'Unreadable',
  withheld: 'Withheld',
  suspended: 'Suspended',
};
