import childProcess from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reasonOf } from './node.ts';
import { isProgram, onPath } from './programs.ts';

/** A browser of the Chromium family on this machine, and what it prints. */

const names = [
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chromium',
  'chromium-browser',
];

/** Where browsers are that no path leads to, by platform. */
const places: Partial<Record<NodeJS.Platform, () => string[]>> = {
  darwin: () =>
    ['/Applications', join(process.env.HOME ?? '', 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) =>
        join(folder, `${name}.app/Contents/MacOS/${name}`),
      ),
    ),
  win32: () =>
    ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .flatMap((variable) => process.env[variable] ?? [])
      .flatMap((folder) =>
        [
          'Google/Chrome/Application/chrome.exe',
          'Microsoft/Edge/Application/msedge.exe',
          'Chromium/Application/chrome.exe',
        ].map((path) => join(folder, path)),
      ),
  linux: () => [
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/usr/lib/chromium/chromium',
    '/usr/lib/chromium-browser/chromium-browser',
  ],
};

/**
 * The path of a browser. MUSTDO_BROWSER names another one than would be found, and is taken at its word.
 * @returns undefined where there is none
 */
export function findBrowser(): string | undefined {
  const named = process.env.MUSTDO_BROWSER;
  if (named !== undefined && named !== '') return named;
  return onPath(names) ?? places[process.platform]?.().find(isProgram);
}

/** A page of ten thousand rows takes half a minute on a slow machine. */
const patience = 180_000;

/**
 * Prints a page to PDF: tagged, with an outline from its headings. The browser has a profile of its own for
 * it, which is gone afterwards, and no network. The same page gives the same bytes with the same browser.
 * @param browser the path of the browser's program
 * @param html a page that needs nothing else
 * @returns the file, or in words why there is none
 */
export async function printPage(
  browser: string,
  html: string,
  mostMilliseconds = patience,
): Promise<Uint8Array | { readonly wrong: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'mustdo-print-'));
  const page = join(folder, 'page.html');
  const printed = join(folder, 'page.pdf');
  try {
    await writeFile(page, html);
    const wrong = await run(browser, argumentsFor(folder, page, printed), mostMilliseconds);
    if (wrong !== undefined) return { wrong: `${browser} ${wrong}.` };
    return withoutTimes(await readFile(printed));
  } catch (error) {
    return { wrong: `${browser} printed nothing: ${reasonOf(error)}.` };
  } finally {
    // A browser may hold on to its profile for a moment longer.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(
      () => undefined,
    );
  }
}

const argumentsFor = (folder: string, page: string, printed: string): string[] => [
  '--headless',
  '--disable-gpu',
  `--user-data-dir=${join(folder, 'profile')}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-background-networking',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // Chromium refuses to start in its sandbox for root, as in a container.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--no-pdf-header-footer',
  '--export-tagged-pdf',
  '--generate-pdf-document-outline',
  `--print-to-pdf=${printed}`,
  pathToFileURL(page).href,
];

/** Runs a program to its end; in words what went wrong, or undefined. */
function run(
  program: string,
  args: readonly string[],
  mostMilliseconds: number,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    // In a group of its own, so that what it has started ends with it.
    const isGroup = process.platform !== 'win32';
    const child = childProcess.spawn(program, args, {
      stdio: 'ignore',
      detached: isGroup,
      windowsHide: true,
    });
    const stop = (): void => {
      try {
        if (isGroup && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        else child.kill('SIGKILL');
      } catch {
        // It ended just now.
      }
    };
    const late = setTimeout(() => {
      resolve(`took longer than ${String(Math.round(mostMilliseconds / 1000))} seconds`);
      stop();
    }, mostMilliseconds);
    child.on('error', (error) => {
      clearTimeout(late);
      resolve(`cannot be started: ${reasonOf(error)}`);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(late);
      resolve(code === 0 ? undefined : `ended with ${signal ?? `code ${String(code)}`}`);
    });
  });
}

/** The times at which a PDF was made, blanked: the places of all else stay as its table has them. */
function withoutTimes(file: Buffer): Uint8Array {
  const text = file.toString('latin1');
  const timeless = text.replaceAll(/\/(?:CreationDate|ModDate) \(D:[\d+\-'Z]*\)/g, (entry) =>
    ' '.repeat(entry.length),
  );
  return Buffer.from(timeless, 'latin1');
}
