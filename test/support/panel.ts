import type { Browser, Page } from 'playwright-core';
import { PreviewMemory } from '../../server/src/lsp/preview.ts';
import type { TabId } from '../../server/src/outputs/tables/tabs.ts';
import type { Plan } from '../../server/src/plan/plan.ts';
import { openPage, shown, type Beside, type Look, type Said } from './panel-page.ts';

/** The panel of the preview in a browser: its real page, with the extension’s side of the wire beside it. */

interface Options extends Look {
  readonly plan: Plan;
  readonly asAt: string;
}

/** The extension’s side: answers the page as the extension does, from the server’s own tables. */
export class PanelHost implements Beside {
  readonly page: Page;
  /** What the page has said, and nobody has looked at. */
  readonly said: Said[] = [];
  /** Errors, complaints of the content policy, and requests to anywhere. */
  readonly trouble: string[] = [];
  plan: Plan;
  asAt: string;
  locked = false;
  /** Whether it leaves it to the test to answer. */
  silent = false;
  readonly #memory = new PreviewMemory();
  #known: Record<string, number> = {};
  #tab: TabId;

  constructor(page: Page, { plan, asAt, tab = 'plan' }: Options) {
    this.page = page;
    this.plan = plan;
    this.asAt = asAt;
    this.#tab = tab;
  }

  /** What the extension sends now, as text: only what the page has not. */
  message(): string {
    const { plan, asAt, locked } = this;
    const tab = this.#tab;
    const preview = this.#memory.previewOf({ plan, asAt }, { tab, known: this.#known });
    for (const { id, revision } of preview.sections.flatMap(({ tables }) => tables)) {
      this.#known[id] = revision;
    }
    return shown(preview, tab, locked);
  }

  async send(message: string): Promise<void> {
    await this.page.evaluate((text) => postMessage(JSON.parse(text), '*'), message);
  }

  async hear(said: Said): Promise<void> {
    this.said.push(said);
    if (said.type === 'lock') this.locked = said.locked === true;
    if (said.type === 'ready') this.#known = {};
    if (said.type === 'ready' || said.type === 'tab') this.#tab = said.tab as TabId;
    if (!this.silent && ['ready', 'tab', 'lock'].includes(said.type))
      await this.send(this.message());
  }

  /** What the page has said of a type since this was last asked. */
  take(type: string): Said[] {
    const found = this.said.filter((said) => said.type === type);
    this.said.length = 0;
    return found;
  }

  /** What the page would remember over a reload. */
  state(): Promise<unknown> {
    return this.page.evaluate('kept');
  }
}

/** Opens the panel on a plan, and waits until it shows it. */
export async function openPanel(browser: Browser, options: Options): Promise<PanelHost> {
  const host = await openPage(browser, options, (page) => new PanelHost(page, options));
  const { page } = host;
  await page.locator('[role="tabpanel"] section, [role="tabpanel"] .said').first().waitFor();
  return host;
}
