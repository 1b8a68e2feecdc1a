/**
 * The characters that words, quotes and missing values are made of: one place, from which the
 * tokens, the units and the TextMate grammar are built.
 */

/** The source of a character class: blank within a line, with Word's no-break spaces and a byte-order mark. */
export const blank =
  '[ \\t\\f\\v\\u00a0\\u00ad\\u1680\\u2000-\\u200d\\u202f\\u205f\\u2060\\u3000\\ufeff]';

/** Curly double quotes as Word and Outlook type them; any of them opens, any of them closes. */
export const curlyQuotes = '“”„‟';

/** Zero-width characters stay inside a word, so that the confusable-character check can name them. */
const invisible = '\\u00ad\\u200b-\\u200d\\u2060';
const wordEdge = '\\p{L}\\p{N}';
const wordInside = `${wordEdge}\\p{M}${invisible}.\\-/&_()`;

/** The source of a pattern (flag `u`) for one bare word: `18.5`, `AMH/LD`, `17(2)(a)`, `-3`, `%`. */
export const wordPattern = `-?[${wordEdge}](?:[${wordInside}]*[${wordEdge}\\p{M}${invisible})])?|%`;

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
