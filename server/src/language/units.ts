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

/** What nearly all lines begin with, and no block: a space, a tab, the end of an empty line, a brace. */
const beginsNoBlock: ReadonlySet<number> = new Set(
  Array.from(' \t\r\n}', (character) => character.charCodeAt(0)),
);

/**
 * Cuts a file's text at every block beginning. Joined again, the units are the text. The first may
 * be what stands before any block (comments, a byte-order mark); an empty text is one empty unit.
 * @param beginning the pattern of {@link blockBeginningPattern}, with the flags `uy`
 */
export function splitUnits(text: string, beginning: RegExp): string[] {
  const units: string[] = [];
  let start = 0;
  let feed = text.indexOf('\n');
  let carriageReturn = text.indexOf('\r');
  while (feed >= 0 || carriageReturn >= 0) {
    let line: number;
    if (feed >= 0 && (carriageReturn < 0 || feed < carriageReturn)) {
      line = feed + 1;
      feed = text.indexOf('\n', line);
    } else {
      line = carriageReturn + 1;
      carriageReturn = text.indexOf('\r', line);
    }
    if (line >= text.length || beginsNoBlock.has(text.charCodeAt(line))) continue;
    beginning.lastIndex = line;
    if (!beginning.test(text)) continue;
    units.push(text.slice(start, line));
    start = line;
  }
  units.push(text.slice(start));
  return units;
}
