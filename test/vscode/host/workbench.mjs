// Opens the workbench of a running server in a headless browser.
import { chromium } from 'playwright-core';
import { findBrowser } from '../../../server/src/hosts/browser.ts';

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} authority where the server listens
 * @property {import('./arguments.mjs').Arguments} args
 * @property {string | undefined} testsPath what runs in the extension host
 * @property {(page: import('playwright-core').Page) => Promise<void>} prepare before anything is loaded
 * @property {(why: string) => void} onEnd called when the page or the browser ends of itself
 */

/** @param {WorkbenchOptions} options */
export async function openWorkbench({ authority, args, testsPath, prepare, onEnd }) {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chrome, Edge or Chromium found.');
  const browser = await chromium.launch({
    executablePath,
    // The caller ends it, in its own order.
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
  const context = await browser.newContext({
    viewport: { width: 1360, height: 850 },
    ...args.screen,
    locale: 'en-GB',
    // Pasting is tested, and a browser asks first.
    permissions: ['clipboard-read', 'clipboard-write'],
    // The extension under test comes from an address that the workbench's own policy does not know.
    bypassCSP: args.web,
  });
  const page = await context.newPage();
  browser.on('disconnected', () => onEnd('The browser went away.'));
  page.on('crash', () => onEnd('The workbench’s page crashed.'));
  // Nothing leaves this machine.
  await page.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  await prepare(page);
  await page.goto(`http://${authority}/?${query(authority, args, testsPath).toString()}`);
  return { browser, page };
}

/**
 * What the workbench is told by its address.
 * @param {string} authority
 * @param {import('./arguments.mjs').Arguments} args
 * @param {string | undefined} testsPath
 */
function query(authority, args, testsPath) {
  const remote = (/** @type {string} */ path) => `vscode-remote://${authority}${encodeURI(path)}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (args.onlyDeveloped) payload.push(['disableExtensions', 'true']);
  if (!args.web) {
    for (const path of args.developmentPaths) {
      payload.push(['extensionDevelopmentPath', remote(path)]);
    }
    if (testsPath !== undefined) payload.push(['extensionTestsPath', remote(testsPath)]);
  }
  const search = new URLSearchParams();
  if (args.folder === undefined) search.set('ew', 'true');
  else search.set('folder', args.folder);
  search.set('payload', JSON.stringify(payload));
  return search;
}
