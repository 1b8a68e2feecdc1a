import assert from 'node:assert/strict';
import { UnitParser } from '../../../server/src/language/parser.ts';

/** What is left out at every start, so that an editor opens a plan the sooner. */
describe('chevrotain finds nothing wrong', () => {
  it('in the rules of the grammar, where one token decides everywhere', () => {
    assert.doesNotThrow(() => new UnitParser({ definitions: true }));
  });
});
