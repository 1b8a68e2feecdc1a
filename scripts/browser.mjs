// Finds a browser of the Chromium family; with --install, gets one where it can.
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

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
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...(places[process.platform] ?? [])].find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install() {
  console.error('Installing Chromium for the browser tests (apt-get) …');
  const steps = [
    ['update'],
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'],
  ];
  for (const step of steps) {
    const { status, stderr } = spawnSync('apt-get', ['-qq', ...step], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) console.error(stderr);
  }
}

const isRunDirectly = process.argv[1] === fileURLToPath(import.meta.url);

if (isRunDirectly && process.argv.includes('--install') && !findBrowser()) {
  if (process.platform === 'linux' && process.getuid?.() === 0) install();
  if (!findBrowser()) {
    console.error('No Chrome, Edge or Chromium found: install one, or name it in MUSTDO_BROWSER.');
    process.exitCode = 1;
  }
}
