import { createToken, Lexer, type IToken, type TokenType } from 'chevrotain';
import {
  matchBlockComment,
  matchCurly,
  matchNewline,
  matchStraight,
  matchText,
  matchWord,
  unicodeMatcher,
} from './matchers.ts';
import { blank, curlyQuotes } from './shapes.ts';

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

const isSkipped = { group: Lexer.SKIPPED };

/** What stands between nearly all tokens, apart, because chevrotain walks over ASCII without a pattern. */
const Space = createToken({ name: 'Space', pattern: /[ \t]+/, ...isSkipped });

const WhiteSpace = createToken({
  name: 'WhiteSpace',
  pattern: new RegExp(`${blank}+`),
  ...isSkipped,
});

export const Newline = createToken({
  name: 'Newline',
  pattern: matchNewline,
  start_chars_hint: ['\r', '\n'],
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

/** An unclosed comment ends with its unit; the parser says so. */
const BlockComment = createToken({
  name: 'BlockComment',
  pattern: matchBlockComment,
  start_chars_hint: ['/'],
  group: 'comments',
  line_breaks: true,
});

/** Opens with `"""` at a line's end, closes with `"""` alone on a line, or with its unit. */
export const Text = createToken({
  name: 'Text',
  pattern: matchText,
  start_chars_hint: ['"'],
  line_breaks: true,
});

/** `""` inside is a quote. */
const Straight = createToken({
  name: 'Straight',
  pattern: matchStraight,
  start_chars_hint: ['"'],
  line_breaks: false,
});

const Curly = createToken({
  name: 'Curly',
  pattern: matchCurly,
  start_chars_hint: Array.from(curlyQuotes),
  line_breaks: false,
});

export const WordToken = createToken({
  name: 'Word',
  pattern: matchWord,
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

/** The abstract parent of what the parser reads alike. */
function kindOf(name: string, members: readonly TokenType[]): TokenType {
  const parent = createToken({ name, pattern: Lexer.NA });
  for (const member of members) member.CATEGORIES = [...(member.CATEGORIES ?? []), parent];
  return parent;
}

/** Texts in either kind of quotes. */
export const Quotes = kindOf('Quotes', [Straight, Curly]);
/** What may follow a keyword on its line. */
export const Inline = kindOf('Inline', [WordToken, Straight, Curly, Comma, Colon]);
/** What may stand anywhere on a line, though no line is to be read with it. */
export const Junk = kindOf('Junk', [WordToken, Straight, Curly, Comma, Colon, Text, Pipe, Unknown]);

export const allTokens = [
  Space,
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
  Inline,
  Junk,
  Unknown,
];

/** The lexer. Checking its patterns takes as long as all else at the start, so a test does that. */
export const newLexer = (check: { readonly definitions: boolean }): Lexer =>
  new Lexer(allTokens, {
    positionTracking: 'onlyOffset',
    ensureOptimizations: true,
    skipValidations: !check.definitions,
  });

const lexer = newLexer({ definitions: false });

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
  const text = image.slice(1, closed ? -1 : undefined);
  return { text: text.includes('"') ? text.replaceAll('""', '"') : text, closed };
}

const indentOf = (line: string): string => {
  let length = 0;
  while (line[length] === ' ' || line[length] === '\t') length++;
  return line.slice(0, length);
};

/**
 * The text between `"""`: common indentation removed, line ends trimmed, lines joined with `\n`.
 * `closed` is false when the unit ended before the closing `"""`.
 */
export function dedent(image: string): { text: string; closed: boolean } {
  const lines = image.split(image.includes('\r') ? /\r\n|\n|\r/ : '\n');
  const closed = lines.length > 1 && lines.at(-1)?.trim() === '"""';
  const content = lines.slice(1, closed ? -1 : undefined).map((line) => line.trimEnd());
  let indent: string | undefined;
  for (const line of content) {
    if (line === '') continue;
    const own = indentOf(line);
    indent = indent === undefined || indent === own ? own : commonStart(indent, own);
  }
  const width = indent?.length ?? 0;
  return { text: content.map((line) => line.slice(width)).join('\n'), closed };
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
