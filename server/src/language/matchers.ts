import type { CustomPatternMatcherFunc } from 'chevrotain';
import { curlyQuotes, wordPattern } from './shapes.ts';

/**
 * How the lexer finds the end of what no plain pattern describes: words, quotes, long texts and
 * comments. They run for every token of a plan, so they look at characters one by one.
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

/** What was found last. Chevrotain takes the text out at once, so that one array serves for all. */
const found: [string] = [''];

function matched(text: string, start: number, end: number): [string] {
  found[0] = text.slice(start, end);
  return found;
}

export const matchNewline: CustomPatternMatcherFunc = (text, offset) => {
  const code = text.charCodeAt(offset);
  if (!isLineEnd(code)) return null;
  const isPair = code === carriageReturn && text.charCodeAt(offset + 1) === newline;
  return matched(text, offset, offset + (isPair ? 2 : 1));
};

/** Chevrotain drops a pattern's `u` flag, so Unicode patterns match through a function. */
export function unicodeMatcher(
  source: string,
): (text: string, offset: number) => RegExpExecArray | null {
  const pattern = new RegExp(source, 'uy');
  return (text, offset) => {
    pattern.lastIndex = offset;
    return pattern.exec(text);
  };
}

const matchAnyWord = unicodeMatcher(wordPattern);

/** Where in a word an ASCII character may stand, as the pattern has it. */
const inside = 1;
const atEnd = 2;
const atStart = 4;

const isWord = new RegExp(`^(?:${wordPattern})$`, 'u');

const placesInWord = Uint8Array.from({ length: firstBeyondAscii }, (_, code) => {
  const character = String.fromCharCode(code);
  const places: [string, number][] = [
    [`a${character}a`, inside],
    [`a${character}`, inside | atEnd],
    [`${character}a`, atStart],
  ];
  return places.reduce((all, [word, place]) => (isWord.test(word) ? all | place : all), 0);
});

/** What is longer is left to the pattern, which knows how long a word may be. */
const longWord = 100;

/** The same as the pattern for a word, without it wherever a word is ASCII, as nearly all are. */
export const matchWord: CustomPatternMatcherFunc = (text, offset) => {
  const { length } = text;
  const first = text.charCodeAt(offset) === hyphen ? offset + 1 : offset;
  if (first >= length) return null;
  const code = text.charCodeAt(first);
  if (code === hyphen || ((placesInWord[code] ?? 0) & atStart) === 0) {
    return matchAnyWord(text, offset);
  }
  const limit = Math.min(length, first + longWord);
  let end = first + 1;
  for (let next = end; ; next++) {
    if (next === limit) {
      if (next === length) break;
      return matchAnyWord(text, offset);
    }
    const nextCode = text.charCodeAt(next);
    if (nextCode >= firstBeyondAscii) return matchAnyWord(text, offset);
    const places = placesInWord[nextCode] ?? 0;
    if (places === 0) break;
    if ((places & atEnd) !== 0) end = next + 1;
  }
  return matched(text, offset, end);
};

export const matchBlockComment: CustomPatternMatcherFunc = (text, offset) => {
  if (!text.startsWith('/*', offset) || /\S/.test(text.charAt(offset - 1))) return null;
  const closing = text.indexOf('*/', offset + 2);
  return matched(text, offset, closing < 0 ? text.length : closing + 2);
};

const textOpening = /"""[ \t]*(?=[\r\n]|$)/y;
const textClosing = /(?:\r\n|\n|\r)[ \t]*"""[ \t]*(?=[\r\n]|$)/g;

export const matchText: CustomPatternMatcherFunc = (text, offset) => {
  if (text.charCodeAt(offset + 1) !== quote || text.charCodeAt(offset + 2) !== quote) return null;
  textOpening.lastIndex = offset;
  if (!textOpening.test(text)) return null;
  textClosing.lastIndex = offset + 3;
  return matched(text, offset, textClosing.test(text) ? textClosing.lastIndex : text.length);
};

/** A text whose closing quote is missing ends with its line, to which it leaves a `{`. */
function unclosed(text: string, offset: number, lineEnd: number): [string] {
  const trimmed = (end: number): number => {
    let last = end;
    while (last > offset + 1 && isIndent(text.charCodeAt(last - 1))) last--;
    return last;
  };
  const end = trimmed(lineEnd);
  const leavesBrace = end > offset + 1 && text.charAt(end - 1) === '{';
  return matched(text, offset, leavesBrace ? trimmed(end - 1) : end);
}

export const matchStraight: CustomPatternMatcherFunc = (text, offset) => {
  if (text.charCodeAt(offset) !== quote) return null;
  const { length } = text;
  let doubled: number | undefined;
  for (let at = offset + 1; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (at + 1 === length || text.charCodeAt(at + 1) !== quote) {
        return matched(text, offset, at + 1);
      }
      doubled = ++at;
    } else if (isLineEnd(code)) {
      return endOfStraight(text, offset, at, doubled);
    }
  }
  return endOfStraight(text, offset, length, doubled);
};

/** Where nothing else closes it, the last doubled quote is taken for two single ones. */
const endOfStraight = (
  text: string,
  offset: number,
  lineEnd: number,
  doubled?: number,
): [string] =>
  doubled === undefined ? unclosed(text, offset, lineEnd) : matched(text, offset, doubled);

const curlyOrLineEnd = new RegExp(`[${curlyQuotes}\\r\\n]`, 'g');

export const matchCurly: CustomPatternMatcherFunc = (text, offset) => {
  if (!curlyQuotes.includes(text.charAt(offset))) return null;
  curlyOrLineEnd.lastIndex = offset + 1;
  const closing = curlyOrLineEnd.exec(text);
  const at = closing?.index ?? text.length;
  const isClosed = curlyQuotes.includes(closing?.[0] ?? '\n');
  return isClosed ? matched(text, offset, at + 1) : unclosed(text, offset, at);
};
