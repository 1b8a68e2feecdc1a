import type { PaperFormat } from './format.ts';

/** Excel. What writes it is loaded when it is wanted. */
export const xlsx: PaperFormat = {
  id: 'xlsx',
  use: 'a workbook for Excel: a sheet a table, with dates and numbers that can be sorted and filtered',
  write: async (paper, name) => {
    const { paperAsXlsx } = await import('./xlsx/index.ts');
    return [{ name: `${name}.xlsx`, content: await paperAsXlsx(paper) }];
  },
};
