import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import lock from '../../package-lock.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };
import { Packages, runtimes, verify } from '../../scripts/runtimes.mjs';
import type { Bill } from '../support/bill.ts';
import { Folder, mustdo, type Ran } from '../support/command.ts';
import { framed, initialize } from '../support/raw-wire.ts';

/** The folder for computers on which nothing may be installed, of this computer's platform. */

const repository = fileURLToPath(new URL('../../', import.meta.url));
const platform = `${process.platform}-${process.arch}`;
const name = `mustdo-${manifest.version}-${platform}`;
const windows = process.platform === 'win32';
const checkPlans = { win32: 'Check plans.cmd', darwin: 'Check plans.command' }[
  process.platform as string
];

/** Makes the archive. It is left uncompressed, which differs in nothing but time and size. */
function make(folder: Folder): string {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['scripts/portable.mjs', '--platform', platform, '--uncompressed', '--to', folder.path],
    { cwd: repository, encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
  return folder.at(`${name}.zip`);
}

const digest = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

/** Where no other program can be found. A .cmd is nothing without a shell. */
const alone = {
  cwd: repository,
  env: windows ? { SystemRoot: process.env.SystemRoot, PATH: '' } : { PATH: '/nowhere' },
  shell: windows && (process.env.ComSpec ?? true),
};
const quoted = (path: string): string => (windows ? `"${path}"` : path);

function start(path: string, args: readonly string[], input = ''): Ran {
  const { status, stdout, stderr } = spawnSync(quoted(path), args, {
    ...alone,
    encoding: 'utf8',
    input,
    timeout: 30_000,
  });
  return { code: status, out: stdout, err: stderr };
}

describe('the portable folder', function () {
  this.timeout(120_000);
  const lpt = 'samples/lpt-cqc-2018';
  let folder: Folder;
  let archive: string;
  const files: string[] = [];
  const at = (path: string): string => folder.at(`a b/${name}/${path}`);
  const launcher = (): string => at(windows ? 'mustdo.cmd' : 'mustdo');

  before(async () => {
    folder = new Folder();
    archive = make(folder);
    const zip = await JSZip.loadAsync(readFileSync(archive));
    for (const [path, file] of Object.entries(zip.files)) {
      folder.write(`a b/${path}`, await file.async('nodebuffer'));
      chmodSync(folder.at(`a b/${path}`), Number(file.unixPermissions) & 0o777);
      files.push(path);
    }
  });
  after(() => folder[Symbol.dispose]());

  it('checks as the built command line does, from a folder with a blank in its name, and without another Node', () => {
    const built = mustdo(['check', lpt]);
    assert.equal(built.code, 1);
    assert.deepEqual(start(launcher(), ['check', lpt]), built);
  });

  it('starts through a link', () => {
    if (windows) return;
    symlinkSync(at('mustdo'), folder.at('to mustdo'));
    symlinkSync('to mustdo', folder.at('link'));
    const { PATH = '' } = process.env;
    const { stdout, stderr } = spawnSync(folder.at('link'), ['--version'], {
      env: { PATH },
      encoding: 'utf8',
    });
    assert.equal(stdout, `${manifest.version}\n`, stderr);
  });

  it('asks after a double click for a folder, and has a sample for those without', () => {
    const script = at(checkPlans ?? 'Check plans.sh');
    const sample = start(script, [], '\n\n');
    assert.match(sample.out, /^As at 30 September 2026: 3 actions/m, sample.err);
    const blank = at('samples/getting-started');
    for (const dragged of windows
      ? [`"${blank}"`]
      : [`${blank.replaceAll(' ', '\\ ')} `, `'${blank}'`]) {
      assert.equal(start(script, [], `${dragged}\n\n`).out, sample.out, dragged);
    }
  });

  it('serves editors', async () => {
    const server = spawn(quoted(launcher()), ['lsp', '--stdio'], alone);
    server.stdin.write(framed(initialize(at('samples'))));
    let said = '';
    for await (const bytes of server.stdout) {
      said += String(bytes);
      if (said.includes('"capabilities":{')) break;
    }
    server.stdin.end(framed({ jsonrpc: '2.0', method: 'exit' }));
    assert.match(said, /"capabilities":\{/);
  });

  it('holds what is promised, and nothing else', () => {
    assert.deepEqual(
      files.sort(),
      [
        checkPlans ?? 'Check plans.sh',
        'READ ME.txt',
        'licences/Mustdo.txt',
        'licences/Node.txt',
        'licences/Packages.txt',
        windows ? 'mustdo.cmd' : 'mustdo',
        'mustdo.cdx.json',
        'program/lsp.cjs',
        'program/mustdo-docx.mjs',
        'program/mustdo-imports.mjs',
        'program/mustdo-xlsx.mjs',
        'program/mustdo.mjs',
        windows ? 'program/node.exe' : 'program/node',
        'samples/getting-started/getting-started.plan',
        'samples/getting-started/mustdo.json',
      ]
        .map((path) => `${name}/${path}`)
        .sort(),
    );
    assert.doesNotMatch(readFileSync(at('READ ME.txt'), 'utf8'), /[{}]/, 'all is filled in');
  });

  it('has a bill of materials with its Node, and the licences of all that the bill lists', () => {
    const { components } = JSON.parse(readFileSync(at('mustdo.cdx.json'), 'utf8')) as Bill;
    const node = components.find(({ type }) => type === 'platform');
    assert.equal(`v${node?.version ?? ''}`, start(at('program/node'), ['--version']).out.trim());
    const licences = readFileSync(at('licences/Packages.txt'), 'utf8');
    for (const { type, purl } of components) {
      const title = decodeURIComponent(purl.replace('pkg:npm/', '')).replace(/@(?=[^@]*$)/, ' ');
      assert.equal(licences.includes(`\n${title} (`), type === 'library', title);
    }
    assert.doesNotMatch(licences, /has no text of its licence/);
    assert.match(readFileSync(at('licences/Node.txt'), 'utf8'), /Node\.js is licensed/);
  });

  it('is the same, byte for byte, each time it is made', () => {
    using again = new Folder();
    assert.equal(digest(make(again)), digest(archive));
  });
});

describe('the Node in a portable folder', () => {
  const oldest = Number(/\d+/.exec(manifest.engines.node)?.[0]);

  for (const [id, runtime] of Object.entries(runtimes)) {
    it(`is pinned for ${id}, and new enough`, () => {
      assert.match(runtime.integrity, /^sha512-[\w+/]{86}==$/);
      assert.ok(Number.parseInt(runtime.version) >= oldest);
      const { name: packageName, licenceFrom } = runtime;
      if (licenceFrom !== undefined)
        assert.equal(runtimes[licenceFrom]?.version, runtime.version, 'whose licence it is');
      const locked = Object.entries(lock.packages).find(
        ([place]) => place === `node_modules/${packageName}`,
      )?.[1];
      if (locked === undefined) return;
      assert.ok('integrity' in locked);
      assert.deepEqual([locked.version, locked.integrity], [runtime.version, runtime.integrity]);
    });
  }

  it('is not taken when a byte of it differs', () => {
    const bytes = Buffer.from('what was pinned');
    const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    verify(bytes, integrity, 'a package');
    assert.throws(
      () => verify(Buffer.from('what was pinneD'), integrity, 'a package'),
      /a package is not what was pinned/,
    );
  });

  it('comes without the network where the project has it installed', () => {
    const runtime = runtimes[platform];
    assert.ok(runtime);
    using packages = new Packages();
    assert.deepEqual(
      packages.node(runtime).program,
      readFileSync(join(repository, 'node_modules', runtime.name, runtime.program)),
    );
  });
});
