import type { Refusal } from '../../imports/cells.ts';
import type { PaperFormat } from './format.ts';

/** Word. What writes it is big, and loaded when it is wanted. */
export const docx: PaperFormat = {
  id: 'docx',
  use: 'a document for Word: to read, to print, to write in',
  write: async (paper, name) => {
    const { paperAsDocx } = await import('./docx/index.ts');
    return [{ name: `${name}.docx`, content: await paperAsDocx(paper) }];
  },
};

/**
 * Word, with the look of a template.
 * @param template the bytes of a .docx or .dotx
 * @returns the format, or in words why the file is no template
 */
export async function docxLike(template: Uint8Array): Promise<PaperFormat | Refusal> {
  const { paperAsDocx, readTemplate } = await import('./docx/index.ts');
  const read = await readTemplate(template);
  if ('wrong' in read) return read;
  return {
    ...docx,
    write: async (paper, name) => [
      { name: `${name}.docx`, content: await paperAsDocx(paper, read) },
    ],
  };
}
