import {
  curlyQuotes,
  lineStart,
  missingWords,
  space,
  wordFollower,
  wordPattern,
} from './shapes.ts';

/**
 * A unit is the text between two block beginnings: the most that an unclosed quote or brace can
 * harm, and the least that a keystroke re-reads.
 */

/** The source of a pattern (flags `gu`) that matches where a top-level block begins. */
export function blockBeginningPattern(topLevelKeywords: readonly string[]): string {
  const missing = missingWords.join('|');
  return (
    `${lineStart}(?:${topLevelKeywords.join('|')})${space}+(?:${wordPattern})${space}*` +
    `(?:["${curlyQuotes}{]|(?<=${space})(?:${missing})(?!${wordFollower}))`
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
