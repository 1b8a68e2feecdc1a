import { docx, docxLike } from './docx.ts';
import type { PaperFormat } from './format.ts';

/** Whether one of some formats is written into a template. */
export const takesTemplate = (formats: readonly PaperFormat[]): boolean => formats.includes(docx);

/**
 * The same formats, Word with the look of a template.
 * @param name how people know the template
 * @param template the bytes of a .docx or .dotx
 * @returns the formats, or in a sentence why the file is no template
 */
export async function withTemplate(
  formats: readonly PaperFormat[],
  name: string,
  template: Uint8Array,
): Promise<readonly PaperFormat[] | { readonly wrong: string }> {
  const own = await docxLike(template);
  if ('wrong' in own) return { wrong: notUsable(name, `it ${own.wrong}`) };
  return formats.map((format) => (format === docx ? own : format));
}

/** Says in a sentence why a file cannot be the template. */
export const notUsable = (name: string, why: string): string =>
  `${name} cannot be used as a template: ${why}.`;
