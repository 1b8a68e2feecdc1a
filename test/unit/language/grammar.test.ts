import assert from 'node:assert/strict';
import { UnitParser } from '../../../server/src/language/parser.ts';
import { newLexer } from '../../../server/src/language/tokens.ts';

/** What is left out at every start, so that an editor opens a plan the sooner. */
describe('chevrotain finds nothing wrong', () => {
  it('in the patterns of the tokens', () => {
    const { lexerDefinitionErrors } = newLexer({ definitions: true });
    assert.deepEqual(lexerDefinitionErrors, []);
  });

  it('in the rules of the grammar, where one token decides everywhere', () => {
    assert.doesNotThrow(() => new UnitParser({ definitions: true }));
  });
});
