import assert from 'node:assert/strict';
import { differenceOf } from '../../../server/src/plan/difference.ts';
import { KeptOrder } from '../../../server/src/plan/kept-order.ts';
import { Tally } from '../../../server/src/plan/tally.ts';

/** What is kept of very many things, and compared by identity. */

interface Thing {
  readonly word: string;
}

const things = (words: string): Thing[] => words.split('').map((word) => ({ word }));

/** The lists that follow from one by an edit: another thing, one more, one less, all others, none. */
function edited(list: readonly Thing[]): Thing[][] {
  const [first, ...rest] = list;
  const other = { word: 'z' };
  return [
    [...list],
    [other, ...rest],
    [...list, other],
    [other, ...list],
    rest,
    first === undefined ? [] : [...rest, first],
    [...list, ...list],
    things('xyz'),
    [],
  ];
}

describe('what is kept by identity', () => {
  it('finds where two lists differ, whichever way they do', () => {
    const list = things('abcab');
    for (const now of edited(list)) {
      const { start, endBefore, endNow } = differenceOf(list, now);
      const others = now.slice(start, endNow);
      assert.deepEqual([...list.slice(0, start), ...others, ...list.slice(endBefore)], now);
    }
    assert.deepEqual(differenceOf(list, [...list]), { start: 5, endBefore: 5, endNow: 5 });
  });

  it('counts after any change what a fresh count has', () => {
    const wordsOf = ({ word }: Thing): string[] => [word, 'all'];
    const kept = new Tally(wordsOf);
    for (const list of [things('abcab'), ...edited(things('aab')).flatMap(edited)]) {
      assert.deepEqual([...kept.of(list)].sort(), [...new Tally(wordsOf).of(list)].sort());
    }
  });

  it('sorts after any change as it would anew', () => {
    const plan = {};
    const order = (): KeptOrder<object, Thing, string> =>
      new KeptOrder(
        ({ word }: Thing) => word,
        (indexes, wordAt) =>
          [...indexes].sort((a, b) => (wordAt(a) < wordAt(b) ? -1 : wordAt(a) > wordAt(b) ? 1 : 0)),
      );
    const kept = order();
    for (const list of [things('cab'), ...edited(things('cabca')).flatMap(edited)]) {
      assert.deepEqual(kept.of(plan, list), order().of(plan, list));
    }
  });
});
