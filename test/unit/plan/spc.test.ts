import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  assuranceOf,
  limitsOf,
  signalOf,
  specialsOf,
  type Limits,
} from '../../../server/src/plan/facts/spc.ts';

/** XmR charts by the Making Data Count method, with an example reckoned by hand. */

function limits(figures: readonly (number | undefined)[]): Limits {
  const found = limitsOf(figures);
  if (typeof found === 'string') throw new Error(`There are no limits: ${found}.`);
  return found;
}

/** What is special about each figure, in short: `2 outside low`. */
const specials = (figures: readonly (number | undefined)[], by = limits(figures)): string[] =>
  specialsOf(figures, by).flatMap((each, index) =>
    each === undefined ? [] : [`${String(index)} ${each.rule} ${each.side}`],
  );

/** Limits of a process around 0 that end at 3 and begin their outer third at 2. */
const plain: Limits = { mean: 0, lower: -3, upper: 3, averageRange: 3 / 2.66, figures: 20 };

// Quarters of 2017/18 to 2019/20 from a published Quality Account: people on CPA followed up within 7 days.
// By hand: the sum is 1042.8, over 12 figures 86.9. The 11 moving ranges are 0.2, 27.5, 0.4, 4.6, 9.6, 1.4,
// 13, 1.5, 2.3, 6.5 and 0.1, together 67.1, on average 6.1. 27.5 is beyond 3.267 x 6.1 = 19.93 and goes; the
// other ten are 39.6 together, 3.96 on average, and 2.66 x 3.96 = 10.53: limits of 76.37 and 97.43.
const followedUp = [96.9, 96.7, 69.2, 68.8, 73.4, 83.0, 81.6, 94.6, 93.1, 90.8, 97.3, 97.4];

describe('an XmR chart', () => {
  it('has the mean and the limits that the example has by hand', () => {
    const { mean, lower, upper, averageRange } = limits(followedUp);
    assert.equal(mean, 86.9);
    assert.equal(averageRange, 3.96);
    assert.equal(lower.toFixed(4), '76.3664');
    assert.equal(upper.toFixed(4), '97.4336');
  });

  it('shows three figures of the example to be of concern, and the last two to have improved', () => {
    const by = limits(followedUp);
    assert.deepEqual(specials(followedUp), [
      '2 outside low',
      '3 outside low',
      '4 outside low',
      // 90.8, 97.3 and 97.4 are above the mean, and two of them beyond 93.92, two thirds of the way.
      '10 outer-third high',
      '11 outer-third high',
    ]);
    const signals = specialsOf(followedUp, by).map((each) => each && signalOf(each, 'higher'));
    assert.equal(signals.filter((signal) => signal === 'concern').length, 3);
    assert.equal(signals.at(-1), 'improvement');
  });

  it('calls the target of the example hit and miss, as it lies between the limits', () => {
    const by = limits(followedUp);
    assert.equal(assuranceOf(by, { side: 'at-least', amount: 95 }), 'hit-and-miss');
  });

  it('leaves moving ranges out that are 3.267 times the average or more, and reckons once again', () => {
    // Ranges: 1 nine times and 50 once: 5.9 on average, and 50 is beyond 19.3.
    const stepped = [1, 2, 1, 2, 1, 2, 52, 51, 52, 51, 52];
    assert.equal(limits(stepped).averageRange, 1);
  });

  it('has no limits of fewer than ten figures', () => {
    assert.equal(limitsOf(followedUp.slice(0, 9)), 'too-few-figures');
    assert.equal(limitsOf([]), 'too-few-figures');
    assert.equal(limits(followedUp.slice(0, 10)).figures, 10);
  });

  it('has no limits where gaps leave fewer moving ranges than ten figures in a row have', () => {
    const [first = 0, ...rest] = followedUp.slice(0, 10);
    assert.equal(limitsOf([first, undefined, ...rest]), 'too-many-gaps');
    assert.equal(limits([first, undefined, ...rest, 97.3]).figures, 11);
  });

  it('reckons no moving range over a gap', () => {
    const even = [1, 2, 1, 2, 1, 2, 1, undefined, 90, 91, 90, 91, 90];
    assert.equal(limits(even).averageRange, 1);
  });

  it('depends on the order of its figures: the same ones in order vary less from one to the next', () => {
    const sorted = limits(followedUp.toSorted((a, b) => a - b));
    assert.equal(sorted.mean, 86.9);
    assert.ok(sorted.averageRange < 3.96);
  });

  it('of figures that never change has limits at the mean, and nothing special', () => {
    const same = Array.from({ length: 12 }, () => 0.1);
    assert.deepEqual(limits(same), {
      mean: 0.1,
      lower: 0.1,
      upper: 0.1,
      averageRange: 0,
      figures: 12,
    });
    assert.deepEqual(specials(same), []);
  });
});

describe('a figure is special', () => {
  const cases: readonly (readonly [
    words: string,
    figures: (number | undefined)[],
    found: string[],
  ])[] = [
    ['outside a limit, and not on it', [3, 3.1, -3, -3.1], ['1 outside high', '3 outside low']],
    ['as one of seven in a row on one side of the mean', [1, 1, 2, 1, 1, 1, 1], row(7, 'run high')],
    ['not as one of six', [1, 1, 2, 1, 1, 1, -1], []],
    ['not across a figure on the mean', [1, 1, 1, 1, 0, 1, 1, 1], []],
    ['not across a gap', [1, 1, 1, 1, undefined, 1, 1, 1], []],
    ['as part of a rise of seven', [-1.5, -1, -0.5, 0, 0.5, 1, 1.5], row(7, 'trend high')],
    ['as part of a fall of seven', [1.5, 1, 0.5, 0, -0.5, -1, -1.5], row(7, 'trend low')],
    ['not in a rise that stands still', [-1.5, -1, -0.5, -0.5, 0.5, 1, 1.5], []],
    ['not in a rise across a gap', [-1.5, -1, -0.5, undefined, 0, 0.5, 1, 1.5], []],
    [
      'as two of three in an outer third, with the third on the same side',
      [2.5, 0.5, 2.5],
      ['0 outer-third high', '2 outer-third high'],
    ],
    ['not as two with one on the other side between them', [2.5, -0.5, 2.5], []],
    ['not as two in outer thirds on two sides', [2.5, -2.5, -0.1], []],
    ['not exactly two thirds of the way', [2, 2, 2], []],
    [
      'outside a limit first, then by a trend, and by a run last',
      [0.5, 1, 1.5, 1.6, 1.7, 1.8, 4],
      [...row(6, 'trend high'), '6 outside high'],
    ],
    [
      'by the next of two trends where one ends and the other begins',
      [-1, -0.5, 0, 0.5, 1, 1.5, 2, 1.5, 1, 0.5, 0, -0.5, -1],
      [...row(6, 'trend high'), ...row(7, 'trend low', 6)],
    ],
  ];
  for (const [words, figures, found] of cases) {
    it(words, () => assert.deepEqual(specials(figures, plain), found));
  }

  function row(length: number, words: string, from = 0): string[] {
    return Array.from({ length }, (_, index) => `${String(from + index)} ${words}`);
  }

  it('means improvement or concern by what is better, and only its side where nobody says', () => {
    const high = { rule: 'run', side: 'high' } as const;
    const low = { rule: 'run', side: 'low' } as const;
    assert.equal(signalOf(high, 'higher'), 'improvement');
    assert.equal(signalOf(high, 'lower'), 'concern');
    assert.equal(signalOf(low, 'higher'), 'concern');
    assert.equal(signalOf(low, 'lower'), 'improvement');
    assert.equal(signalOf(low, undefined), 'low');
  });
});

describe('a target beside the limits', () => {
  const cases = [
    ['at-least', -4, 'consistently-passes'],
    ['at-least', 0, 'hit-and-miss'],
    ['at-least', 3, 'hit-and-miss'],
    ['at-least', 4, 'consistently-fails'],
    ['at-most', 4, 'consistently-passes'],
    ['at-most', -3, 'hit-and-miss'],
    ['at-most', -4, 'consistently-fails'],
    ['exactly', 9, undefined],
  ] as const;
  for (const [side, amount, words] of cases) {
    it(`of ${side} ${String(amount)} between -3 and 3: ${words ?? 'cannot be told'}`, () => {
      assert.equal(assuranceOf(plain, { side, amount }), words);
    });
  }
});

describe('any XmR chart', () => {
  const figure = fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: undefined, freq: 12 });
  const figures = fc
    .array(figure, { minLength: 12, maxLength: 60 })
    .filter((each) => typeof limitsOf(each) !== 'string');
  const close = (a: number, b: number): void =>
    assert.ok(Math.abs(a - b) < 1e-6, `${String(a)} and ${String(b)}`);

  it('moves with its figures: a constant added to all shifts the mean and the limits by as much', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: -500, max: 500 }), (each, by) => {
        const here = limits(each);
        const there = limits(each.map((one) => (one === undefined ? undefined : one + by)));
        close(there.mean, here.mean + by);
        close(there.upper, here.upper + by);
        close(there.lower, here.lower + by);
      }),
    );
  });

  it('turned over has the same specials on the other side, and read backwards the same limits', () => {
    fc.assert(
      fc.property(figures, (each) => {
        const over = each.map((one) => (one === undefined ? undefined : -one));
        const turned = specials(over).map((words) =>
          words.endsWith('high') ? words.replace('high', 'low') : words.replace('low', 'high'),
        );
        assert.deepEqual(turned, specials(each));
        close(limits(each.toReversed()).upper, limits(each).upper);
      }),
    );
  });

  it('says nothing of a gap, and everything outside the limits is special', () => {
    fc.assert(
      fc.property(figures, (each) => {
        const { lower, upper } = limits(each);
        const found = specialsOf(each, limits(each));
        assert.equal(found.length, each.length);
        for (const [index, one] of each.entries()) {
          const isOutside = one !== undefined && (one < lower || one > upper);
          assert.equal(found[index]?.rule === 'outside', isOutside);
          if (one === undefined) assert.equal(found[index], undefined);
        }
      }),
    );
  });

  it('treats what stands on either side of gaps as if the rest were not there', () => {
    fc.assert(
      fc.property(figures, figures, (before, after) => {
        const all = [...before, undefined, ...after];
        const by = limits(all);
        assert.deepEqual(specialsOf(all, by), [
          ...specialsOf(before, by),
          undefined,
          ...specialsOf(after, by),
        ]);
      }),
    );
  });
});
