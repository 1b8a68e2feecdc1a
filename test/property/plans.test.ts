import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BlockSpec } from '../../server/src/language/keywords/index.ts';
import { readUnit, unitsOf } from '../../server/src/language/read.ts';
import { everyProperty, plans, propertyLine } from './plans.ts';

/** Whatever the keyword table allows is read, however it is laid out. */

function assertRead(text: string): void {
  const problems = unitsOf(text).flatMap((unit) =>
    readUnit(unit).problems.map(({ message, span }) => ({
      message,
      at: unit.slice(span.start, span.end),
    })),
  );
  assert.deepEqual(problems, []);
}

/** A block with one line; of a nested kind, in a block it may stand in. */
function blockWith(spec: BlockSpec, line: string): string {
  const [keyword = ''] = Object.keys(spec.keywords);
  const block = `${keyword} A "t" {\n${line}\n}\n`;
  return spec.kind === 'requirement' ? `audit A "t" {\n${block}}\n` : block;
}

describe('every well-formed text is read', () => {
  for (const { spec, property } of everyProperty) {
    it(`${property.keyword} of ${spec.name}`, () => {
      const check = (pieces: readonly string[]) => {
        assertRead(blockWith(spec, pieces.join(' ')));
      };
      fc.assert(fc.property(propertyLine(property), check), { numRuns: 25 });
    });
  }

  it('whole plans', () => {
    fc.assert(fc.property(plans, assertRead), { numRuns: 1500 });
  });
});
