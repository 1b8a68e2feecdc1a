import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  encodeRange,
  encodeTokens,
  semanticTokens,
  tokenEdits,
} from '../../../server/src/editor/semantic-tokens.ts';
import { legend } from '../../../server/src/editor/token-roles.ts';
import { PlanFile } from '../../../server/src/plan/file.ts';
import { askOf } from './cursor.ts';

/** What each word is, for editors that colour by meaning. */

/** Numbers as LSP sends them, in words: `due property`, a line each. */
function inWords(text: string, data: readonly number[]): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  const words: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    character = down === 0 ? character + right : right;
    line += down;
    const modifiers = legend.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    const name = [legend.tokenTypes[type], ...modifiers].join('.');
    words.push(`${lines[line]?.slice(character, character + length) ?? ''} ${name}`);
  }
  return words;
}

const tokensIn = (text: string): string[] =>
  inWords(text, encodeTokens(semanticTokens(askOf([text]))));

/** The tokens of one line of an action. */
const inAction = (line: string): string[] => tokensIn(`action A tbc {\n  ${line}\n}`).slice(3);

describe('a token', () => {
  it('of a header is a keyword, an id that is declared, and a title', () => {
    assert.deepEqual(tokensIn('sro HON "Head of Nursing"'), [
      'sro keyword',
      'HON class.declaration',
      '"Head of Nursing" string',
    ]);
  });

  const lines: readonly (readonly [string, readonly string[]])[] = [
    [
      'due Oct 2018 given "Oct-18"',
      ['due property', 'Oct number', '2018 number', 'given modifier', '"Oct-18" string'],
    ],
    [
      'due 2018-04 tbc "capital"',
      ['due property', '2018-04 number', 'tbc keyword.readonly', '"capital" string'],
    ],
    ['sro unknown', ['sro property', 'unknown keyword.readonly']],
    ['for NHSI-2019:1.1, C', ['for property', 'NHSI-2019 struct', '1.1 type', 'C type']],
    ['continues 18.5 not-in-plan', ['continues property', '18.5 function', 'not-in-plan modifier']],
    [
      'closed 2018-06 by CQC',
      ['closed property', '2018-06 number', 'by modifier', 'CQC variable.defaultLibrary'],
    ],
    ['closed 2018-06 by QAC', ['closed property', '2018-06 number', 'by modifier', 'QAC variable']],
    ['update 2018-06 amber', ['update property', '2018-06 number', 'amber enumMember']],
    ['due 2018-06 // soon', ['due property', '2018-06 number', '// soon comment']],
  ];
  for (const [line, expected] of lines) {
    it(`is told in ${line}`, () => {
      assert.deepEqual(inAction(line), expected);
    });
  }

  it('of a ratings table is a heading, a service or a rating', () => {
    const text = 'ratings R "x" {\n  | | safe |\n  | PICU | good 2019-02 |\n}';
    assert.deepEqual(tokensIn(text).slice(3), [
      'safe property',
      'PICU namespace',
      'good enumMember',
      '2019-02 number',
    ]);
  });

  it('stands on one line: a long text is one a line', () => {
    assert.deepEqual(
      tokensIn('action A "x" {\n  note """\n    one\n\n    two\n  """\n}').slice(3),
      ['note property', '""" string', 'one string', 'two string', '""" string'],
    );
  });
});

describe('the tokens of a file', () => {
  const sample = readFileSync(
    new URL('../../../samples/getting-started/getting-started.plan', import.meta.url),
    'utf8',
  );

  it('stand one after the other, whatever the line ends', () => {
    const unix = tokensIn(sample);
    assert.ok(unix.length > 100);
    assert.deepEqual(tokensIn(sample.replaceAll('\n', '\r\n')), unix);
  });

  it('of a range are those on its lines', () => {
    const ask = askOf(['sro A "x"\nsro B "y" {\n  note "z"\n}\nsro C "w"']);
    const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 3 } };
    assert.deepEqual(inWords(ask.file.text, encodeRange(semanticTokens(ask), range)), [
      'sro keyword',
      'B class.declaration',
      '"y" string',
      'note property',
      '"z" string',
    ]);
  });

  const changes: readonly (readonly [string, (text: string) => string])[] = [
    ['nothing', (text) => text],
    ['a word', (text) => text.replace('On track', 'As planned')],
    ['a line more', (text) => text.replace('  question', '\n  note "more"\n  question')],
    ['blank lines between blocks', (text) => text.replace('\nsro ', '\n\n\n\nsro ')],
    ['a block less', (text) => text.replace(/^sro [^\n]*\n/m, '')],
    ['a comment at the top', (text) => `// new\n\n${text}`],
    ['everything', () => ''],
    ['all of it twice', (text) => `${text}\n${text}`],
  ];
  for (const [name, change] of changes) {
    it(`that change with ${name} follow from edits of those before`, () => {
      for (const [before, now] of [
        [sample, change(sample)],
        [change(sample), sample],
      ] as const) {
        const file = new PlanFile('a.plan', before);
        const old = semanticTokens({ ...askOf(['']), file });
        file.setText(now);
        const tokens = semanticTokens({ ...askOf(['']), file });
        const data = encodeTokens(old);
        for (const { start, deleteCount, data: added = [] } of tokenEdits(old, tokens)) {
          data.splice(start, deleteCount, ...added);
        }
        assert.deepEqual(data, encodeTokens(tokens));
      }
    });
  }

  it('are edited where a unit changed, and nowhere else', () => {
    const file = new PlanFile('a.plan', sample);
    const changed = sample.replace('On track', 'As planned');
    const old = semanticTokens({ ...askOf(['']), file });
    file.setText(changed);
    const now = semanticTokens({ ...askOf(['']), file });
    const [edit] = tokenEdits(old, now);
    assert.ok(edit !== undefined && edit.deleteCount < 200);
    assert.deepEqual(tokenEdits(old, old), []);
  });
});
