// Takes all pictures: those of the README, which show the LPT plan as VS Code, a browser and a terminal show it, and those of the
// walkthrough.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../server/src/hosts/browser.ts';
import { takeEditor, takeWalkthrough } from './pictures/editor.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const plan = 'samples/lpt-cqc-2018';

/** @param {string[]} args */
const mustdo = (...args) =>
  spawnSync(process.execPath, ['server/bin/mustdo.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: undefined },
  }).stdout;

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The styles that the command line uses, as a terminal shows them. */
const styles = new Map([
  ['1', 'font-weight: 700'],
  ['2', 'opacity: 0.62'],
  ['4', 'text-decoration: underline'],
  ['31', 'color: #ff8a80'],
  ['33', 'color: #ffd479'],
  ['36', 'color: #8fd9ff'],
]);

/** How a terminal is told to change its style. */
const styleCode = new RegExp(`${String.fromCharCode(27)}\\[(\\d+)m`);

/** @param {string} output */
function terminal(output) {
  const spans = output.split(styleCode).map((piece, index) => {
    if (index % 2 === 0) return escaped(piece);
    const style = styles.get(piece);
    return style === undefined ? '</span>' : `<span style="${style}">`;
  });
  return `<!doctype html><body style="margin:0;background:#1d2430">
    <pre style="margin:0;padding:28px 34px;font:15px/1.5 'DejaVu Sans Mono','Liberation Mono',monospace;color:#e8ecf2">${spans.join('')}</pre>`;
}

mkdirSync(`${root}docs/images`, { recursive: true });
const executablePath = findBrowser();
if (executablePath === undefined)
  throw new Error('No browser: run node scripts/browser.mjs --install');
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
await page.setContent(mustdo('preview', plan));
await page.screenshot({ path: `${root}docs/images/preview.png` });

const lines = mustdo('check', plan).trimEnd().split('\n');
// From the start of a file's flags on, as much as fits.
const first = lines.indexOf('', lines.length - 34);
const shown = ['$ npx mustdo check samples/lpt-cqc-2018', ...lines.slice(first)];
await page.setViewportSize({ width: 980, height: 860 });
await page.setContent(terminal(shown.join('\n')));
await page.locator('pre').screenshot({ path: `${root}docs/images/check.png` });
await browser.close();

await takeEditor(`${root}docs/images/editor.png`);
await takeWalkthrough();
