import fc from 'fast-check';
import assert from 'node:assert/strict';
import { sheetOf } from '../../server/src/imports/cells.ts';
import { readSheets } from '../../server/src/imports/readers/index.ts';
import { imported, lostIn, unformattedIn, unreadableIn } from '../support/imports.ts';
import { table } from './tables.ts';

/** Whatever stands in a table: nothing of it is lost, and what is made of it can be read. */

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
