import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plans } from './plans.ts';
import { assertContained, lostLines, lostTokens, sampleFiles, strayTokens, inflict, type Wound } from './wounds.ts';
import { readUnit, unitsOf } from '../../server/src/language/read.ts';

const kindsOfWound: Record<string, (text: string) => Wound[]> = {
  'the loss of any line': lostLines,
  'the loss of any token': lostTokens,
  'a stray token at any line’s start or end': strayTokens,
};

function check(text: string, wound: Wound): void {
  try { assertContained(text, wound); }
  catch (error) {
    const at = text.slice(0, wound.start).split(/\r\n|\n|\r/).length;
    throw new Error(`line ${at}: ${JSON.stringify(wound)}\n${JSON.stringify(inflict(text, wound).slice(Math.max(0,wound.start-300), wound.start+100))}\n${String(error)}`, { cause: error });
  }
}

describe('a wound stays in its unit', () => {
  for (const [name, woundsOf] of Object.entries(kindsOfWound)) {
    for (const { name: file, text } of sampleFiles) {
      it(`${name} of ${file}`, () => {
        for (const wound of woundsOf(text)) check(text, wound);
      });
    }
    it(`${name} of any plan`, () => {
      fc.assert(
        fc.property(plans, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (text, chances) => {
          const wounds = woundsOf(text);
          for (const chance of chances) check(text, wounds[chance % wounds.length]!);
        }),
        { numRuns: 1500 },
      );
    });
  }
  it('pure', () => {
    for (const { text } of sampleFiles) {
      const units = unitsOf(text);
      assert.deepEqual(units.map(readUnit), units.toReversed().map(readUnit).reverse());
    }
  });
});
