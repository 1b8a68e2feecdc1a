/**
 * Text of a plan for places that give some characters a meaning. A plan is text from anywhere: it may
 * not move a cursor, turn the order of letters round, begin a line, or give a pipeline a command.
 */

/** Characters that are seen by what they do: controls, and those that turn the order of letters round. */
const unseen =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff]/g;

/** Whether a text may be anything but words with single spaces between them; hardly any is. */
const uneven =
  // eslint-disable-next-line no-control-regex -- as above
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]| {2}|^\s|\s$/;

const codeOf = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** The text on one line: white space becomes single spaces, and controls are named: `[U+001B]`. */
export const oneLine = (text: string): string =>
  uneven.test(text)
    ? text
        .toWellFormed()
        .replaceAll(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ')
        .replaceAll(unseen, codeOf)
        .trim()
    : text;

/** A page or a text of many lines in which controls and what turns letters round are named; line ends and tabs stay. */
export const allSeen = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(unseen, (character) =>
      '\t\n\r'.includes(character) ? character : codeOf(character),
    );

/**
 * Lines that people and build logs read. GitHub and Azure take `::…` at the beginning of a line, `##[…`
 * and `##vso[…` anywhere for commands: a space keeps them from it.
 */
export const forLog = (text: string): string =>
  text.replaceAll(/^([^\S\n]*:)(?=:)/gm, '$1 ').replaceAll(/##(?=(?:vso)?\[)/gi, '## ');

/** A value as JSON in which nothing that cannot be seen stands as itself; what it says is the same. */
export const asJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replaceAll(unseen, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
