import fc from 'fast-check';
import assert from 'node:assert/strict';
import { readSheets } from '../../server/src/imports/readers/index.ts';
import { noMapping } from '../../server/src/imports/recognise/mapping.ts';
import { importedFrom } from '../../server/src/imports/written/import.ts';
import { imported, lostIn, unformattedIn, unreadableIn } from '../support/imports.ts';
import { messySheets } from './tables.ts';

/** Whatever stands in a table: nothing of it is lost, and what is made of it can be read. */

describe('an import', () => {
  it('loses no cell of any table, and makes a plan that can be read and is laid out', () => {
    fc.assert(
      fc.property(messySheets, (read) => {
        const made = importedFrom(read, noMapping, { id: 'P', origin: 'plan.xlsx' });
        // Merged cells may leave too little of the headings; then somebody has to say which column is which.
        if (made === undefined) return;
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
