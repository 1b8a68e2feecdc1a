import fc from 'fast-check';
import { fields } from '../../server/src/imports/recognise/fields.ts';

/** Random tables, with all that trusts write into them. */

const pieces = [
  '1. ',
  '2) ',
  'a',
  'B',
  ' ',
  '\n',
  '"',
  '"""',
  '}',
  '{',
  '// ',
  '/* ',
  'action B "b" {',
  'N/A',
  'TBC',
  'Oct-18',
  '31/10/2018',
  '30th Sept 2017',
  'Amber',
  'Fully assured',
  'must',
  'given "x"',
  'Reg 12(2)(a)',
  'снѕ',
  'В',
  '\u200b',
  '“x”',
  'C (and 18.5)',
  '2017 action for 20.1',
  'é',
  '=1+1',
  '|',
  '-',
  '0',
  '\ud800',
  ' revised to ',
  '; ',
  ':',
  '@',
  'none',
  'plan',
  '£4k',
  '%',
];
/** What stands in a cell. */
export const text = fc.oneof(
  fc.constant(''),
  fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 30 }),
);
const heading = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...fields.flatMap(({ headings }) => headings)) },
  { weight: 1, arbitrary: text },
);

/** Rows under headings, whatever stands in them. */
export const table = fc.array(heading, { minLength: 2, maxLength: 10 }).chain((more) =>
  fc
    .array(fc.array(text, { minLength: more.length + 3, maxLength: more.length + 4 }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((rows) => [['Ref', 'Action', 'Due date', ...more], ...rows]),
);
