import type { InsertionPoint } from './items.ts';
import type { Entry, Span } from './tree.ts';

/** Where a new line of a block may be put, and how it is indented. */

const isLineEnd = (character: string): boolean => character === '\n' || character === '\r';
const isIndent = (character: string): boolean => character === ' ' || character === '\t';

/** The end of an entry's own line: where its values end, or a text over several lines begins. */
export const lineEnd = ({ keyword, parts, text }: Entry): number =>
  text?.span.start ?? parts.at(-1)?.span.end ?? keyword.span.end;

/** Where a new line of the block may be put: after its last line, with the indentation of its lines. */
export function insertionPoint(text: string, entry: Entry): InsertionPoint {
  const { body } = entry;
  if (body === undefined) {
    return { offset: entry.span.end, indent: insideOf(text, entry), bare: true };
  }
  const last = body.items.at(-1);
  if (last === undefined) {
    return { offset: body.span.start + 1, indent: insideOf(text, entry), bare: false };
  }
  return {
    offset: endOfLine(text, last.span.end, body.span),
    indent: indentAt(text, last.span.start) || insideOf(text, entry),
    bare: false,
  };
}

const insideOf = (text: string, entry: Entry): string => `${indentAt(text, entry.span.start)}  `;

/** The end of the line that `offset` is on, so that a comment after the last value stays with it. */
function endOfLine(text: string, offset: number, within: Span): number {
  let end = offset;
  while (end < within.end && !isLineEnd(text.charAt(end)) && text[end] !== '}') end++;
  return offset + text.slice(offset, end).trimEnd().length;
}

function indentAt(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && !isLineEnd(text.charAt(start - 1))) start--;
  let end = start;
  while (end < offset && isIndent(text.charAt(end))) end++;
  return text.slice(start, end);
}
