/**
 * Markdown of plan text. A plan may come from anywhere, so nothing in it may become a link, an image,
 * HTML or a command: whatever Markdown could read as markup is escaped.
 */

const markup = new RegExp(
  [
    '[\\\\`*_[\\]#!|<>~&@$]',
    // Addresses become links by themselves.
    ':(?=/)',
    '(?<=www)\\.',
    // What begins a list, or underlines the line before.
    '^[-+=]',
    '(?<=^\\d+)[.)](?=\\s|$)',
  ].join('|'),
  'giu',
);

/** A text of the plan on one line, without any markup left in it. */
export const plain = (text: string): string =>
  text.trim().replaceAll(/\s+/g, ' ').replaceAll(markup, '\\$&');

/** A text in bold. */
export const bold = (text: string): string => (text.trim() === '' ? '' : `**${plain(text)}**`);

/** A word of the language, as it is typed. */
export const code = (word: string): string => `\`${word.replaceAll('`', '')}\``;

/** Paragraphs, one below the other; those without text are left out. */
export const paragraphs = (...texts: readonly (string | undefined)[]): string =>
  texts.filter((text) => text !== undefined && text !== '').join('\n\n');

/** A list, a line each; those without text are left out. */
export const list = (...lines: readonly (string | undefined)[]): string =>
  lines
    .filter((line) => line !== undefined)
    .map((line) => `- ${line}`)
    .join('\n');

/** A table of one row below its headings. */
export const table = (cells: readonly (readonly [heading: string, value: string])[]): string =>
  [cells.map(([heading]) => heading), cells.map(() => '---'), cells.map(([, value]) => value)]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
