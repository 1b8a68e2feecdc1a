import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { bundles } from '../../scripts/bundles.mjs';
import { PreviewMemory } from '../../server/src/lsp/preview.ts';
import type { TabId } from '../../server/src/outputs/tables/tabs.ts';
import type { Plan } from '../../server/src/plan/plan.ts';

/** The panel of the preview in a browser: its real page, with the extension’s side of the wire beside it. */

/** What VS Code’s own themes give to a page, as far as it asks for it. */
const themes = {
  light: {
    class: 'vscode-light',
    '--vscode-editor-background': '#ffffff',
    '--vscode-editor-foreground': '#3b3b3b',
    '--vscode-textLink-foreground': '#005fb8',
    '--vscode-focusBorder': '#005fb8',
  },
  dark: {
    class: 'vscode-dark',
    '--vscode-editor-background': '#1f1f1f',
    '--vscode-editor-foreground': '#cccccc',
    '--vscode-textLink-foreground': '#4daafc',
    '--vscode-focusBorder': '#0078d4',
  },
  'high-contrast': {
    class: 'vscode-high-contrast',
    '--vscode-editor-background': '#000000',
    '--vscode-editor-foreground': '#ffffff',
    '--vscode-textLink-foreground': '#21a6ff',
    '--vscode-focusBorder': '#f38518',
    '--vscode-contrastBorder': '#6fc3df',
    '--vscode-contrastActiveBorder': '#f38518',
  },
  'high-contrast-light': {
    class: 'vscode-high-contrast vscode-high-contrast-light',
    '--vscode-editor-background': '#ffffff',
    '--vscode-editor-foreground': '#292929',
    '--vscode-textLink-foreground': '#0f4a85',
    '--vscode-focusBorder': '#006bbd',
    '--vscode-contrastBorder': '#0f4a85',
    '--vscode-contrastActiveBorder': '#006bbd',
  },
} as const;

export type Theme = keyof typeof themes;
export const themeNames = Object.keys(themes) as Theme[];

/** Nothing answers at this address but the test. */
const address = 'http://preview.test/';

const policy =
  "default-src 'none'; style-src http://preview.test; script-src 'nonce-n'; base-uri 'none'; form-action 'none'";

const html = (theme: Theme): string => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <title>Mustdo preview</title>
    <link rel="stylesheet" href="theme.css" />
    <link rel="stylesheet" href="preview.css" />
  </head>
  <body class="${themes[theme].class}">
    <div id="page"></div>
    <script nonce="n" src="preview.js"></script>
  </body>
</html>`;

const themeSheet = (theme: Theme): string => {
  const variables = Object.entries(themes[theme]).filter(([name]) => name !== 'class');
  const lines = variables.map(([name, value]) => `${name}: ${value};`);
  return `html { --vscode-font-size: 13px; --vscode-font-family: 'Liberation Sans', sans-serif; ${lines.join(' ')} }`;
};

let files: Promise<ReadonlyMap<string, string>> | undefined;

/** The page’s script and its style, bundled as they are shipped. */
async function bundled(): Promise<ReadonlyMap<string, string>> {
  const bundle = bundles.find(({ outfile }) => outfile?.endsWith('preview.js'));
  const { outputFiles } = await build({ ...bundle, sourcemap: false, write: false });
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*\//, ''), text]));
}

/** What the page says to the extension. */
export type Said = Readonly<Record<string, unknown>> & { readonly type: string };

interface Options {
  readonly plan: Plan;
  readonly asAt: string;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly tab?: TabId;
  /** What the page remembered when it was last there. */
  readonly state?: unknown;
}

/** The extension’s side: answers the page as the extension does, from the server’s own tables. */
export class PanelHost {
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
    const uri = 'file:///plan/plan.plan';
    const about = { uri, project: 'file:///plan', tab, isChosen: false, locked };
    return JSON.stringify({ type: 'show', ...about, ...preview });
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
  const { theme = 'light', width = 1000, height = 900, tab = 'plan', state } = options;
  files ??= bundled();
  const served = await files;
  const page = await browser.newPage({ viewport: { width, height } });
  const host = new PanelHost(page, options);
  page.on('pageerror', (error) => host.trouble.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') host.trouble.push(message.text());
  });
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    const name = url.slice(address.length);
    if (name === '') await route.fulfill({ contentType: 'text/html', body: html(theme) });
    else if (name === 'theme.css')
      await route.fulfill({ contentType: 'text/css', body: themeSheet(theme) });
    else if (served.has(name) && url.startsWith(address)) {
      const contentType = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      await route.fulfill({ contentType, body: served.get(name) ?? '' });
    } else {
      if (!name.includes('favicon')) host.trouble.push(`asked for ${url}`);
      await route.abort();
    }
  });
  await page.exposeFunction('hear', (said: Said) => host.hear(said));
  const kept = state ?? {
    uri: 'file:///plan/plan.plan',
    project: 'file:///plan',
    locked: false,
    tab,
    views: {},
  };
  await page.addInitScript(`
    globalThis.kept = ${JSON.stringify(kept)};
    globalThis.acquireVsCodeApi = () => ({
      postMessage: (said) => void hear(said),
      getState: () => kept,
      setState: (state) => { globalThis.kept = JSON.parse(JSON.stringify(state)); },
    });
  `);
  await page.goto(address);
  await page.locator('[role="tabpanel"] section, [role="tabpanel"] .said').first().waitFor();
  return host;
}
