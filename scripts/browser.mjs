// Finds a browser of the Chromium family; with --install, gets one where it can.
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../server/src/hosts/browser.ts';
import { ensure } from './programs.mjs';

const isRunDirectly = process.argv[1] === fileURLToPath(import.meta.url);

if (isRunDirectly && process.argv.includes('--install')) {
  ensure({
    find: findBrowser,
    what: 'Chromium for the browser tests',
    packages: ['chromium', 'fonts-liberation'],
    otherwise: 'No Chrome, Edge or Chromium found: install one, or name it in MUSTDO_BROWSER.',
  });
}
