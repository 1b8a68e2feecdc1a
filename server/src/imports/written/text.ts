import { quoted } from '../../language/quoted.ts';

/** Texts of cells as they stand in a plan. */

/** A text on one line, in quotation marks. */
export const inOneLine = (text: string): string =>
  quoted(text.toWellFormed().replaceAll(/\s+/g, ' ').trim());

/** A text as it is, over several lines where it has them; for the end of a property's line. */
export function textOf(text: string): string {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trimEnd());
  const closesEarly = lines.some((line) => line.trim() === '"""');
  if (lines.length === 1 || closesEarly) return inOneLine(text);
  return ['"""', ...lines.map((line) => (line === '' ? '' : `    ${line}`)), '  """'].join('\n');
}

/** The paper's words beside a value, where they are others than the value's. */
export const given = (value: string, raw: string): string =>
  value === raw ? value : `${value} given ${inOneLine(raw)}`;

const longestTitle = 110;

/**
 * The title that a text makes, and whether it is all of it: its first line, its first sentence, or as many
 * words as a title may have.
 */
export function titleFrom(text: string): { readonly title: string; readonly isAll: boolean } {
  const [first = '', ...more] = text.split(/\r\n|\n|\r/).map((line) => line.trim());
  if (first.length <= longestTitle) return { title: first, isAll: more.length === 0 };
  const sentence = /^.{20,110}?[.;:](?=\s)/u.exec(first)?.[0];
  if (sentence !== undefined) return { title: sentence.slice(0, -1), isAll: false };
  const cut = first.slice(0, longestTitle).toWellFormed().replaceAll('\ufffd', '');
  return { title: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 60)).trimEnd()} …`, isAll: false };
}
