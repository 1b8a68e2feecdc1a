import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { foldingRanges } from '../../../server/src/editor/folding.ts';
import { formatting } from '../../../server/src/editor/formatting.ts';
import { documentSymbols, workspaceSymbols } from '../../../server/src/editor/symbols.ts';
import { formatPlan } from '../../../server/src/language/printer.ts';
import { askOf, textOf, withEdits } from './cursor.ts';
import { actions, registries } from './project.ts';

/** A file as a whole: its outline, its folds, its layout. */

describe('the outline of a file', () => {
  const ask = askOf([
    `inspection I "Inspection" {
  must M1 "One" {
    question safe
  }
  should S1 tbc
}
scale progress "Progress" {
  amber "At risk" means at-risk
}
action A "Act" {
  step 1 "First" due 2018-08
}
`,
  ]);
  const shape = ({ name, detail, children = [] }: DocumentSymbol): unknown[] => [
    `${name}: ${detail ?? ''}`,
    ...children.map(shape),
  ];

  it('has blocks with what stands inside them', () => {
    assert.deepEqual(documentSymbols(ask).map(shape), [
      ['I: Inspection', ['M1: One'], ['S1: should']],
      ['progress: Progress', ['amber: At risk']],
      ['A: Act', ['step 1: First']],
    ]);
  });

  it('has ranges around the names they stand for', () => {
    const check = ({ range, selectionRange, name, children = [] }: DocumentSymbol): void => {
      const own = textOf(ask.file, selectionRange);
      assert.ok(name.includes(own), name);
      assert.ok(textOf(ask.file, range).includes(own));
      children.forEach(check);
    };
    documentSymbols(ask).forEach(check);
  });
});

describe('the items of a workspace', () => {
  const ask = askOf([registries, actions]);
  const found = (query: string): string[] =>
    workspaceSymbols([ask], query).map(
      ({ name, containerName }) => `${name} (${containerName ?? ''})`,
    );

  it('are found by id, whatever the case, the id itself first', () => {
    assert.deepEqual(found('m1'), [
      'M1 Staff record their supervision (CQC-2017)',
      'MH-2019 Mental health (file-1.plan)',
    ]);
    assert.equal(found('c')[0], 'C Record it on uLearn (file-2.plan)');
    assert.equal(found('hon')[0], 'HON Head of Nursing (file-1.plan)');
  });

  it('are found by words of the title and by their letters in order', () => {
    assert.deepEqual(found('on uLearn'), ['C Record it on uLearn (file-2.plan)']);
    assert.deepEqual(found('psycare'), ['PICU Psychiatric intensive care (file-1.plan)']);
    assert.deepEqual(found('no such thing'), []);
  });

  it('are all there when nothing is asked, but 500 at most', () => {
    assert.equal(found('').length, 15);
    const many = askOf([Array.from({ length: 600 }, (_, at) => `action ${at} "x"`).join('\n')]);
    assert.equal(workspaceSymbols([many], '').length, 500);
  });
});

describe('folds', () => {
  const foldsOf = (text: string): string[] =>
    foldingRanges(askOf([text])).map(
      ({ startLine, endLine, kind }) =>
        `${startLine}-${endLine}${kind === undefined ? '' : ` ${kind}`}`,
    );

  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['a block, to the line before its }', 'action A "x" {\n  due 2018-06\n  sro B\n}\n', ['0-2']],
    [
      'a block inside a block',
      'audit A "x" {\n  must B "y" {\n    ref "1"\n  }\n}',
      ['1-2', '0-3'],
    ],
    ['nothing on one line', 'action A "x" { due 2018-06 }\naction B "y"\n', []],
    ['a text', 'action A "x" {\n  note """\n    a\n    b\n  """\n}', ['1-3', '0-4']],
    [
      'a block that is not closed, to its end',
      'action A "x" {\n  due 2018-06\n\n\naction B "y"',
      ['0-1'],
    ],
    [
      'a text that is not closed',
      'action A "x" {\n  note """\n    a\n\naction B "y"',
      ['1-2', '0-2'],
    ],
    ['a comment over several lines', '/* a\nb\nc */\naction A "x"', ['0-2 comment']],
    ['a run of comments', '// a\n// b\n\n// c\naction A "x" // d\n// e\n', ['0-1 comment']],
    [
      'Windows lines',
      '// a\r\n// b\r\naction A "x" {\r\n  due 2018-06\r\n}',
      ['0-1 comment', '2-3'],
    ],
  ];
  for (const [name, text, expected] of cases) {
    it(`are made of ${name}`, () => {
      assert.deepEqual(foldsOf(text), expected);
    });
  }
});

describe('formatting', () => {
  const editsOf = (text: string) => formatting(askOf([text]));

  it('does nothing to what is tidy', () => {
    assert.deepEqual(editsOf('action A "x" {\n  due 2018-06\n}\n'), []);
    assert.deepEqual(editsOf(''), []);
  });

  it('changes only the lines that are not', () => {
    const edits = editsOf('action A "x" {\n  due 2018-06\n    sro B\n}\n\n\n\naction B   "y"\n');
    assert.deepEqual(
      edits.map(({ range, newText }) => [range.start.line, range.end.line, newText]),
      [
        [2, 3, '  sro B\n'],
        [5, 6, ''],
        [6, 7, ''],
        [7, 8, 'action B "y"\n'],
      ],
    );
  });

  const untidy: readonly string[] = [
    'action A "x" {\n\n\n  due   2018-06\n\n\n}',
    'action A "x"',
    '\ufeffaction  A "x"\r\n\r\n\r\n',
    'action A "x" {\r\n  due 2018-06\n  sro B\r\n}\r\n',
    'action A "x" {\n  note """\n\n  """\n\u200b\n  due  2018-06\n}\n',
    'action A "x" {\n  note  """\na\n\n\n   b\n"""\n}\n',
    '  \n\n// x\n\n\n\naction A "x" {\n  due "wrong\n }\naction  B "y"',
    'ratings R "x" {\n|a|b|\n|  c | d|\n}',
    '\n\n',
  ];
  for (const text of untidy) {
    it(`gives what the formatter gives: ${JSON.stringify(text)}`, () => {
      const { file } = askOf([text]);
      assert.equal(withEdits(file, editsOf(text)), formatPlan(text));
    });
  }
});
