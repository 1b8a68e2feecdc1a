import { escaped } from '../office/core.ts';

/**
 * The XML of paragraphs and runs (ECMA-376, part 1, 17.3), for what a document has very many of: the library makes a
 * tree of objects of each cell, which takes many times the memory of the text. Attributes and their order are the library’s.
 */

/** How a run looks; what is left out is as its style says. */
export interface RunLook {
  readonly bold?: boolean;
  /** Six hexadecimal digits, as all colours here. */
  readonly colour?: string;
  readonly back?: string;
}

/**
 * @param text one line, without controls
 * @param before what stands before it in the run: a line end
 */
export function run(text: string, { bold, colour, back }: RunLook, before = ''): string {
  const look =
    (bold === true ? '<w:b/><w:bCs/>' : '') +
    (colour === undefined ? '' : `<w:color w:val="${colour}"/>`) +
    (back === undefined ? '' : shading(back));
  const properties = look === '' ? '' : `<w:rPr>${look}</w:rPr>`;
  return `<w:r>${properties}${before}<w:t${spaces(text)}>${escaped(text)}</w:t></w:r>`;
}

/** Only at its ends a text would lose spaces. */
const spaces = (text: string): string =>
  text.startsWith(' ') || text.endsWith(' ') ? ' xml:space="preserve"' : '';

/**
 * @param style the id of its style
 * @param content its runs, as XML
 * @param properties more properties than its style, as XML
 */
export const paragraph = (style: string, content: string, properties = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${content}</w:p>`;

/** A ground of one colour. */
export const shading = (colour: string): string => `<w:shd w:fill="${colour}" w:val="clear"/>`;
