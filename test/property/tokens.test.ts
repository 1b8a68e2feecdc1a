import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blank, curlyQuotes, wordPattern } from '../../server/src/language/shapes.ts';
import { tokenEnd, tokenize } from '../../server/src/language/tokens.ts';
import { hostileTokens, sampleFiles } from './wounds.ts';

/**
 * What a token is, said once more by patterns alone, of which the first that fits counts. The lexer looks at
 * characters one by one, because a plan has a million tokens; it has to find the same.
 */
const token = (name: string, source: string) => ({ name, pattern: new RegExp(source, 'uy') });

const curly = `[${curlyQuotes}]`;
const lineEnd = '(?=[\\r\\n]|$)';
/** A text without a closing quote ends with its line, without the white space there and the brace of a block. */
const unclosed = `[^\\r\\n]*?(?=[ \\t]*(?:(?:\\{[ \\t]*)?${lineEnd}))`;

const patterns = [
  token('WhiteSpace', `${blank}+`),
  token('Newline', '\\r\\n|\\r|\\n'),
  token('LineComment', '(?<!\\S)//[^\\r\\n]*'),
  token('BlockComment', '(?<!\\S)/\\*(?:[^]*?\\*/|[^]*)'),
  token('Text', `"""[ \\t]*${lineEnd}(?:[^]*?(?:\\r\\n|\\n|\\r)[ \\t]*"""[ \\t]*${lineEnd}|[^]*)`),
  token(
    'Straight',
    `"(?:[^"\\r\\n]|"")*"(?!")|"(?:[^"\\r\\n]|"")*"(?="[^"\\r\\n]*${lineEnd})|"${unclosed}`,
  ),
  token('Curly', `${curly}(?:[^${curlyQuotes}\\r\\n]*${curly}|${unclosed})`),
  token('Word', wordPattern),
  token('LeftBrace', '\\{'),
  token('RightBrace', '\\}'),
  token('Comma', ','),
  token('Colon', ':'),
  token('Pipe', '\\|'),
  token('Unknown', '\\S'),
];

type Found = readonly [name: string, image: string, start: number];

function byPatterns(text: string): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < text.length;) {
    const fits = patterns.find(({ pattern }) => {
      pattern.lastIndex = at;
      return pattern.test(text);
    });
    assert.ok(fits, `a pattern for what stands at ${at}`);
    const end = fits.pattern.lastIndex;
    if (fits.name !== 'WhiteSpace') found.push([fits.name, text.slice(at, end), at]);
    at = end;
  }
  return found;
}

function assertSame(text: string): void {
  const { tokens, comments } = tokenize(text);
  const ours = [...tokens, ...comments]
    .sort((a, b) => a.startOffset - b.startOffset)
    .map((each): Found => {
      assert.equal(tokenEnd(each), each.startOffset + each.image.length);
      return [each.tokenType.name, each.image, each.startOffset];
    });
  assert.deepEqual(ours, byPatterns(text));
  assert.ok(comments.every(({ tokenType }) => tokenType.name.endsWith('Comment')));
}

describe('tokens are what their patterns say', () => {
  it('in the samples', () => {
    for (const { text } of sampleFiles) assertSame(text);
  });

  it('in any mixture of what they are made of', () => {
    const marks = [...hostileTokens, '""', '”', '„', '//', '*/', '/', ',', ':', '-', '%', '#', '.'];
    const spaces = ['\n', '\r\n', '\r', ' ', '\t', '\v', '\u00a0', '\u200b', '\u2028', '\ufeff'];
    const letters = [
      'a',
      'x.',
      '(b)',
      '9',
      'é',
      'e\u0301',
      '😀',
      '\ud800',
      '\udc00',
      '\0',
      '_',
      '&',
    ];
    const piece = fc.oneof(
      fc.constantFrom(...marks),
      fc.constantFrom(...spaces),
      fc.constantFrom(...letters),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(texts, assertSame), { numRuns: 3000 });
  });
});
