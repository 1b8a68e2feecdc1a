// Starts VS Code with the tests of some folders inside it.
import { runTests } from '@vscode/test-electron';
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleTests } from './bundle.mjs';
import { prepareFolder } from './folder.mjs';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @typedef {object} Launch
 * @property {string} group what it is called on the command line
 * @property {string} what what it is, for people
 * @property {readonly string[]} tests the folders of its tests
 * @property {'sample' | 'no plan'} open what is open
 * @property {boolean} [web] in the web worker host, from the browser entry
 * @property {boolean} [untrusted] nobody has said that the folder is to be trusted
 * @property {boolean} [packaged] the extension is installed from its .vsix
 */

/** @type {readonly Launch[]} */
export const launches = [
  { group: 'desktop', what: 'the extension', tests: ['both', 'desktop'], open: 'sample' },
  { group: 'desktop', what: 'a folder without plans', tests: ['no-plan'], open: 'no plan' },
  {
    group: 'desktop',
    what: 'a folder that nobody trusts',
    tests: ['untrusted'],
    open: 'sample',
    untrusted: true,
  },
  {
    group: 'web',
    what: 'the extension as in a browser',
    tests: ['both', 'web'],
    open: 'sample',
    web: true,
  },
  {
    group: 'vsix',
    what: 'the package, installed',
    tests: ['packaged'],
    open: 'sample',
    packaged: true,
  },
];

/**
 * Whether the tests passed.
 * @param {Launch} launch @param {string} executable @param {string} grep
 */
export async function launch({ tests, open, web, untrusted, packaged }, executable, grep) {
  using prepared = prepareFolder(open);
  try {
    const extensionDevelopmentPath = packaged ? installPackage(executable, prepared) : repository;
    const extensionTestsPath = await bundleTests(tests, {
      web: web ?? false,
      define: {
        grep,
        expectedCheck: open === 'sample' ? checkOf(prepared.opened) : null,
        expectedImports: tests.includes('both') ? importsOf() : [],
      },
    });
    const extensionTestsEnv = {
      MUSTDO_TEST_NODE: process.execPath,
      MUSTDO_TEST_REPOSITORY: repository,
    };
    const launchArgs = [
      prepared.opened,
      `--user-data-dir=${prepared.userData}`,
      `--extensions-dir=${prepared.extensions}`,
      ...(web ? ['--extensionDevelopmentKind=web'] : []),
      ...(packaged ? [] : ['--disable-extensions']),
    ];
    const what = { extensionDevelopmentPath, extensionTestsPath, extensionTestsEnv, launchArgs };
    if (untrusted) return await runUntrusted(executable, what);
    await runTests({ vscodeExecutablePath: executable, ...what });
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/**
 * As `runTests`, which says of every folder that it is trusted.
 * @param {string} executable
 * @param {{ extensionDevelopmentPath: string, extensionTestsPath: string,
 *   extensionTestsEnv: Record<string, string>, launchArgs: string[] }} what
 */
async function runUntrusted(executable, what) {
  const child = spawn(
    executable,
    [
      ...what.launchArgs,
      ...['--no-sandbox', '--disable-updates'],
      `--extensionDevelopmentPath=${what.extensionDevelopmentPath}`,
      `--extensionTestsPath=${what.extensionTestsPath}`,
    ],
    { env: { ...process.env, ...what.extensionTestsEnv }, stdio: 'inherit' },
  );
  return (await new Promise((resolve) => child.once('exit', resolve))) === 0;
}

/** What the command line says of a plan. @param {string} folder @returns {unknown} */
function checkOf(folder) {
  const args = ['server/bin/mustdo.js', 'check', folder, '--format', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: repository,
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr || 'Nothing is built: run npm run build first.');
  return JSON.parse(stdout);
}

/** A workbook and a document, and what the command line makes of them. */
function importsOf() {
  const folder = mkdtempSync(join(tmpdir(), 'mustdo-imports-'));
  const map = JSON.stringify({ columns: { Lead: 'sro' }, colours: { amber: 'at-risk' } });
  writeFileSync(join(folder, 'map.json'), map);
  try {
    return ['must-should.xlsx', 'special-measures.docx'].map((name) => {
      const bytes = readFileSync(join(repository, 'test/fixtures/imports', name));
      writeFileSync(join(folder, name), bytes);
      const bin = join(repository, 'server/bin/mustdo.js');
      const args = [bin, 'import', name, '-o', `of-${name}`, '--map', 'map.json'];
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder });
      if (status !== 0) throw new Error(String(stderr));
      const made = join(folder, `of-${name}`);
      /** @type {Record<string, string>} */
      const files = {};
      for (const file of readdirSync(made)) files[file] = readFileSync(join(made, file), 'utf8');
      return { name, bytes: bytes.toString('base64'), map, files };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Installs the extension as its users do. VS Code wants an extension under development where there are
 * tests, so it gets one with nothing in it; its folder is returned.
 * @param {string} executable @param {import('./folder.mjs').Prepared} prepared
 */
function installPackage(executable, { extensions, userData, probe }) {
  const path = join(repository, 'output/mustdo-0.1.0.vsix');
  if (!existsSync(path)) throw new Error('There is no package: run npm run package first.');
  const { status } = spawnSync(
    executable,
    [
      `--install-extension=${path}`,
      `--extensions-dir=${extensions}`,
      `--user-data-dir=${userData}`,
    ],
    { stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('The package could not be installed.');
  mkdirSync(probe);
  const manifest = {
    name: 'probe',
    publisher: 'mustdo-tests',
    version: '0.0.1',
    engines: { vscode: '*' },
  };
  writeFileSync(join(probe, 'package.json'), JSON.stringify(manifest));
  return probe;
}
