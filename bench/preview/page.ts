import type { Browser, CDPSession, Page } from 'playwright-core';
import type { PreviewResult } from '../../server/src/lsp/protocol.ts';
import { openPage, shown, type Beside, type Said } from '../../test/support/panel-page.ts';
import type { TabId } from './followed.ts';
import type { Spent } from './spent.ts';

/** The page of the preview in a browser, given what the server has answered. */
export class MeasuredPage implements Beside {
  readonly trouble: string[] = [];
  readonly #page: Page;
  readonly #ready = Promise.withResolvers<undefined>();
  #session: CDPSession | undefined;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Opens an empty page at a tab, and waits until it says that it is there. */
  static async open(browser: Browser, tab: TabId): Promise<MeasuredPage> {
    const page = await openPage(browser, { tab }, (opened) => new MeasuredPage(opened));
    await page.#ready.promise;
    page.#session = await page.#page.context().newCDPSession(page.#page);
    // In the processor time of the page’s thread.
    await page.#session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return page;
  }

  hear({ type }: Said): void {
    if (type === 'ready') this.#ready.resolve(undefined);
  }

  /** @throws Error when something went wrong on the page meanwhile */
  async close(): Promise<void> {
    await this.#page.close();
    if (this.trouble.length > 0) throw new Error(this.trouble.join('\n'));
  }

  /** From the text of a message to what is drawn of it. */
  show(preview: PreviewResult, tab: TabId): Promise<Spent> {
    return this.#post(shown(preview, tab));
  }

  /** Brings a row into sight and gives it the focus. */
  async focus(key: string): Promise<void> {
    await this.#post(JSON.stringify({ type: 'mark', keys: [key], seek: true }));
    await this.#page.locator(`[data-key="${key}"]`).focus();
    // Rows around it are drawn, and learnt the heights of, in the next frames.
    await this.#page.waitForTimeout(200);
  }

  /** Where the page stands: how far it is scrolled, and which row has the focus. */
  place(): Promise<string> {
    return this.#page.evaluate<string>(
      '`${Math.round(scrollY)} ${document.activeElement?.getAttribute("data-key")}`',
    );
  }

  /** Types words to search for. */
  search(words: string): Promise<Spent> {
    return this.#timed(`
      const input = document.querySelector('input[type=search]');
      input.value = ${JSON.stringify(words)};
      input.dispatchEvent(new Event('input', { bubbles: true }));`);
  }

  /** Picks the last word of the last filter, or all again. */
  filter(isOn: boolean): Promise<Spent> {
    return this.#timed(`
      const select = [...document.querySelectorAll('#facets select')].at(-1);
      select.value = select.options[${isOn ? 'select.options.length - 1' : '0'}].value;
      select.dispatchEvent(new Event('change', { bubbles: true }));`);
  }

  /** Orders the longest table by its next column. */
  order(column: number): Promise<Spent> {
    return this.#timed(`
      [...document.querySelectorAll('table.windowed .sort, table .sort')]
        .filter((button) => button.closest('section[id$="actions"]'))[${String(column)}].click();`);
  }

  /** The text is brought to the page first: how it gets there is no concern of the page’s. */
  async #post(message: string): Promise<Spent> {
    await this.#page.evaluate((text) => Object.assign(globalThis, { came: text }), message);
    return this.#timed(
      "dispatchEvent(new MessageEvent('message', { data: JSON.parse(came) })); came = undefined;",
    );
  }

  /** From before some work to after the frame in which it is drawn. */
  async #timed(work: string): Promise<Spent> {
    const before = await this.#processorTime();
    const milliseconds = await this.#page.evaluate<number>(`(async () => {
      const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      await drawn();
      const start = performance.now();
      ${work}
      await drawn();
      return performance.now() - start;
    })()`);
    return { milliseconds, processor: (await this.#processorTime()) - before };
  }

  /** What the page’s thread has taken so far, in milliseconds. */
  async #processorTime(): Promise<number> {
    const found = await this.#session?.send('Performance.getMetrics');
    const seconds = found?.metrics.find(({ name }) => name === 'TaskDuration')?.value;
    return (seconds ?? Number.NaN) * 1000;
  }
}
