// Starts and ends VS Code's own server, the one that serves its workbench to a browser.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { serverNode, vscodeFolder } from './install.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} scratch a folder for what the server keeps for itself
 * @property {string} userData
 * @property {string} extensions
 * @property {boolean} trusted
 * @property {Record<string, string>} environment what the extension host finds in its environment
 * @property {(line: string) => void} log
 * @property {(why: string) => void} onEnd called when the server ends of itself
 */

const main = join(vscodeFolder, 'out/server-main.js');
const quiet = ['--accept-server-license-terms', '--telemetry-level', 'off'];

/** How long the server may take to listen. */
const patience = 60_000;

/** @param {ServerOptions} options */
export async function startServer(options) {
  const { scratch, userData, extensions, trusted, environment, log, onEnd } = options;
  const child = spawn(
    serverNode(),
    [
      ...[main, ...quiet, '--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
      // The driver is what tells the page how the tests ended.
      ...['--enable-smoke-test-driver', '--force-disable-user-env'],
      ...['--server-data-dir', join(scratch, 'server')],
      ...['--user-data-dir', userData, '--extensions-dir', extensions],
      ...(trusted ? ['--disable-workspace-trust'] : []),
    ],
    // A group of its own, so that all it starts can be ended with it.
    {
      env: { ...cleanEnvironment(), ...environment },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  /** @type {Promise<number>} */
  const listening = new Promise((resolve, reject) => {
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ data) => {
        log(`[server] ${data.toString()}`);
        text += data.toString();
        const said = /agent listening on (\d+)/.exec(text);
        if (said) resolve(Number(said[1]));
      });
    }
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      const why = `VS Code’s server ended (${signal ?? code ?? 'unknown'}).`;
      reject(new Error(why));
      onEnd(why);
    });
    setTimeout(() => reject(new Error('VS Code’s server did not start.')), patience).unref();
  });

  /** @param {NodeJS.Signals} signal */
  const signalGroup = (signal) => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, signal);
    } catch {
      // Nothing of the group is left.
    }
  };
  /** Ends the server and all that it started. */
  const stop = async () => {
    signalGroup('SIGTERM');
    const late = new Promise((resolve) => setTimeout(resolve, 3000).unref());
    await Promise.race([ended, late]);
    signalGroup('SIGKILL');
  };
  const port = await listening.catch(async (/** @type {unknown} */ error) => {
    await stop();
    throw error;
  });
  return { authority: `127.0.0.1:${port}`, stop };
}

/**
 * Installs .vsix files; the exit code says whether that went well.
 * @param {readonly string[]} packages @param {string} extensions @param {string} scratch
 */
export function installExtensions(packages, extensions, scratch) {
  const { status } = spawnSync(
    serverNode(),
    [
      ...[main, ...quiet, '--server-data-dir', join(scratch, 'server')],
      ...['--extensions-dir', extensions],
      ...packages.flatMap((path) => ['--install-extension', path]),
    ],
    { env: cleanEnvironment(), stdio: 'inherit' },
  );
  return status ?? 1;
}

function cleanEnvironment() {
  /** @type {NodeJS.ProcessEnv} */
  const kept = { ...process.env };
  // Without this it would look for extensions on the network.
  kept.EXTENSIONS_GALLERY = '{}';
  // What VS Code or a test runner around us set for itself would confuse it.
  delete kept.ELECTRON_RUN_AS_NODE;
  delete kept.NODE_OPTIONS;
  return kept;
}
