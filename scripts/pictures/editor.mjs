// Takes pictures of the extension in a real VS Code: one for the README, five for the walkthrough, each of these in light and in
// dark.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareFolder } from '../../test/vscode/folder.mjs';
import { installHost } from '../../test/vscode/host/install.mjs';
import { openHost } from '../../test/vscode/host/session.mjs';
import { Bench } from '../../test/vscode/journey/bench.mjs';

/** @typedef {import('playwright-core').Page} Page */

const repository = fileURLToPath(new URL('../..', import.meta.url));
const walkthrough = join(repository, 'client/media/walkthrough');

/** Where they can be looked at with any program. */
const looked = join(repository, 'output/pictures');

/** A window small enough to be read when it is shown small, with as many pixels as a sharp screen has. */
const small = { viewport: { width: 860, height: 600 }, deviceScaleFactor: 1.25 };

const large = { viewport: { width: 1440, height: 860 }, deviceScaleFactor: 1 };

/** As people have it, without what only fills the picture. */
const settings = {
  'editor.minimap.enabled': false,
  'breadcrumbs.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.scrollBeyondLastLine': true,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

const themes = /** @type {const} */ ({
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
});

const plan = 'getting-started.plan';

/**
 * What leads to a picture, and what of the window is on it.
 * @typedef {object} Scene
 * @property {(bench: Bench) => Promise<void>} go
 * @property {string} part
 */

const editors = '.part.editor';

/** The steps of the walkthrough in their order; each goes on where the one before it ended. @type {Readonly<Record<string, Scene>>} */
const scenes = {
  sample: {
    async go(bench) {
      await bench.openFile(plan);
      await bench.status('30 September 2026: 1 overdue').waitFor();
      await bench.keyboard.press('Control+B');
      await showAction(bench);
    },
    part: editors,
  },
  attention: {
    async go(bench) {
      await bench.page.getByRole('tab', { name: 'Mustdo' }).first().click();
      const group = bench.page.getByRole('treeitem', { name: /^Overdue action/ });
      await group.waitFor();
      await moveEdge(bench.page, '.part.sidebar', 150);
      await group.click();
      await bench.page.getByRole('treeitem', { name: /^Action A2/ }).click();
    },
    part: '.monaco-workbench',
  },
  preview: {
    async go(bench) {
      await bench.keyboard.press('Control+B');
      await showAction(bench);
      await bench.page.getByRole('button', { name: /Open Preview to the Side/ }).click();
      const { preview } = bench;
      await preview.getByRole('tab', { name: 'Overdue and at risk', exact: true }).click();
      await moveEdge(bench.page, '.editor-group-container', -110);
      await toTop(preview.getByRole('search'));
    },
    part: editors,
  },
  forms: {
    async go(bench) {
      await bench.page.getByRole('tab', { name: plan }).click();
      await bench.command('View: Close Editors in Other Groups');
      await bench.page.locator('iframe.webview').waitFor({ state: 'detached' });
      await showAction(bench);
      await bench.command('Mustdo: Add Update');
      await bench.page.getByPlaceholder('How does the SRO say that it is going?').waitFor();
    },
    part: '.monaco-workbench',
  },
  own: {
    async go(bench) {
      await bench.keyboard.press('Escape');
      await bench.command('Mustdo: New Plan');
      await bench.page.getByText('New Plan (1 of 2)').waitFor();
      await bench.keyboard.type('RT5-CQC-2026');
      await bench.keyboard.press('Enter');
      await bench.page.getByText('New Plan (2 of 2)').waitFor();
      await bench.keyboard.press('Enter');
      await bench.page.getByRole('tab', { name: 'RT5-CQC-2026' }).waitFor();
    },
    part: editors,
  },
};

/** Shows an action from its first line on. @param {Bench} bench */
async function showAction(bench) {
  // What was out of sight comes to stand in the middle, so the line is one in the middle of the action.
  await bench.goTo(1, 1);
  await bench.goTo(58, 3);
}

/** Scrolls until something stands at the top. @param {import('playwright-core').Locator} locator */
const toTop = (locator) =>
  locator.evaluate((element) => element.scrollIntoView({ block: 'start' }));

/** Makes a part of the window wider by so many pixels. @param {Page} page @param {string} part @param {number} by */
async function moveEdge(page, part, by) {
  const box = await page.locator(part).first().boundingBox();
  if (box === null) throw new Error(`There is no ${part}.`);
  const [x, y] = [box.x + box.width, box.y + box.height / 2];
  await page.mouse.move(x + 1, y);
  await page.mouse.down();
  await page.mouse.move(x + by, y, { steps: 5 });
  await page.mouse.up();
}

/**
 * Opens VS Code on a sample and hands it over.
 * @param {'sample' | 'getting started'} sample @param {'light' | 'dark'} theme
 * @param {typeof small} screen @param {(bench: Bench) => Promise<void>} take
 */
async function inEditor(sample, theme, screen, take) {
  installHost();
  mkdirSync(looked, { recursive: true });
  using prepared = prepareFolder(sample, { ...settings, 'workbench.colorTheme': themes[theme] });
  const host = await openHost({
    folder: prepared.opened,
    developmentPaths: [repository],
    testsPath: undefined,
    web: false,
    trusted: true,
    onlyDeveloped: true,
    userData: prepared.userData,
    extensions: undefined,
    toInstall: [],
    screen,
  });
  try {
    await take(new Bench(host.page, tmpdir()));
    await host.end(0);
  } catch (error) {
    await host.page.screenshot({ path: join(looked, 'failed.png') });
    await host.end(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

/**
 * The same picture in a fraction of the bytes; the browser can do that, so nothing else has to.
 * @param {Page} page @param {Buffer} png
 */
async function asWebp(page, png) {
  const blank = await page.context().newPage();
  const url = await blank.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.5 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await blank.close();
  return Buffer.from(url, 'base64');
}

/** Shows what was done, before a picture is taken of it. @param {Page} page */
async function settle(page) {
  await page.mouse.move(2, 2);
  // Menus and tips fade, and a page inside is drawn last of all.
  await page.waitForTimeout(1500);
}

/** The pictures of the walkthrough, in light and in dark. */
export async function takeWalkthrough() {
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    await inEditor('getting started', theme, small, async (bench) => {
      for (const [name, { go, part }] of Object.entries(scenes)) {
        await go(bench);
        await settle(bench.page);
        const png = await bench.page.locator(part).first().screenshot();
        writeFileSync(join(looked, `${name}-${theme}.png`), png);
        writeFileSync(join(walkthrough, `${name}-${theme}.webp`), await asWebp(bench.page, png));
      }
    });
  }
}

/** A plan with its side bar and its preview. @param {string} path */
export const takeEditor = (path) =>
  inEditor('sample', 'light', large, async (bench) => {
    await bench.openFile('actions-amh-ld.plan');
    await bench.status('1 July 2018: 13 overdue').waitFor();
    await bench.page.getByRole('tab', { name: 'Mustdo' }).first().click();
    await bench.page.getByRole('treeitem', { name: /^Overdue action/ }).click();
    await bench.goTo(121, 1);
    await bench.page.getByRole('button', { name: /Open Preview to the Side/ }).click();
    const { preview } = bench;
    await preview.getByRole('tab', { name: 'Overdue and at risk', exact: true }).click();
    await toTop(preview.getByRole('search'));
    await settle(bench.page);
    await bench.page.screenshot({ path });
  });
