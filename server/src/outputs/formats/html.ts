import { pieceByPiece } from '../html/page.ts';
import { encoded } from './encoded.ts';
import type { PaperFormat } from './format.ts';

/** A page for a browser. */
export const html: PaperFormat = {
  id: 'html',
  use: 'one page that needs nothing else, to read or to print',
  write: (paper, name) =>
    Promise.resolve([{ name: `${name}.html`, content: encoded(pieceByPiece(paper)) }]),
};
