import { createToken, Lexer, type IToken, type TokenType } from 'chevrotain';
import {
  blankEnd,
  blockCommentEnd,
  curlyEnd,
  lineCommentEnd,
  longTextEnd,
  newlineEnd,
  straightEnd,
  unknownEnd,
  wordEnd,
} from './matchers.ts';
import { curlyQuotes } from './shapes.ts';

/** The kinds of tokens, by which the grammar tells them apart. What each looks like is in matchers.ts. */
const kind = (name: string, ...categories: TokenType[]): TokenType =>
  createToken({ name, pattern: Lexer.NA, categories });

/** Texts in either kind of quotes. */
export const Quotes = kind('Quotes');
/** What may follow a keyword on its line. */
export const Inline = kind('Inline');
/** What may stand anywhere on a line, though no line is to be read with it. */
export const Junk = kind('Junk');

export const Newline = kind('Newline');
const LineComment = kind('LineComment');
const BlockComment = kind('BlockComment');
export const Text = kind('Text', Junk);
const Straight = kind('Straight', Quotes, Inline, Junk);
const Curly = kind('Curly', Quotes, Inline, Junk);
export const WordToken = kind('Word', Inline, Junk);
export const LeftBrace = kind('LeftBrace');
export const RightBrace = kind('RightBrace');
export const Comma = kind('Comma', Inline, Junk);
export const Colon = kind('Colon', Inline, Junk);
export const Pipe = kind('Pipe', Junk);
/** Whatever no other token takes, so that nothing a person wrote is lost. */
export const Unknown = kind('Unknown', Junk);

export const allTokens = [
  Newline,
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

/** A token as the lexer makes it; its text is cut out when somebody wants it, which for half of them nobody does. */
class UnitToken implements IToken {
  readonly startOffset: number;
  /** The offset of its last character, as chevrotain counts. */
  readonly endOffset: number;
  readonly tokenTypeIdx: number;
  readonly tokenType: TokenType;
  readonly #text: string;

  constructor(tokenType: TokenType, text: string, start: number, end: number) {
    this.startOffset = start;
    this.endOffset = end - 1;
    this.tokenTypeIdx = tokenType.tokenTypeIdx ?? 0;
    this.tokenType = tokenType;
    this.#text = text;
  }

  get image(): string {
    return this.#text.slice(this.startOffset, this.endOffset + 1);
  }
}

/** What one character is that is a token by itself. */
const ofOneCharacter: Readonly<Record<string, TokenType>> = {
  '{': LeftBrace,
  '}': RightBrace,
  ',': Comma,
  ':': Colon,
  '|': Pipe,
};

/** The kind of token that an ASCII character nearly always begins, by its code. */
const asciiKinds: readonly (TokenType | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[-%a-z0-9]/i.test(character)) return WordToken;
  if (/[\r\n]/.test(character)) return Newline;
  return character === '"' ? Straight : ofOneCharacter[character];
});

export interface Tokens {
  readonly tokens: IToken[];
  /** Comments in the order of the text; the parser never sees them, the printer does. */
  readonly comments: readonly IToken[];
}

/** Splits one unit's text into tokens. Every character lands in a token, a comment or white space. */
export function tokenize(text: string): Tokens {
  const tokens: IToken[] = [];
  const comments: IToken[] = [];
  const { length } = text;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x09) {
      at++;
      continue;
    }
    let type = asciiKinds[code];
    let end = -1;
    if (type === WordToken) end = wordEnd(text, at);
    else if (type === Newline) end = newlineEnd(text, at);
    else if (type === Straight) {
      end = longTextEnd(text, at);
      if (end >= 0) type = Text;
      else end = straightEnd(text, at);
    } else if (type !== undefined) end = at + 1;
    if (type === undefined || end < 0) {
      const rare = rareToken(text, at);
      type = rare.type;
      end = rare.end;
    }
    if (type === LineComment || type === BlockComment) {
      comments.push(new UnitToken(type, text, at, end));
    } else if (type !== undefined) {
      tokens.push(new UnitToken(type, text, at, end));
    }
    at = end;
  }
  return { tokens, comments };
}

/** What stands at an offset where nothing does that is common; without a type, white space. */
function rareToken(
  text: string,
  at: number,
): { readonly type: TokenType | undefined; readonly end: number } {
  for (const { type, endOf } of rareTokens) {
    const end = endOf(text, at);
    if (end >= 0) return { type, end };
  }
  // Some kind always fits; should none, a character is passed over rather than the whole plan lost.
  return { type: undefined, end: at + 1 };
}

/** Of these, the first that fits counts. */
const rareTokens: readonly {
  readonly type: TokenType | undefined;
  readonly endOf: (text: string, offset: number) => number;
}[] = [
  { type: undefined, endOf: blankEnd },
  { type: LineComment, endOf: lineCommentEnd },
  { type: BlockComment, endOf: blockCommentEnd },
  { type: Curly, endOf: curlyEnd },
  { type: WordToken, endOf: wordEnd },
  { type: Unknown, endOf: unknownEnd },
];

/** The offset after a token's last character. */
export const tokenEnd = (token: IToken): number =>
  // One that chevrotain makes up to go on has no text.
  token.endOffset === undefined ? token.startOffset : token.endOffset + 1;

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
