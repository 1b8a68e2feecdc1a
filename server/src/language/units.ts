import {
  blank,
  curlyQuotes,
  lineStart,
  missingWords,
  wordFollower,
  wordPattern,
} from './shapes.ts';

/**
 * A unit is the text between two block beginnings: the most that an unclosed quote or brace can
 * harm, and the least that a keystroke re-reads.
 */

/**
 * The source of a pattern (flags `gu`) that matches where a top-level block begins. A word for
 * missing is never an id, so the property `service tbc "why"` is none, even at the margin.
 */
export function blockBeginningPattern(topLevelKeywords: readonly string[]): string {
  const missing = `(?:${missingWords.join('|')})(?!${wordFollower})`;
  return (
    `${lineStart}(?:${topLevelKeywords.join('|')})${blank}+` +
    `(?!${missing})(?:${wordPattern})(?!${wordFollower})${blank}*` +
    `(?:["${curlyQuotes}{]|(?<=${blank})${missing})`
  );
}

/**
 * Cuts a file's text at every block beginning. Joined again, the units are the text. The first may
 * be what stands before any block (comments, a byte-order mark); an empty text is one empty unit.
 */
export function splitUnits(text: string, beginning: RegExp): string[] {
  const cuts = [0];
  beginning.lastIndex = 0;
  for (let match = beginning.exec(text); match !== null; match = beginning.exec(text)) {
    if (match.index > 0) cuts.push(match.index);
  }
  return cuts.map((start, index) => text.slice(start, cuts[index + 1]));
}
