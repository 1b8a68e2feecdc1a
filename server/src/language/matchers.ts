import { blank, curlyQuotes, wordPattern } from './shapes.ts';

/**
 * Where in a unit's text each kind of token ends that begins at an offset; -1 where none begins there. They
 * run for every token of a plan, so they look at characters one by one.
 */

const newline = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const tab = 0x09;
const quote = 0x22;
const hyphen = 0x2d;
const firstBeyondAscii = 0x80;

const isLineEnd = (code: number): boolean => code === newline || code === carriageReturn;
const isIndent = (code: number): boolean => code === space || code === tab;

/** What a pattern with the flag `y` says, for what characters one by one do not. */
function endBy(pattern: RegExp): (text: string, offset: number) => number {
  return (text, offset) => {
    pattern.lastIndex = offset;
    return pattern.test(text) ? pattern.lastIndex : -1;
  };
}

/** White space, with all that is seen as such. */
export const blankEnd = endBy(new RegExp(`${blank}+`, 'y'));

/** Any one character that is not white space: what no other token takes. */
export const unknownEnd = endBy(/\S/uy);

export function newlineEnd(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (!isLineEnd(code)) return -1;
  const isPair = code === carriageReturn && text.charCodeAt(offset + 1) === newline;
  return offset + (isPair ? 2 : 1);
}

const anyWordEnd = endBy(new RegExp(wordPattern, 'uy'));

/** Where in a word an ASCII character may stand, as the pattern has it. */
const inside = 1;
const atEnd = 2;
const atStart = 4;

/** The pattern with what it takes of ASCII alone, which is all that it is asked here: it is ready much sooner than the other. */
const isAsciiWord = new RegExp(
  `^(?:${wordPattern.replaceAll('\\p{L}', 'A-Za-z').replaceAll('\\p{N}', '0-9').replaceAll('\\p{M}', '')})$`,
);

const placesInWord = Uint8Array.from({ length: firstBeyondAscii }, (_, code) => {
  const character = String.fromCharCode(code);
  const places: [string, number][] = [
    [`a${character}a`, inside],
    [`a${character}`, inside | atEnd],
    [`${character}a`, atStart],
  ];
  return places.reduce((all, [word, place]) => (isAsciiWord.test(word) ? all | place : all), 0);
});

/** What is longer is left to the pattern, which knows how long a word may be. */
const longWord = 100;

/** The same as the pattern for a word, without it wherever a word is ASCII, as nearly all are. */
export function wordEnd(text: string, offset: number): number {
  const { length } = text;
  const first = text.charCodeAt(offset) === hyphen ? offset + 1 : offset;
  if (first >= length) return -1;
  const code = text.charCodeAt(first);
  if (code === hyphen || ((placesInWord[code] ?? 0) & atStart) === 0) {
    return anyWordEnd(text, offset);
  }
  const limit = Math.min(length, first + longWord);
  let end = first + 1;
  for (let next = end; ; next++) {
    if (next === limit) {
      if (next === length) break;
      return anyWordEnd(text, offset);
    }
    const nextCode = text.charCodeAt(next);
    if (nextCode >= firstBeyondAscii) return anyWordEnd(text, offset);
    const places = placesInWord[nextCode] ?? 0;
    if (places === 0) break;
    if ((places & atEnd) !== 0) end = next + 1;
  }
  return end;
}

/** A comment begins at the start of a line or after white space, never inside a word. */
const followsNothing = (text: string, offset: number): boolean =>
  !/\S/.test(text.charAt(offset - 1));

const restOfLine = /[^\r\n]*/y;

/** `//` to the end of its line. */
export function lineCommentEnd(text: string, offset: number): number {
  if (!text.startsWith('//', offset) || !followsNothing(text, offset)) return -1;
  restOfLine.lastIndex = offset;
  restOfLine.test(text);
  return restOfLine.lastIndex;
}

/** An unclosed comment ends with its unit; the parser says so. */
export function blockCommentEnd(text: string, offset: number): number {
  if (!text.startsWith('/*', offset) || !followsNothing(text, offset)) return -1;
  const closing = text.indexOf('*/', offset + 2);
  return closing < 0 ? text.length : closing + 2;
}

const textOpening = /"""[ \t]*(?=[\r\n]|$)/y;
const textClosing = /(?:\r\n|\n|\r)[ \t]*"""[ \t]*(?=[\r\n]|$)/g;

/** A long text opens with `"""` at a line's end, closes with `"""` alone on a line, or with its unit. */
export function longTextEnd(text: string, offset: number): number {
  if (text.charCodeAt(offset + 1) !== quote || text.charCodeAt(offset + 2) !== quote) return -1;
  textOpening.lastIndex = offset;
  if (!textOpening.test(text)) return -1;
  textClosing.lastIndex = offset + 3;
  return textClosing.test(text) ? textClosing.lastIndex : text.length;
}

/** A text whose closing quote is missing ends with its line, to which it leaves a `{`. */
function unclosedEnd(text: string, offset: number, lineEnd: number): number {
  const trimmed = (end: number): number => {
    let last = end;
    while (last > offset + 1 && isIndent(text.charCodeAt(last - 1))) last--;
    return last;
  };
  const end = trimmed(lineEnd);
  const leavesBrace = end > offset + 1 && text.charAt(end - 1) === '{';
  return leavesBrace ? trimmed(end - 1) : end;
}

/** A text in straight quotes, in which `""` is a quote. */
export function straightEnd(text: string, offset: number): number {
  if (text.charCodeAt(offset) !== quote) return -1;
  const { length } = text;
  let doubled: number | undefined;
  for (let at = offset + 1; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (at + 1 === length || text.charCodeAt(at + 1) !== quote) return at + 1;
      doubled = ++at;
    } else if (isLineEnd(code)) {
      // Where nothing else closes it, the last doubled quote is taken for two single ones.
      return doubled ?? unclosedEnd(text, offset, at);
    }
  }
  return doubled ?? unclosedEnd(text, offset, length);
}

const curlyOrLineEnd = new RegExp(`[${curlyQuotes}\\r\\n]`, 'g');

/** A text in curly quotes. */
export function curlyEnd(text: string, offset: number): number {
  if (!curlyQuotes.includes(text.charAt(offset))) return -1;
  curlyOrLineEnd.lastIndex = offset + 1;
  const closing = curlyOrLineEnd.exec(text);
  const at = closing?.index ?? text.length;
  const isClosed = curlyQuotes.includes(closing?.[0] ?? '\n');
  return isClosed ? at + 1 : unclosedEnd(text, offset, at);
}
