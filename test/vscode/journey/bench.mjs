// The workbench as somebody uses it: by what they read on the screen, with keys and mouse.
import { join } from 'node:path';

/** Nothing that a person waits for may take longer. */
const patience = 45_000;

export class Bench {
  /** @param {import('playwright-core').Page} page @param {string} pictures the folder for pictures */
  constructor(page, pictures) {
    this.page = page;
    this.pictures = pictures;
    /** What the browser said of content policies, its own pages' and VS Code's among them. @type {string[]} */
    this.ofPolicies = [];
    page.on('console', (message) => {
      const words = message.text();
      if (words.includes('Content Security Policy')) this.ofPolicies.push(words);
    });
    page.setDefaultTimeout(patience);
  }

  get keyboard() {
    return this.page.keyboard;
  }

  /** The page inside of the preview. */
  get preview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** What the browser refused the preview: complaints that quote a part of its own policy. */
  async refused() {
    const meta = this.preview.locator('meta[http-equiv="Content-Security-Policy"]');
    const policy = await meta.getAttribute('content');
    const parts = policy?.split('; ') ?? [];
    return this.ofPolicies.filter((words) => parts.some((part) => words.includes(part)));
  }

  /** What VS Code tells in a corner. @param {string | RegExp} words */
  told(words) {
    return this.page.locator('.notification-list-item-message', { hasText: words });
  }

  /** The row of the Problems panel that says this. @param {string | RegExp} words */
  problem(words) {
    return this.page.locator('.markers-panel .monaco-list-row', { hasText: words }).first();
  }

  /** A line of the text that is shown. @param {string | RegExp} words */
  line(words) {
    return this.page.locator('.editor-instance .view-line', { hasText: words }).first();
  }

  /**
   * Points at something until what it has to say is there: the text may still be scrolling, and then the mouse rests on
   * something else.
   * @param {import('playwright-core').Locator} target @param {import('playwright-core').Locator} shown
   */
  async pointAt(target, shown) {
    for (const end = Date.now() + patience; Date.now() < end;) {
      await target.hover();
      const isThere = shown.waitFor({ timeout: 4000 }).then(
        () => true,
        () => false,
      );
      if (await isThere) return;
      await this.page.mouse.move(5, 5);
    }
    await shown.waitFor({ timeout: 1 });
  }

  /** What the status bar says. @param {string | RegExp} words */
  status(words) {
    return this.page.locator('.statusbar-item', { hasText: words });
  }

  /** @param {string} name */
  async openFile(name) {
    await this.page.getByRole('treeitem', { name }).dblclick();
    await this.page.getByRole('tab', { name }).waitFor();
  }

  /** Runs a command by its title. @param {string} title */
  async command(title) {
    await this.keyboard.press('F1');
    await this.input.fill(`>${title}`);
    await this.page
      .locator('.quick-input-list .monaco-list-row', { hasText: title })
      .first()
      .waitFor();
    await this.keyboard.press('Enter');
  }

  /** Where VS Code asks for something, at the top. */
  get input() {
    return this.page.locator('.quick-input-widget input.input').first();
  }

  /** Puts the cursor somewhere. @param {number} line @param {number} column */
  async goTo(line, column) {
    await this.keyboard.press('Control+G');
    await this.input.fill(`:${line}:${column}`);
    await this.keyboard.press('Enter');
    await this.status(`Ln ${line}, Col ${column}`).waitFor();
  }

  /** @param {string} name */
  async picture(name) {
    // Menus and hovers fade in, and a page inside is drawn last of all.
    await this.page.waitForTimeout(1000);
    await this.page.screenshot({ path: join(this.pictures, `vscode-${name}.png`) });
  }

  /**
   * Chooses from the menu of something.
   * @param {import('playwright-core').Locator} target
   * @param {string | RegExp} name
   */
  async fromMenu(target, name) {
    await target.click({ button: 'right' });
    await this.choose(name);
  }

  /**
   * Chooses from the menu that is open. One that has just opened takes no click, for VS Code guards it against the one that
   * opened it; so it is clicked again while it stands.
   * @param {string | RegExp} name
   */
  async choose(name) {
    const entry = this.page.getByRole('menuitem', { name });
    for (let tries = 0; tries < 5; tries++) {
      await entry.click();
      const isGone = await entry.waitFor({ state: 'detached', timeout: 2_000 }).then(
        () => true,
        () => false,
      );
      if (isGone) return;
    }
    throw new Error(`The menu still stands after five clicks on ${String(name)}.`);
  }
}
