import assert from 'node:assert/strict';
import { createToken, Lexer } from 'chevrotain';
import fc from 'fast-check';
import { blank, curlyQuotes, wordPattern } from '../../server/src/language/shapes.ts';
import { tokenEnd, tokenize } from '../../server/src/language/tokens.ts';
import { hostileTokens, sampleFiles } from './wounds.ts';

/**
 * What a token is, said once more by patterns alone, and read by chevrotain’s own lexer. Ours looks at
 * characters one by one, because a plan has a million tokens; it has to find the same.
 */
const token = (name: string, source: string, group?: string) => {
  const pattern = new RegExp(source, 'uy');
  return createToken({
    name,
    line_breaks: true,
    pattern: (text: string, offset: number) => {
      pattern.lastIndex = offset;
      return pattern.exec(text);
    },
    ...(group === undefined ? {} : { group }),
  });
};

const curly = `[${curlyQuotes}]`;
const lineEnd = '(?=[\\r\\n]|$)';
/** A text without a closing quote ends with its line, without the white space there and the brace of a block. */
const unclosed = `[^\\r\\n]*?(?=[ \\t]*(?:(?:\\{[ \\t]*)?${lineEnd}))`;

const reference = new Lexer([
  token('WhiteSpace', `${blank}+`, Lexer.SKIPPED),
  token('Newline', '\\r\\n|\\r|\\n'),
  token('LineComment', '(?<!\\S)//[^\\r\\n]*', 'comments'),
  token('BlockComment', '(?<!\\S)/\\*(?:[^]*?\\*/|[^]*)', 'comments'),
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
]);

function assertSame(text: string): void {
  const { tokens, groups } = reference.tokenize(text);
  const ours = tokenize(text);
  const plain = (all: readonly (typeof tokens)[number][]) =>
    all.map((each) => [each.tokenType.name, each.image, each.startOffset, tokenEnd(each)]);
  const wanted = (all: readonly (typeof tokens)[number][]) =>
    all.map(({ tokenType, image, startOffset }) => [
      tokenType.name,
      image,
      startOffset,
      startOffset + image.length,
    ]);
  assert.deepEqual(plain(ours.tokens), wanted(tokens));
  assert.deepEqual(plain(ours.comments), wanted(groups.comments ?? []));
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
