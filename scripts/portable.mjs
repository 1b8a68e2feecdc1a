// Makes the command line portable: one .zip a platform with its own Node, for computers on which nothing may be installed.
//   npm run portable -- --platform win32-x64,linux-x64
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import JSZip from 'jszip';
import manifest from '../package.json' with { type: 'json' };
import './build.mjs';
import { billOf } from './bill.mjs';
import { besideCommandLine } from './bundles.mjs';
import { licencesOf, shippedIn } from './components.mjs';
import { Packages, runtimes } from './runtimes.mjs';

/** @import { Runtime } from './runtimes.mjs' */

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    platform: { type: 'string', default: Object.keys(runtimes).join(',') },
    to: { type: 'string', default: join(root, 'output/portable') },
    // Quicker, and three times as big.
    uncompressed: { type: 'boolean', default: false },
  },
});

/** What starts Mustdo, and what checks a folder after a double click: its file, and its name on a platform. */
const launchers = {
  win32: { 'mustdo.cmd': 'mustdo.cmd', 'check-plans.cmd': 'Check plans.cmd' },
  darwin: { 'mustdo.sh': 'mustdo', 'check-plans.sh': 'Check plans.command' },
  linux: { 'mustdo.sh': 'mustdo', 'check-plans.sh': 'Check plans.sh' },
};

const asked = values.platform.split(',').map((platform) => {
  const runtime = runtimes[platform];
  if (runtime !== undefined) return { platform, runtime };
  throw new Error(`There is no ${platform}: ${Object.keys(runtimes).join(', ')}.`);
});
const shipped = await shippedIn('commandLine');
using packages = new Packages();

mkdirSync(values.to, { recursive: true });
for (const { platform, runtime } of asked) {
  const name = `${manifest.name}-${manifest.version}-${platform}`;
  const path = resolve(values.to, `${name}.zip`);
  writeFileSync(path, await zip(name, filesFor(platform, runtime)));
  console.log(path);
}

/**
 * What is in the folder: each path, and what is written there.
 * @param {string} platform @param {Runtime} runtime
 */
function filesFor(platform, runtime) {
  const system = /** @type {keyof typeof launchers} */ (platform.replace(/-.*/, ''));
  /** Notepad shows the line ends of other systems only on newer Windows, and its .cmd needs its own. @param {string} text */
  const text = (text) => (system === 'win32' ? text.replaceAll('\n', '\r\n') : text);
  const { program, licence } = packages.node(runtime);
  const readMe = read('scripts/portable/read-me.txt')
    .replaceAll('{version}', manifest.version)
    .replaceAll('{platform}', platform)
    .replaceAll('{node}', runtime.version);

  /** @type {Map<string, { content: string | Uint8Array, runs?: boolean }>} */
  const files = new Map();
  files.set('READ ME.txt', { content: text(readMe) });
  for (const [file, name] of Object.entries(launchers[system])) {
    files.set(name, { content: text(read(`scripts/portable/${file}`)), runs: true });
  }
  files.set(`program/${runtime.program.replace('bin/', '')}`, { content: program, runs: true });
  files.set('program/mustdo.mjs', { content: read('server/dist/mustdo.js') });
  for (const file of besideCommandLine) {
    files.set(`program/${file}`, { content: read(`server/dist/${file}`) });
  }
  files.set('program/lsp.cjs', { content: read('server/dist/lsp.cjs') });
  for (const file of readdirSync(join(root, 'samples/getting-started')).sort()) {
    const path = `samples/getting-started/${file}`;
    files.set(path, { content: read(path) });
  }
  files.set('licences/Mustdo.txt', { content: text(read('LICENSE')) });
  files.set('licences/Node.txt', { content: text(licence) });
  files.set('licences/Packages.txt', { content: text(licencesOf(shipped.components)) });
  files.set(`${manifest.name}.cdx.json`, {
    content: billOf('The command line and the language server, with Node', shipped, runtime),
  });
  return files;
}

/**
 * The same files give the same bytes: in the order of the list, of one time, compressed by JavaScript that does
 * not change with Node.
 * @param {string} folder @param {ReturnType<typeof filesFor>} files
 */
function zip(folder, files) {
  const archive = new JSZip();
  for (const [name, { content, runs }] of files) {
    archive.file(`${folder}/${name}`, content, {
      createFolders: false,
      date: new Date(Date.UTC(1980, 0, 1)),
      unixPermissions: runs === true ? 0o755 : 0o644,
    });
  }
  return archive.generateAsync({
    type: 'nodebuffer',
    platform: 'UNIX',
    compression: values.uncompressed ? 'STORE' : 'DEFLATE',
  });
}

/** @param {string} path */
function read(path) {
  return readFileSync(join(root, path), 'utf8');
}
