import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { build, type Metafile } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type {
  CompletionItem,
  CompletionList,
  Diagnostic,
  Hover,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { bundles } from '../../scripts/bundles.mjs';
import { noMapping } from '../../server/src/imports/recognise/mapping.ts';
import { importedFrom } from '../../server/src/imports/written/import.ts';
import { toBase64 } from '../../server/src/lsp/base64.ts';
import { startBrowser } from '../support/browser.ts';
import { fixture, fixtureNames, sheetsOf } from '../support/imports.ts';

/** The language server in a web worker of a real browser: no Node, no disk, no network. */

const actions = readFileSync('samples/getting-started/getting-started.plan', 'utf8');
const files: Readonly<Record<string, string>> = {
  'plans://folder/mustdo.json': '{ "asAt": "2026-09-30" }',
  'plans://folder/getting-started.plan': actions,
  'plans://folder/people.plan': 'sro CHAIR "Chair of the board"\n',
};
const uri = 'plans://folder/getting-started.plan';

/** The page’s side of the wire: the smallest client there can be. It answers what the server asks of files. */
const client = `
  const files = ${JSON.stringify(files)};
  const worker = new Worker('/server-worker.js');
  const published = {};
  const answers = new Map();
  const trouble = [];
  const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  const fileRequests = {
    'mustdo/fileExists': ({ uri }) => uri in files,
    'mustdo/listPlans': () => Object.keys(files),
    'mustdo/readFile': ({ uri }) =>
      uri in files ? { base64: base64(files[uri]) } : { wrong: 'there is no such file' },
  };
  let lastId = 0;
  worker.onerror = ({ message }) => trouble.push(message);
  worker.onmessage = ({ data: { id, method, params, result, error } }) => {
    if (method in fileRequests) {
      worker.postMessage({ jsonrpc: '2.0', id, result: fileRequests[method](params) });
    } else if (method === 'textDocument/publishDiagnostics') published[params.uri] = params.diagnostics;
    else if (method === 'window/logMessage') trouble.push(params.message);
    else if (method === undefined) answers.get(id)(error ? { error } : { result });
  };
  const notify = (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params });
  const ask = (method, params) => new Promise((resolve) => {
    answers.set(++lastId, resolve);
    worker.postMessage({ jsonrpc: '2.0', id: lastId, method, params });
  });
`;

describe('the server in a web worker', () => {
  let browser: Browser;
  let page: Page;
  let metafile: Metafile;
  let code: string;
  const asked: string[] = [];

  before(async () => {
    const bundle = bundles.find(({ outfile }) => outfile === 'client/dist/server-worker.js');
    const built = await build({ ...bundle, write: false, metafile: true });
    metafile = built.metafile;
    code = built.outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? '';
    browser = await startBrowser();
    page = await browser.newPage();
    await page.route('**/*', (route) => {
      const address = route.request().url();
      asked.push(address);
      if (address === 'http://plans.test/') {
        return route.fulfill({ contentType: 'text/html', body: `<script>${client}</script>` });
      }
      // The policy keeps the worker from loading anything at all.
      const headers = { 'content-security-policy': "default-src 'none'" };
      if (address === 'http://plans.test/server-worker.js') {
        return route.fulfill({ contentType: 'text/javascript', headers, body: code });
      }
      return route.abort();
    });
    await page.goto('http://plans.test/');
  });

  after(() => browser.close());

  /** What the server answers; a test that is answered with an error fails. */
  async function ask<R>(method: string, params: unknown): Promise<R> {
    const call = `ask(${JSON.stringify(method)}, ${JSON.stringify(params)})`;
    const { result, error } = await page.evaluate<{ result: R; error?: unknown }>(call);
    assert.equal(error, undefined, method);
    return result;
  }

  const notify = (method: string, params: unknown): Promise<unknown> =>
    page.evaluate(`notify(${JSON.stringify(method)}, ${JSON.stringify(params)})`);

  const published = (): Promise<Record<string, Diagnostic[]>> => page.evaluate('published');

  /** A question about the first place that a pattern finds: its first letter, or the one after it. */
  const at = (pattern: RegExp, edge: 'start' | 'end'): object => {
    const found = pattern.exec(actions);
    assert.ok(found);
    const before = actions.slice(0, found.index + (edge === 'end' ? found[0].length : 0));
    const lines = before.split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return { textDocument: { uri }, position };
  };

  it('is bundled with nothing of Node', () => {
    const inputs = Object.entries(metafile.inputs);
    const imported = inputs.flatMap(([from, { imports }]) =>
      imports.map(({ path, external }) => ({ from, path, external })),
    );
    assert.ok(inputs.some(([path]) => path === 'server/src/lsp/worker.ts'));
    assert.deepEqual(
      imported.filter(({ external }) => external),
      [],
    );
    const names = new Set(builtinModules);
    const ofNode = /^node:|^\(disabled\):|\/node\/main\.js$|server\/src\/(?:hosts\/node|lsp\/node)/;
    assert.deepEqual(
      imported.filter(({ path }) => ofNode.test(path) || names.has(path)),
      [],
    );
    assert.doesNotMatch(code, /\brequire\(\s*["']|["']node:\w/);
  });

  it('starts, reads the plans of the page, and flags what needs attention', async () => {
    const { capabilities } = await ask<{ capabilities: object }>('initialize', {
      processId: null,
      capabilities: {},
      workspaceFolders: [{ uri: 'plans://folder', name: 'folder' }],
      initializationOptions: { files: 'client' },
    });
    assert.ok('hoverProvider' in capabilities);
    await notify('initialized', {});
    await notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'mustdo', version: 1, text: actions },
    });
    await ask('textDocument/documentSymbol', { textDocument: { uri } });
    const flags = (await published())[uri] ?? [];
    assert.ok(flags.length > 0);
    assert.ok(flags.every(({ source }) => source === 'Mustdo'));
  });

  it('explains', async () => {
    const hover = await ask<Hover>('textDocument/hover', at(/committee/, 'start'));
    assert.match(JSON.stringify(hover.contents), /committee/);
  });

  it('completes, with what another file declares', async () => {
    const place = at(/^ {2}sro +/m, 'end');
    const found = await ask<CompletionItem[] | CompletionList>('textDocument/completion', place);
    const items = Array.isArray(found) ? found : found.items;
    assert.ok(items.some(({ label }) => label === 'CHAIR'));
  });

  it('renames', async () => {
    const params = { ...at(/^sro /m, 'end'), newName: 'RENAMED' };
    const { changes } = await ask<WorkspaceEdit>('textDocument/rename', params);
    assert.ok((changes?.[uri] ?? []).length > 1);
  });

  for (const name of fixtureNames) {
    it(`makes a plan of ${name}, as in Node`, async () => {
      const { base64, folder } = { base64: toBase64(fixture(name)), folder: 'made' };
      const made = await ask<{ files?: object }>('mustdo/import', { name, base64, folder });
      const own = importedFrom(await sheetsOf(fixture(name)), noMapping, {
        id: folder,
        origin: name,
      });
      const { 'import-report.md': report, ...files } = { ...made.files } as Record<string, string>;
      assert.deepEqual(files, Object.fromEntries(own?.files ?? []));
      assert.match(report ?? '', /^# What became of /);
    });
  }

  it('refuses what it is asked wrongly, and goes on', async () => {
    const call = `ask('textDocument/hover', { textDocument: 7 })`;
    const { error } = await page.evaluate<{ error?: { code: number } }>(call);
    assert.equal(error?.code, -32602);
    assert.ok(await ask('textDocument/hover', at(/committee/, 'start')));
  });

  it('asked the network for nothing, and complained of nothing', async () => {
    assert.deepEqual(asked, ['http://plans.test/', 'http://plans.test/server-worker.js']);
    assert.deepEqual(await page.evaluate('trouble'), []);
  });
});
