// Finds a browser of the Chromium family; with --install, gets one where it can.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { ensure, isProgram, onPath } from './programs.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const places = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((folder) => [
    join(process.env[folder] ?? '', 'Google/Chrome/Application/chrome.exe'),
    join(process.env[folder] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
  ]),
};

/** The path of a browser on this machine; MUSTDO_BROWSER names another one than would be found. */
export function findBrowser() {
  const named = process.env.MUSTDO_BROWSER;
  if (named) return named;
  return onPath(names) ?? (places[process.platform] ?? []).find(isProgram);
}

const isRunDirectly = process.argv[1] === fileURLToPath(import.meta.url);

if (isRunDirectly && process.argv.includes('--install')) {
  ensure({
    find: findBrowser,
    what: 'Chromium for the browser tests',
    packages: ['chromium', 'fonts-liberation'],
    otherwise: 'No Chrome, Edge or Chromium found: install one, or name it in MUSTDO_BROWSER.',
  });
}
