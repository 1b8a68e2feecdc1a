import fc from 'fast-check';
import assert from 'node:assert/strict';
import { sheetOf } from '../../server/src/imports/cells.ts';
import { readSheets } from '../../server/src/imports/readers/index.ts';
import { fields } from '../../server/src/imports/recognise/fields.ts';
import { imported, lostIn, unformattedIn, unreadableIn } from '../support/imports.ts';

/** Whatever stands in a table: nothing of it is lost, and what is made of it can be read. */

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
const text = fc.oneof(
  fc.constant(''),
  fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 30 }),
);
const heading = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...fields.flatMap(({ headings }) => headings)) },
  { weight: 1, arbitrary: text },
);

const table = fc.array(heading, { minLength: 2, maxLength: 10 }).chain((more) =>
  fc
    .array(fc.array(text, { minLength: more.length + 3, maxLength: more.length + 4 }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((rows) => [['Ref', 'Action', 'Due date', ...more], ...rows]),
);

describe('an import', () => {
  it('loses no cell of any table, and makes a plan that can be read', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 0, max: 3 }), (rows, above) => {
        const read = {
          sheets: [sheetOf('S', [...Array.from({ length: above }, () => ['Title']), ...rows])],
          remarks: [],
        };
        const made = imported(read);
        assert.deepEqual(unreadableIn(made), []);
        assert.deepEqual(lostIn(read, made), []);
        assert.deepEqual(unformattedIn(made), []);
        assert.deepEqual([...imported(read).files], [...made.files]);
      }),
      { numRuns: 300 },
    );
  });

  it('reads any bytes, or says why not', async () => {
    const starts = ['', 'PK\u0003\u0004', '<table>', '\ufeff', 'a,b\n', 'Ref\tAction\n'].map(
      (start) => new TextEncoder().encode(start),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...starts),
        fc.uint8Array({ maxLength: 200 }),
        async (start, rest) => {
          const read = await readSheets(Uint8Array.from([...start, ...rest]));
          assert.ok('wrong' in read ? read.wrong !== '' : read.sheets.length > 0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
