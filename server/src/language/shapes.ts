/**
 * The characters that words, quotes and missing values are made of: one place, from which the
 * tokens, the units and the TextMate grammar are built.
 */

const spaces = ' \\t\\f\\v\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000\\ufeff';
const invisible = '\\u00ad\\u200b-\\u200d\\u2060';

/**
 * The source of a character class: a space, with Word's no-break ones and the byte-order mark, and
 * what cannot be seen at all: blank, unless it stands within a word.
 */
export const blank = `[${spaces}${invisible}\\u2028\\u2029]`;

/** The source of a pattern for the start of a line; `^` would also match after U+2028 and U+2029. */
export const lineStart = '(?<![^\\r\\n])';

/** Curly double quotes as Word and Outlook type them; any of them opens, any of them closes. */
export const curlyQuotes = '“”„‟';

const wordEdge = '\\p{L}\\p{N}';
/** Invisible characters stay inside a word, so that the confusable-character check can name them. */
const wordInside = `${wordEdge}\\p{M}${invisible}.\\-/&_()`;

/** What is longer is no word but several: a pattern without a bound can run out of stack. */
const longestWord = 1000;

/** The source of a pattern (flag `u`) for one bare word: `18.5`, `AMH/LD`, `17(2)(a)`, `-3`, `%`. */
export const wordPattern =
  `-?[${wordEdge}](?:[${wordInside}]{0,${String(longestWord - 2)}}` +
  `[${wordEdge}\\p{M}${invisible})])?|%`;

/** A character that would make a word longer if it stood after one. */
export const wordFollower = `[${wordInside}]`;

/**
 * Words that stand in place of a value: asked and there is none; does not apply; to be confirmed;
 * nobody knows; printed but illegible; known but not shown. None of them is ever an id.
 */
export const missingWords = ['none', 'n/a', 'tbc', 'unknown', 'unreadable', 'withheld'] as const;

export type MissingWord = (typeof missingWords)[number];

const missingSet: ReadonlySet<string> = new Set(missingWords);

export const isMissingWord = (text: string): text is MissingWord => missingSet.has(text);
