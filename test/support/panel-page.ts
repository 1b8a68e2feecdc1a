import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { bundles } from '../../scripts/bundles.mjs';
import type { PreviewParams, PreviewResult } from '../../server/src/lsp/protocol.ts';

/** The page of the preview in a browser, as it is shipped; who answers it is somebody else’s concern. */

type TabId = NonNullable<PreviewParams['tab']>;

/** What VS Code’s own themes give to a page, as far as it asks for it. */
const themes = {
  light: {
    class: 'vscode-light',
    '--vscode-editor-background': '#ffffff',
    '--vscode-editor-foreground': '#3b3b3b',
    '--vscode-textLink-foreground': '#005fb8',
    '--vscode-focusBorder': '#005fb8',
    '--vscode-button-background': '#005fb8',
    '--vscode-button-foreground': '#ffffff',
  },
  dark: {
    class: 'vscode-dark',
    '--vscode-editor-background': '#1f1f1f',
    '--vscode-editor-foreground': '#cccccc',
    '--vscode-textLink-foreground': '#4daafc',
    '--vscode-focusBorder': '#0078d4',
    '--vscode-button-background': '#0078d4',
    '--vscode-button-foreground': '#ffffff',
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

const html = (theme: Theme, bundle: string): string => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <title>Mustdo ${bundle}</title>
    <link rel="stylesheet" href="theme.css" />
    <link rel="stylesheet" href="${bundle}.css" />
  </head>
  <body class="${themes[theme].class}">
    <div id="page"></div>
    <script nonce="n" src="${bundle}.js"></script>
  </body>
</html>`;

const themeSheet = (theme: Theme): string => {
  const variables = Object.entries(themes[theme]).filter(([name]) => name !== 'class');
  const lines = variables.map(([name, value]) => `${name}: ${value};`);
  return `html { --vscode-font-size: 13px; --vscode-font-family: 'Liberation Sans', sans-serif; ${lines.join(' ')} }`;
};

const files = new Map<string, Promise<ReadonlyMap<string, string>>>();

/** A page’s script and its style, bundled as they are shipped. */
async function bundled(name: string): Promise<ReadonlyMap<string, string>> {
  const bundle = bundles.find(({ outfile }) => outfile?.endsWith(`/${name}.js`));
  const { outputFiles } = await build({ ...bundle, sourcemap: false, write: false });
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*\//, ''), text]));
}

function filesOf(name: string): Promise<ReadonlyMap<string, string>> {
  let found = files.get(name);
  if (found === undefined) files.set(name, (found = bundled(name)));
  return found;
}

/** What the page says to the extension. */
export type Said = Readonly<Record<string, unknown>> & { readonly type: string };

/** How the page is looked at. */
export interface Look {
  /** Which page it is: that of the preview, unless it is said. */
  readonly bundle?: string;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly tab?: TabId;
  /** What the page remembered when it was last there. */
  readonly state?: unknown;
}

/** Who is beside the page. */
export interface Beside {
  hear(said: Said): void | Promise<void>;
  /** Is told of errors, complaints of the content policy, and requests to anywhere. */
  readonly trouble: string[];
}

const project = 'file:///plan';
const uri = `${project}/plan.plan`;

/** What the extension sends to the page when the server has answered, as text. */
export function shown(preview: PreviewResult, tab: TabId, locked = false): string {
  return JSON.stringify({ type: 'show', uri, project, tab, isChosen: false, locked, ...preview });
}

/** Opens the page in a browser: it says that it is there, and waits for its tables. */
export async function openPage<B extends Beside>(
  browser: Browser,
  { bundle = 'preview', theme = 'light', width = 1000, height = 900, tab = 'plan', state }: Look,
  besideOf: (page: Page) => B,
): Promise<B> {
  const served = await filesOf(bundle);
  const page = await browser.newPage({ viewport: { width, height } });
  const beside = besideOf(page);
  const { trouble } = beside;
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    const name = url.slice(address.length);
    if (name === '') await route.fulfill({ contentType: 'text/html', body: html(theme, bundle) });
    else if (name === 'theme.css')
      await route.fulfill({ contentType: 'text/css', body: themeSheet(theme) });
    else if (served.has(name) && url.startsWith(address)) {
      const contentType = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      await route.fulfill({ contentType, body: served.get(name) ?? '' });
    } else {
      if (!name.includes('favicon')) trouble.push(`asked for ${url}`);
      await route.abort();
    }
  });
  await page.exposeFunction('hear', (said: Said) => beside.hear(said));
  const kept = state ?? {
    uri,
    project,
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
  return beside;
}
