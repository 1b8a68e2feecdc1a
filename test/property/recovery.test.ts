import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Item } from '../../server/src/language/items.ts';
import { readUnit, unitsOf } from '../../server/src/language/read.ts';
import { plans } from './plans.ts';
import {
  harmOf,
  inSpiteOf,
  lostLines,
  lostTokens,
  sampleFiles,
  strayTokens,
  type Wound,
} from './wounds.ts';

/**
 * What stands when something is lost from a plan that had no problem, or something hostile is put at
 * a line's start or end. The unit that held it is wounded. Whatever the wound:
 *
 * 1. Every other unit keeps its text, character for character. What a unit says and what is flagged
 *    in it are a function of its text, so every other block keeps its symbols (kind, keyword, id,
 *    title, all values, positions in its unit), and every new problem is in the wounded unit.
 * 2. Where the wound undoes the beginning of its unit, the unit above takes in what is left of it.
 *    The block above keeps its symbols all the same, and the problems are in what was taken in.
 * 3. Nothing that is lost makes a block that nobody wrote: lines that have lost their block are
 *    flagged, not taken for blocks (a property such as `sro DON` looks like one). Asserted of the
 *    samples: of a hostile plan, what then stands at the margin with an id and a title is a block.
 *
 * One text can have two histories. Indented lines that stand directly below a block without braces,
 * and that the block may hold, are what is left when its `{` is lost, and also when the header between
 * is lost. They are read as the first, which is the commoner: the block above takes them for its own,
 * and is flagged for its missing `{`. It keeps its kind, keyword, id and title. No wound of a sample
 * does this: a blank line, a comment or a line that the block cannot hold tells the two apart.
 *
 * A nested block shares the unit of its source, and is wounded with it.
 */

const kindsOfWound: Readonly<Record<string, (text: string) => Wound[]>> = {
  'the loss of any line': lostLines,
  'the loss of any token': lostTokens,
  'a stray token at the start or end of any line': strayTokens,
};

interface Swallowed {
  readonly above: string;
  readonly joined: string;
}

/** Guarantee 2. */
function assertAboveStands({ above, joined }: Swallowed): void {
  const { items } = readUnit(above);
  const reading = readUnit(joined);
  assert.deepEqual(reading.items.slice(0, items.length), items, 'the block above');
  const flaggedAbove = reading.problems.filter(({ span }) => span.start < above.length);
  assert.deepEqual(flaggedAbove, [], 'the problems above');
}

const headerOf = ({ kind, keyword, id, title }: Item) => ({ kind, keyword, id, title });

/** The one exception from guarantee 2; true where it holds. */
function hasLostItsBrace({ above, joined }: Swallowed): boolean {
  const { items } = readUnit(above);
  const last = items.at(-1);
  const reading = readUnit(joined);
  const now = reading.items[items.length - 1];
  if (last?.insertAt.bare !== true || now === undefined) return false;
  const [flagged, ...others] = reading.problems.filter(({ span }) => span.start < above.length);
  if (flagged?.code !== 'missing-opening-brace') return false;
  assert.deepEqual(others, [], 'one problem above');
  assert.equal(flagged.span.start, last.span.start);
  assert.match(above.slice(last.span.end), /^[^\r\n]*(?:\r\n|\n|\r)$/, 'directly above');
  assert.deepEqual(reading.items.slice(0, items.length - 1), items.slice(0, -1));
  assert.deepEqual(headerOf(now), headerOf(last));
  return true;
}

const idsIn = (units: readonly string[]): Set<string> =>
  new Set(units.flatMap((unit) => readUnit(unit).items.map(({ kind, id }) => `${kind} ${id}`)));

describe('a wound stays in its unit', () => {
  for (const [name, woundsOf] of Object.entries(kindsOfWound)) {
    for (const sample of sampleFiles) {
      it(`${name} of ${sample.name}`, () => {
        const known = idsIn(unitsOf(sample.text));
        inSpiteOf(sample.text, woundsOf(sample.text), (wound) => {
          const { after, swallowed } = harmOf(sample.text, wound);
          if (swallowed !== undefined) assertAboveStands(swallowed);
          if (woundsOf === strayTokens) return;
          const wounded = swallowed === undefined ? after : [swallowed.joined, ...after];
          for (const id of idsIn(wounded)) assert.ok(known.has(id), id);
        });
      });
    }

    it(`${name} of any plan`, () => {
      const chances = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
      fc.assert(
        fc.property(plans, chances, (text, found) => {
          const all = woundsOf(text);
          const wounds = found.flatMap((chance) => all[chance % all.length] ?? []);
          inSpiteOf(text, wounds, (wound) => {
            const { swallowed } = harmOf(text, wound);
            if (swallowed !== undefined && !hasLostItsBrace(swallowed))
              assertAboveStands(swallowed);
          });
        }),
        { numRuns: 250 },
      );
    });
  }

  it('and what a unit says depends on its text alone', () => {
    const units = sampleFiles.flatMap(({ text }) => unitsOf(text));
    const first = units.map(readUnit);
    for (const unit of units) readUnit(`{ """ /* ${unit}`);
    assert.deepEqual(units.toReversed().map(readUnit).reverse(), first);
  });
});
