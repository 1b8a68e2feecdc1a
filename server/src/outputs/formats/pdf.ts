import { renderPaper } from '../html/page.ts';
import type { PaperFormat } from './format.ts';

/** The page as a browser prints it: tagged, with an outline, page numbers and the footer on each sheet. */
export const pdf: PaperFormat = {
  id: 'pdf',
  use: 'sheets of A4 as they are printed, by a browser that is on the machine',
  needs: 'browser',
  write: (paper, name) =>
    Promise.resolve([{ name: `${name}.pdf`, content: renderPaper(paper), toPrint: true }]),
};
