import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unitsOf } from '../../server/src/language/read.ts';
import { tokenize, tokenEnd } from '../../server/src/language/tokens.ts';
import { samples, scopedTokens } from './scopes.ts';

/**
 * The grammar colours a comment or a text exactly where the parser reads one. Each text becomes a
 * row of marks, one a character: `c` in a comment, `s` in quotes or a text block, `.` elsewhere.
 */

const quoting = new Set(['Straight', 'Curly', 'Text']);

function asParsed(text: string): string {
  const marks = Array.from(text.matchAll(/[^]/g), ([character]) => blankOr(character, '.'));
  const paint = (start: number, end: number, mark: string) => {
    for (let at = start; at < end; at++) marks[at] = blankOr(text.charAt(at), mark);
  };
  let start = 0;
  for (const unit of unitsOf(text)) {
    const { tokens, comments } = tokenize(unit);
    for (const comment of comments)
      paint(start + comment.startOffset, start + tokenEnd(comment), 'c');
    for (const token of tokens) {
      if (quoting.has(token.tokenType.name))
        paint(start + token.startOffset, start + tokenEnd(token), 's');
    }
    start += unit.length;
  }
  return marks.join('');
}

function asColoured(text: string): string {
  const marks = text.replaceAll(/[^\r\n]/g, '.').split('');
  for (const { start, text: piece, scopes } of scopedTokens(text)) {
    const mark = markOf(scopes);
    for (let at = start; at < start + piece.length; at++) marks[at] = mark;
  }
  return marks.join('');
}

function markOf(scopes: readonly string[]): string {
  const areas = new Set(scopes.map((scope) => scope.split('.')[0]));
  if (areas.has('comment')) return areas.has('string') ? '?' : 'c';
  return areas.has('string') ? 's' : '.';
}

/** No editor gives a line's end a colour. */
const blankOr = (character: string, mark: string): string =>
  /[\r\n]/.test(character) ? character : mark;

const agree = (text: string): void => {
  assert.equal(asColoured(text), asParsed(text), JSON.stringify(text));
};

/** Pieces that open, close, or nearly do; joined in any order they are hostile. */
const pieces = [
  '"',
  '""',
  '"""',
  '""""',
  '“',
  '”',
  '„',
  '‟',
  '’',
  '//',
  '/*',
  '*/',
  '/**/',
  '/*/',
  '*//',
  '/',
  '*',
  '{',
  '}',
  '|',
  ',',
  ':',
  '-',
  '_',
  '(',
  ')',
  '%',
  ' ',
  '  ',
  '\t',
  '\v',
  '\f',
  '\u00a0',
  '\u200b',
  '\u00ad',
  '\ufeff',
  '\u0085',
  '\u3000',
  '\ud800',
  '😀',
  'é',
  'x',
  'AMH//LD',
  'AMH/*LD',
  '18.5',
  '2018-10',
  'Oct 2018',
  '\n',
  '\n',
  '\n',
  '\r\n',
  '\r',
  '\n"""\n',
  '\n  """  \n',
  '\n"""x\n',
  ' """\n',
  ' """ \t\n',
  '"""\u00a0\n',
  '\naction A "t" {\n',
  '\naction A {',
  '\naction A none\n',
  '\naction A nonesuch\n',
  '\naction none "t"\n',
  '\n action A "t" {\n',
  '\nactions A "t" {\n',
  '\naction A “',
  '\ntrust RT5\n',
  '\naction\u00a0A\u200b"',
  '\nplan % {',
  '\nmust M "m" {\n',
  '\n  due 2018-10 ',
  '\n  note ',
  '\n  step 1 "s" ',
  '\n  update 2018-06-12 amber ',
  '\n  red "Off track" means off-track',
  '\n  | a | ',
  'given ',
  'inferred ',
  'by ',
  'tbc ',
  '- **bold** and _it_ [a](b)',
];

const snippets: Record<string, string> = {
  'a straight string': 'note "a ""b"" c" x',
  'a string that only a quote closes': 'note "a"" b\nnote "c"',
  'an unclosed string': 'note "a // b\ndue 2018-10',
  'curly quotes of any kind': 'note “a" b„ x ”c‟',
  'an apostrophe': 'note Bob’s "a"',
  'four quotes at a line’s end': 'note """"\nx',
  'three quotes within a line': 'note """ a\nx"',
  'a text block': 'note """\n  a // b\n  "c"\n  """ x\n  """\ndue 2018-10',
  'an empty text block': 'note """\n"""\ndue 2018-10',
  'a text block after spaces': 'note """  \n  a\n  """  \nx "y"',
  'a text block that ends with its file': 'note """',
  'an unclosed text block before a block':
    'action A "a" {\n  note """\n  b\naction B "b" {\n  note "c"\n}',
  'a block inside a closed text block': 'note """\n  a\naction B "b"\n"""\nx\n"""\ny',
  'an indented header inside a text block': 'note """\n action B "b"\n"""\nx',
  'a header without its tail inside a text block': 'note """\naction B\naction B b "c"\n"""\nx',
  'a text block under a property with a value':
    'update 2018-06-12 amber """\n  due "x"\n"""\nx "y"',
  'a line comment': 'due 2018-10 // "a"\nx',
  'no comment inside a word': 'directorate AMH//LD "a" // b',
  'no comment after a quote or a brace': 'a "b"// c\n{// d\n}/* e\n"x"',
  'a comment within a line': 'due /* "a" */ 2018-10 "b"',
  'a comment over lines within a property': 'due /* a\n "b" \n*/ 2018-10 "c" // d\nx',
  'a comment that closes at once': '/**/ a /*/ b */ c "d"',
  'a comment straight after a comment': '/* a *//* b */ c */ "d"',
  'an unclosed comment before a block': 'action A "a" {\n  /* b\n  c\naction B "b" {\n  "c"\n}',
  'a block inside a closed comment': '/* a\naction B none\n*/ c "d"',
  'a comment in an unclosed property before a block': 'due /* a\nplan P {\n due "x"',
  'a comment in a text block in a comment': '/* """\n*/ """\n/* a\n"""\n"b"',
  'a lost brace': 'action A "a" }}}\n  note "b"\n{{{ note """\nx\n"""\n}',
  'Windows and old line ends': 'note """\r\na\r\n"""\r\ndue "x"\rnote /* b\rc */\r\n\r\n"d"',
  'a byte-order mark before a comment': '\ufeff// a\n"b"',
};

describe('the grammar and the parser', () => {
  for (const [name, text] of Object.entries(snippets)) {
    it(`agree on ${name}`, () => {
      agree(text);
    });
  }

  it('agree on which characters a comment may follow', () => {
    for (let code = 0; code < 0xffff; code++) {
      const character = String.fromCharCode(code);
      if (!/[\u2028\u2029]/.test(character) && (code < 0x3100 || code > 0xfe00))
        agree(`${character}// a`);
    }
  });

  it('agree on any two hostile pieces between quiet lines', () => {
    for (const first of pieces) {
      for (const second of pieces)
        agree(`plan P "p" {\n  note ${first}${second} a\n}\nplan Q "q"\n`);
    }
  });

  it('agree on hostile pieces in any order', () => {
    const text = fc
      .array(fc.constantFrom(...pieces), { maxLength: 30 })
      .map((found) => found.join(''));
    fc.assert(fc.property(text, agree), { numRuns: 2000 });
  });

  it('agree on every sample', () => {
    for (const { text } of samples()) agree(text);
  });
});
