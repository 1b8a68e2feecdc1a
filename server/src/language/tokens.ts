import { createToken, Lexer, type CustomPatternMatcherFunc, type IToken } from 'chevrotain';
import { blank, curlyQuotes, wordPattern } from './shapes.ts';

/**
 * The first characters a Unicode pattern may match, for chevrotain's dispatch by first character:
 * exact below 256, above it one character for each of its buckets of 255.
 */
function firstCharacters(pattern: RegExp): string[] {
  const characters = [];
  for (let code = 0; code < 256; code++) {
    const character = String.fromCharCode(code);
    if (pattern.test(character)) characters.push(character);
  }
  for (let code = 256; code <= 0xffff; code += 255) characters.push(String.fromCharCode(code));
  characters.push('\uffff');
  return characters;
}

/** Chevrotain drops a pattern's `u` flag, so Unicode patterns match through a function. */
function unicodeMatcher(source: string): CustomPatternMatcherFunc {
  const pattern = new RegExp(source, 'uy');
  return (text, offset) => {
    pattern.lastIndex = offset;
    return pattern.exec(text);
  };
}

const WhiteSpace = createToken({
  name: 'WhiteSpace',
  pattern: new RegExp(`${blank}+`),
  group: Lexer.SKIPPED,
});

export const Newline = createToken({
  name: 'Newline',
  pattern: /\r\n|\n|\r/,
  line_breaks: true,
});

/** `//` begins a comment at the start of a line or after white space, never inside a word. */
const LineComment = createToken({
  name: 'LineComment',
  pattern: /(?<!\S)\/\/[^\r\n]*/,
  start_chars_hint: ['/'],
  group: 'comments',
  line_breaks: false,
});

const matchBlockComment: CustomPatternMatcherFunc = (text, offset) => {
  if (!text.startsWith('/*', offset) || /\S/.test(text.charAt(offset - 1))) return null;
  const closing = text.indexOf('*/', offset + 2);
  return [text.slice(offset, closing < 0 ? text.length : closing + 2)];
};

/** An unclosed comment ends with its unit; the parser says so. */
const BlockComment = createToken({
  name: 'BlockComment',
  pattern: matchBlockComment,
  start_chars_hint: ['/'],
  group: 'comments',
  line_breaks: true,
});

const textOpening = /"""[ \t]*(?=[\r\n]|$)/y;
const textClosing = /(?:\r\n|\n|\r)[ \t]*"""[ \t]*(?=[\r\n]|$)/g;

const matchText: CustomPatternMatcherFunc = (text, offset) => {
  textOpening.lastIndex = offset;
  if (!textOpening.test(text)) return null;
  textClosing.lastIndex = offset + 3;
  const closing = textClosing.exec(text);
  return [text.slice(offset, closing === null ? text.length : textClosing.lastIndex)];
};

/** Opens with `"""` at a line's end, closes with `"""` alone on a line, or with its unit. */
export const Text = createToken({
  name: 'Text',
  pattern: matchText,
  start_chars_hint: ['"'],
  line_breaks: true,
});

/** A text whose closing quote is missing ends with its line, to which it leaves a `{`. */
function unclosed(text: string, offset: number, lineEnd: number): [string] {
  const trimmed = (end: number): number => {
    let last = end;
    while (last > offset + 1 && /[ \t]/.test(text.charAt(last - 1))) last--;
    return last;
  };
  const end = trimmed(lineEnd);
  const leavesBrace = end > offset + 1 && text.charAt(end - 1) === '{';
  return [text.slice(offset, leavesBrace ? trimmed(end - 1) : end)];
}

const quoteOrLineEnd = /["\r\n]/g;

const matchStraight: CustomPatternMatcherFunc = (text, offset) => {
  if (text.charAt(offset) !== '"') return null;
  let doubled: number | undefined;
  quoteOrLineEnd.lastIndex = offset + 1;
  for (let found = quoteOrLineEnd.exec(text); ; found = quoteOrLineEnd.exec(text)) {
    const at = found?.index ?? text.length;
    if (found?.[0] !== '"') {
      // Where nothing else closes it, the last doubled quote is taken for two single ones.
      return doubled === undefined ? unclosed(text, offset, at) : [text.slice(offset, doubled)];
    }
    if (text.charAt(at + 1) !== '"') return [text.slice(offset, at + 1)];
    doubled = at + 1;
    quoteOrLineEnd.lastIndex = at + 2;
  }
};

/** `""` inside is a quote. */
const Straight = createToken({
  name: 'Straight',
  pattern: matchStraight,
  start_chars_hint: ['"'],
  line_breaks: false,
});

const curlyOrLineEnd = new RegExp(`[${curlyQuotes}\\r\\n]`, 'g');

const matchCurly: CustomPatternMatcherFunc = (text, offset) => {
  if (!curlyQuotes.includes(text.charAt(offset))) return null;
  curlyOrLineEnd.lastIndex = offset + 1;
  const found = curlyOrLineEnd.exec(text);
  const at = found?.index ?? text.length;
  const isClosed = curlyQuotes.includes(found?.[0] ?? '\n');
  return isClosed ? [text.slice(offset, at + 1)] : unclosed(text, offset, at);
};

const Curly = createToken({
  name: 'Curly',
  pattern: matchCurly,
  start_chars_hint: Array.from(curlyQuotes),
  line_breaks: false,
});

/** The abstract parent of both kinds of quotes, which the parser reads alike. */
export const Quotes = createToken({ name: 'Quotes', pattern: Lexer.NA });
Straight.CATEGORIES = [Quotes];
Curly.CATEGORIES = [Quotes];

export const WordToken = createToken({
  name: 'Word',
  pattern: unicodeMatcher(wordPattern),
  line_breaks: false,
  start_chars_hint: firstCharacters(/[-%\p{L}\p{N}]/u),
});

export const LeftBrace = createToken({ name: 'LeftBrace', pattern: '{' });
export const RightBrace = createToken({ name: 'RightBrace', pattern: '}' });
export const Comma = createToken({ name: 'Comma', pattern: ',' });
export const Colon = createToken({ name: 'Colon', pattern: ':' });
export const Pipe = createToken({ name: 'Pipe', pattern: '|' });

/** Whatever no other token takes: it makes the lexer total, so that nothing a person wrote is lost. */
export const Unknown = createToken({
  name: 'Unknown',
  pattern: unicodeMatcher('\\S'),
  start_chars_hint: firstCharacters(/[^\s]/),
  line_breaks: false,
});

export const allTokens = [
  WhiteSpace,
  Newline,
  LineComment,
  BlockComment,
  Text,
  Straight,
  Curly,
  WordToken,
  LeftBrace,
  RightBrace,
  Comma,
  Colon,
  Pipe,
  Quotes,
  Unknown,
];

const lexer = new Lexer(allTokens, {
  positionTracking: 'onlyOffset',
  ensureOptimizations: true,
});

export interface Tokens {
  readonly tokens: IToken[];
  /** Comments in the order of the text; the parser never sees them, the printer does. */
  readonly comments: readonly IToken[];
}

/** Splits one unit's text into tokens. Every character lands in a token, a comment or white space. */
export function tokenize(text: string): Tokens {
  const { tokens, groups } = lexer.tokenize(text);
  return { tokens, comments: groups.comments ?? [] };
}

/** The offset after a token's last character. */
export const tokenEnd = (token: IToken): number => token.startOffset + token.image.length;

/** What stands between the quotes of a string token, and whether its closing quote is there. */
export function unquote(image: string): { text: string; closed: boolean } {
  if (!image.startsWith('"')) {
    const closed = image.length > 1 && curlyQuotes.includes(image.at(-1) ?? '');
    return { text: image.slice(1, closed ? -1 : undefined), closed };
  }
  let trailing = 0;
  while (trailing < image.length - 1 && image.at(-1 - trailing) === '"') trailing++;
  const closed = trailing % 2 === 1;
  return { text: image.slice(1, closed ? -1 : undefined).replaceAll('""', '"'), closed };
}

/**
 * The text between `"""`: common indentation removed, line ends trimmed, lines joined with `\n`.
 * `closed` is false when the unit ended before the closing `"""`.
 */
export function dedent(image: string): { text: string; closed: boolean } {
  const lines = image.split(/\r\n|\n|\r/);
  const closed = lines.length > 1 && lines.at(-1)?.trim() === '"""';
  const content = lines.slice(1, closed ? -1 : undefined).map((line) => line.trimEnd());
  let indent: string | undefined;
  for (const line of content) {
    if (line === '') continue;
    const own = /^[ \t]*/.exec(line)?.[0] ?? '';
    indent = indent === undefined ? own : commonStart(indent, own);
  }
  const width = indent?.length ?? 0;
  return { text: content.map((line) => line.slice(width)).join('\n'), closed };
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
