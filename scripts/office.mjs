// Finds LibreOffice, and what turns pages into pictures and text; with --install, gets them where it can.
import { fileURLToPath } from 'node:url';
import { onPath } from '../server/src/hosts/programs.ts';
import { ensure } from './programs.mjs';

/** The path of LibreOffice on this machine; MUSTDO_OFFICE names another one than would be found. */
export function findOffice() {
  return process.env.MUSTDO_OFFICE ?? onPath(['soffice', 'libreoffice']);
}

const isRunDirectly = process.argv[1] === fileURLToPath(import.meta.url);

if (isRunDirectly && process.argv.includes('--install')) {
  ensure({
    find: () => onPath(['pdftotext']) && onPath(['pdftoppm']) && findOffice(),
    what: 'LibreOffice for the tests of documents',
    packages: [
      'libreoffice-writer-nogui',
      'libreoffice-calc-nogui',
      'poppler-utils',
      'fonts-liberation',
    ],
    otherwise:
      'LibreOffice and poppler-utils are needed: install them, or name LibreOffice in MUSTDO_OFFICE.',
  });
}
