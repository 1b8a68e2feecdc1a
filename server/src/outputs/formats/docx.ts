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
