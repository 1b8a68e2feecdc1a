// What others wrote that is in the bundles: packages, as the lock file has them. esbuild says what it took, so
// that neither what is installed and not used, nor what the tools need, is in the list.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import lock from '../package-lock.json' with { type: 'json' };
import { bundles } from './bundles.mjs';

/**
 * @typedef {object} Component
 * @property {string} name
 * @property {string} version
 * @property {string} licence as the package names it
 * @property {string} integrity
 * @property {string} place of the package in the lock file, and on disk
 * @property {Set<string>} uses the places of the packages that its code imports, be they in the bundle or not
 */

/** @typedef {{ components: readonly Component[], uses: ReadonlySet<string> }} Shipped */

/** What people get: which folder of bundles. */
const products = { commandLine: 'server/dist/', extension: 'client/dist/' };

const installed = 'node_modules/';

/** @type {Record<string, Partial<Record<'version' | 'integrity' | 'license' | 'resolved', string>> | undefined>} */
const lockFile = lock.packages;

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The packages that are in a product, in a fixed order, and the places of those that our own code imports.
 * @param {keyof typeof products} product
 * @returns {Promise<Shipped>}
 */
export async function shippedIn(product) {
  /** @type {Map<string, Component>} */
  const components = new Map();
  /** @type {Set<string>} */
  const ours = new Set();
  for (const bundle of bundles) {
    if (bundle.outfile?.startsWith(products[product]) !== true) continue;
    const { metafile } = await build({
      ...bundle,
      metafile: true,
      sourcemap: false,
      write: false,
    });
    for (const { inputs } of Object.values(metafile.outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const place = placeOf(path);
        if (place === undefined || bytesInOutput === 0 || components.has(place)) continue;
        components.set(place, fromLock(place));
      }
    }
    // A file that only hands on what others export leaves nothing in the bundle, but it is the way to them.
    for (const [path, { imports }] of Object.entries(metafile.inputs)) {
      const place = placeOf(path);
      const uses = place === undefined ? ours : components.get(place)?.uses;
      for (const { path: other } of imports) {
        const next = placeOf(other);
        if (next !== undefined && next !== place) uses?.add(next);
      }
    }
  }
  const sorted = [...components.values()].sort((one, two) => (one.place < two.place ? -1 : 1));
  return { components: sorted, uses: ours };
}

/**
 * The words of the licences of these packages, one after the other.
 * @param {readonly Component[]} components
 */
export function licencesOf(components) {
  const parts = components.map(({ name, version, licence, place }) => {
    const folder = join(root, place);
    const files = readdirSync(folder).filter((file) =>
      /^(licen[cs]e|notice|copying|thirdparty)/i.test(file),
    );
    const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8'));
    const words = texts.length > 0 ? texts : [licenceInReadme(folder)];
    const title = `${name} ${version} (${licence})`;
    return [title, '='.repeat(title.length), '', ...words.map(tidy)].join('\n');
  });
  return `Mustdo holds the packages below. Each is under the licence that follows its name.\n\n\n${parts.join('\n\n')}`;
}

/** What a package says of its licence where it has no file for that. @param {string} folder */
function licenceInReadme(folder) {
  const readme = readdirSync(folder).find((file) => /^readme/i.test(file));
  const text = readme === undefined ? '' : readFileSync(join(folder, readme), 'utf8');
  const start = text.search(/^#+ *licen[cs]e/im);
  return start < 0 ? 'The package has no text of its licence.' : text.slice(start);
}

/** @param {string} text */
function tidy(text) {
  return `${text.replaceAll(/\r\n?/g, '\n').trim()}\n`;
}

/** @param {string} place @returns {Component} */
function fromLock(place) {
  const { version, integrity, license: licence } = lockFile[place] ?? {};
  if (version === undefined || integrity === undefined || licence === undefined) {
    throw new Error(`The lock file does not say enough about ${place}, which is in a bundle.`);
  }
  const name = place.slice(place.lastIndexOf(installed) + installed.length);
  return { name, version, licence, integrity, place, uses: new Set() };
}

/** The package that a file belongs to, as the lock file names it; undefined for our own. @param {string} path */
function placeOf(path) {
  if (!path.includes(installed)) return undefined;
  const folders = path.split('/');
  const name = folders.lastIndexOf('node_modules') + 1;
  const end = name + (folders[name]?.startsWith('@') === true ? 2 : 1);
  // The path may lead through other folders first, where node_modules is a link.
  for (let from = 0; from < name; from++) {
    const place = folders.slice(from, end).join('/');
    if (place in lockFile) return place;
  }
  throw new Error(`The lock file does not know what ${path} belongs to.`);
}
