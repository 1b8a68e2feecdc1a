import assert from 'node:assert/strict';
import { DocumentHighlightKind, type SelectionRange } from 'vscode-languageserver-types';
import {
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
} from '../../../server/src/editor/call-hierarchy.ts';
import { documentHighlights } from '../../../server/src/editor/highlights.ts';
import { implementation } from '../../../server/src/editor/implementation.ts';
import { rangeFormatting } from '../../../server/src/editor/range-formatting.ts';
import { selectionRanges } from '../../../server/src/editor/selection-ranges.ts';
import { askOf, atCursor, shown, textOf, withEdits } from './cursor.ts';
import { actions, registries } from './project.ts';

/** What has to do with the place where somebody is: what carries it out, its other uses, what is around it. */

const pointAt = (marked: string) => {
  const plain = marked.replace('┆', '');
  return atCursor(...[registries, actions].map((text) => text.replace(plain, marked)));
};

describe('the implementation', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['of a requirement are its actions', 'must M┆1', ['file-2.plan 2 18.5']],
    ['of a reference to one as well', 'for       M┆1', ['file-2.plan 2 18.5']],
    ['of an SRO are the actions', 'sro H┆ON "', ['file-2.plan 2 18.5', 'file-2.plan 9 C']],
    ['of a committee too', 'committee C┆EG "', ['file-2.plan 2 18.5']],
    [
      'of a source are its requirements',
      'undertakings NHSI┆-2019',
      ['file-1.plan 23 1.1', 'file-1.plan 24 4.1'],
    ],
    ['of an action are its successors', 'action 18┆.5', ['file-2.plan 9 C']],
    ['of a word of a scale are its uses', '  am┆ber "At', ['file-2.plan 7 amber']],
    ['of a trust is none', 'trust RT┆5 "', []],
    ['of a keyword is none', 'd┆ue       2018-06', []],
  ];
  for (const [name, marked, expected] of cases) {
    it(name, () => {
      const { ask, position } = pointAt(marked);
      assert.deepEqual(
        implementation(ask, position).map((location) => shown(ask, location)),
        expected,
      );
    });
  }
});

describe('highlights', () => {
  const highlightsAt = (marked: string) => {
    const { ask, position } = pointAt(marked);
    return documentHighlights(ask, position)?.map(
      ({ range, kind }) =>
        `${range.start.line + 1} ${textOf(ask.file, range)}${kind === DocumentHighlightKind.Write ? ' written' : ''}`,
    );
  };

  it('are the uses in this file, written where they are declared', () => {
    assert.deepEqual(highlightsAt('continues 18┆.5'), ['2 18.5 written', '11 18.5']);
    assert.deepEqual(highlightsAt('sro       H┆ON\n  due       Oct'), [
      '4 HON',
      '12 HON',
      '15 HON',
    ]);
    assert.deepEqual(highlightsAt('service P┆ICU "'), [
      '10 PICU written',
      '18 PICU',
      '31 PICU',
      '32 Psychiatric intensive care',
    ]);
    assert.deepEqual(highlightsAt('12 am┆ber'), ['7 amber']);
  });

  it('are none where nothing is named', () => {
    assert.equal(highlightsAt('"Record sup┆ervision"'), undefined);
    assert.equal(highlightsAt('clo┆sed'), undefined);
  });
});

describe('a selection', () => {
  /** What is selected, from the smallest to the largest, one line of each. */
  const grow = (...texts: string[]): string[] => {
    const { ask, position } = atCursor(...texts);
    const found: string[] = [];
    let selection: SelectionRange | undefined = selectionRanges(ask, [position])[0];
    while (selection !== undefined) {
      found.push(textOf(ask.file, selection.range).replaceAll(/\s*\n\s*/g, ' / '));
      selection = selection.parent;
    }
    return found;
  };

  it('grows from a word to the text, the line, the block, the file', () => {
    assert.deepEqual(grow('sro A "x"\naction B "y" {\n  lead HON, "Ward mat┆ron"\n}'), [
      'matron',
      'Ward matron',
      '"Ward matron"',
      'HON, "Ward matron"',
      'lead HON, "Ward matron"',
      'action B "y" { / lead HON, "Ward matron" / }',
      'sro A "x" / action B "y" { / lead HON, "Ward matron" / }',
    ]);
  });

  it('grows from a nested block to what holds it', () => {
    assert.deepEqual(grow('audit A "x" {\n  must B "y" {\n    question sa┆fe\n  }\n}'), [
      'safe',
      'question safe',
      'must B "y" { / question safe / }',
      'audit A "x" { / must B "y" { / question safe / } / }',
    ]);
  });

  it('grows through the row of a table', () => {
    assert.deepEqual(
      grow('ratings R "x" {\n  | a | safe |\n  | b | requires impr┆ovement |\n}').slice(0, 3),
      ['improvement', 'requires improvement', '| b | requires improvement |'],
    );
  });

  for (const text of ['┆', '\n\n┆\n', 'nonsense he┆re', 'action A "never {┆']) {
    it(`is the file at the last: ${JSON.stringify(text)}`, () => {
      assert.equal(grow(text).at(-1), text.replace('┆', '').replaceAll(/\s*\n\s*/g, ' / '));
    });
  }
});

describe('the chain from a source to what is done', () => {
  const chain = (marked: string) => {
    const { ask, position } = pointAt(marked);
    const [item] = prepareCallHierarchy(ask, position) ?? [];
    if (item === undefined) return undefined;
    return {
      item: `${item.name} ${item.detail ?? ''}`,
      from: incomingCalls(ask, item).map(({ from }) => from.name),
      to: outgoingCalls(ask, item).map(({ to }) => to.name),
    };
  };

  it('goes on from each of its items, and back', () => {
    assert.deepEqual(chain('inspection CQC┆-2017'), {
      item: 'CQC-2017 Inspection of October 2017',
      from: [],
      to: ['M1', '1.1'],
    });
    assert.deepEqual(chain('for       M┆1'), {
      item: 'M1 Staff record their supervision',
      from: ['CQC-2017'],
      to: ['18.5'],
    });
    assert.deepEqual(chain('action 18┆.5'), {
      item: '18.5 Record supervision',
      from: ['M1', '1.1'],
      to: ['C'],
    });
    assert.deepEqual(chain('action C┆ "'), {
      item: 'C Record it on uLearn',
      from: ['1.1', '18.5'],
      to: [],
    });
  });

  it('begins at none of its items elsewhere', () => {
    assert.equal(chain('sro H┆ON "'), undefined);
    assert.equal(chain('clo┆sed'), undefined);
  });

  it('says where the naming stands', () => {
    const { ask, position } = pointAt('must M┆1');
    const [item] = prepareCallHierarchy(ask, position) ?? [];
    assert.ok(item !== undefined);
    const [call] = incomingCalls(ask, item);
    assert.deepEqual(
      call?.fromRanges.map((range) => textOf(ask.file, range)),
      ['CQC-2017'],
    );
    assert.deepEqual(outgoingCalls(ask, { ...item, data: { kind: 'x' } }), []);
  });
});

describe('formatting a range', () => {
  const text = 'action A "x" {\n     due 2018-06\n     sro B\n}\naction   B   "y"\n';
  const ask = askOf([text]);
  const between = (from: number, to: number, character = 0) => [
    { start: { line: from, character: 0 }, end: { line: to, character } },
  ];

  it('lays out its lines and no other', () => {
    assert.equal(
      withEdits(ask.file, rangeFormatting(ask, between(1, 2))),
      'action A "x" {\n  due 2018-06\n     sro B\n}\naction   B   "y"\n',
    );
    assert.equal(
      withEdits(ask.file, rangeFormatting(ask, between(4, 4, 3))),
      'action A "x" {\n     due 2018-06\n     sro B\n}\naction B "y"\n',
    );
    assert.deepEqual(rangeFormatting(ask, between(0, 1)), []);
  });

  it('takes several ranges', () => {
    const ranges = [...between(2, 3), ...between(4, 5)];
    assert.equal(
      withEdits(ask.file, rangeFormatting(ask, ranges)),
      'action A "x" {\n     due 2018-06\n  sro B\n}\naction B "y"\n',
    );
  });
});
