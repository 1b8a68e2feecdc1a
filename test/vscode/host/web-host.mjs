// Brings the extension under test into the web worker host: served over http, as vscode.dev does,
// because a worker cannot be started from an address of the server's own scheme.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, sep } from 'node:path';
import { format } from 'node:util';

const types = new Map([
  ['.js', 'text/javascript'],
  ['.cjs', 'text/javascript'],
  ['.json', 'application/json'],
  ['.css', 'text/css'],
  ['.svg', 'image/svg+xml'],
]);

// A worker has no output of its own: what the tests print is posted to the page, which hands it on.
const channel = 'mustdo-tests';
const before = `{
  const out = new BroadcastChannel('${channel}');
  const plain = (value) => Object(value) === value ? String(value.stack ?? JSON.stringify(value)) : value;
  const put = (...values) => out.postMessage(values.map(plain));
  self.console = { ...self.console, log: put, info: put, warn: put, error: put, debug: put };
}
`;
const after = `
{
  const { run } = module.exports;
  module.exports = { run: async () => {
    await run();
    new BroadcastChannel('${channel}').postMessage('passed');
  } };
}
`;

/**
 * @param {import('./arguments.mjs').Arguments} args
 * @param {{ print: (text: string) => void, passed: () => void }} report
 */
export async function serveWebExtension({ developmentPaths, testsPath }, report) {
  /** @param {string} path */
  const isServed = (path) =>
    (path === testsPath || developmentPaths.some((folder) => path.startsWith(`${folder}${sep}`))) &&
    existsSync(path) &&
    statSync(path).isFile();

  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://localhost').pathname);
    const found = isServed(path);
    response.writeHead(found ? 200 : 404, {
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': types.get(extname(path)) ?? 'application/octet-stream',
    });
    if (!found) response.end();
    else if (path !== testsPath) response.end(readFileSync(path));
    else response.end(before + readFileSync(path, 'utf8') + after);
  });
  server.unref();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to serve from.');

  /** @param {string} path */
  const uri = (path) => ({ scheme: 'http', authority: `127.0.0.1:${address.port}`, path });
  const development = {
    extensions: developmentPaths.map(uri),
    extensionTestsPath: testsPath && uri(testsPath),
  };

  /** @param {import('playwright-core').Page} page */
  return async (page) => {
    await page.exposeFunction('mustdoTestsOutput', (/** @type {unknown} */ message) => {
      if (message === 'passed') report.passed();
      else report.print(`${format(.../** @type {unknown[]} */ (message))}\n`);
    });
    await page.addInitScript(tellWorkbench, { development, channel });
  };
}

/**
 * Runs in the page, before its own scripts read how the workbench is set up.
 * @param {{ development: object, channel: string }} what
 */
function tellWorkbench({ development, channel }) {
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive' || window !== window.top) return;
    const output = /** @type {{ mustdoTestsOutput?: (message: unknown) => void }} */ (globalThis);
    new BroadcastChannel(channel).onmessage = ({ data }) => output.mustdoTestsOutput?.(data);
    const meta = document.getElementById('vscode-workbench-web-configuration');
    if (meta?.dataset.settings === undefined) return;
    /** @type {unknown} */
    const settings = JSON.parse(meta.dataset.settings);
    Object.assign(
      /** @type {{ developmentOptions: object }} */ (settings).developmentOptions,
      development,
    );
    meta.dataset.settings = JSON.stringify(settings);
  });
}
