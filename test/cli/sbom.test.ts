import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import type { Bill } from '../support/bill.ts';
import { Folder } from '../support/command.ts';

/** The software bill of materials, against what the bundles themselves say they were made of. */

const repository = fileURLToPath(new URL('../../', import.meta.url));
const name = `mustdo-${manifest.version}`;

const products = [
  {
    file: `${name}.cdx.json`,
    bundles: [
      'mustdo.js',
      'mustdo-docx.mjs',
      'mustdo-imports.mjs',
      'mustdo-xlsx.mjs',
      'lsp.cjs',
    ].map((bundle) => `server/dist/${bundle}`),
  },
  {
    file: `${name}.vsix.cdx.json`,
    bundles: ['node.cjs', 'browser.cjs', 'server.cjs', 'server-worker.js', 'preview.js'].map(
      (bundle) => `client/dist/${bundle}`,
    ),
  },
];

/** Writes both bills into a folder of their own. */
function written(env: Readonly<Record<string, string>> = {}): Folder {
  const folder = new Folder();
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(repository, 'scripts/sbom.mjs'), folder.path],
    { encoding: 'utf8', env: { ...process.env, SOURCE_DATE_EPOCH: undefined, ...env } },
  );
  assert.equal(status, 0, stderr);
  return folder;
}

const text = (folder: Folder, file: string): string => readFileSync(folder.at(file), 'utf8');

/**
 * The packages that a bundle was made of, as they are on disk: those whose files its source map names, or the
 * comments that esbuild leaves where nothing is minified.
 */
function packagesIn(bundle: string): string[] {
  const { sources } = JSON.parse(readFileSync(join(repository, `${bundle}.map`), 'utf8')) as {
    sources: string[];
  };
  const comments = readFileSync(join(repository, bundle), 'utf8').matchAll(/^ *\/\/ (\S+)$/gm);
  const files = [
    ...sources.map((source) => join(dirname(bundle), source)),
    ...[...comments].map(([, file = '']) => file),
  ];
  const folders = files.flatMap((file) => {
    // What a package bundled before it was published is part of that package, whose own map calls it LIB.
    if (file.includes('webpack:')) return 'node_modules/vscode-uri';
    return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? [];
  });
  return [...new Set(folders)].map((folder) => {
    const path = resolve(repository, folder, 'package.json');
    const found = JSON.parse(readFileSync(path, 'utf8')) as { name: string; version: string };
    return `pkg:npm/${found.name.replace('@', '%40')}@${found.version}`;
  });
}

describe('the bill of materials', function () {
  this.timeout(60_000);
  let folder: Folder;
  before(() => (folder = written()));
  after(() => folder[Symbol.dispose]());

  for (const { file, bundles } of products) {
    const bill = (): Bill => JSON.parse(text(folder, file)) as Bill;

    describe(file, () => {
      it('is CycloneDX 1.6 of this version', () => {
        const { bomFormat, specVersion, metadata } = bill();
        assert.deepEqual([bomFormat, specVersion], ['CycloneDX', '1.6']);
        assert.equal(metadata.component.version, manifest.version);
      });

      it('names the packages that are in the bundles, and no others', () => {
        const inBundles = [...new Set(bundles.flatMap(packagesIn))].sort();
        const listed = bill().components.map(({ purl }) => purl);
        assert.notEqual(inBundles.length, 0);
        assert.deepEqual(listed.sort(), inBundles);
      });

      it('gives each its licence and what npm compares it with', () => {
        for (const { purl, licenses, hashes } of bill().components) {
          assert.ok(licenses[0]?.license?.id ?? licenses[0]?.expression, purl);
          assert.equal(hashes[0]?.alg, 'SHA-512', purl);
          assert.match(hashes[0].content, /^[0-9a-f]{128}$/, purl);
        }
      });

      it('says of each why it is there: something that is there uses it', () => {
        const { metadata, components, dependencies } = bill();
        const uses = new Map(dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
        const reached = new Set([metadata.component['bom-ref']]);
        for (const ref of reached) for (const next of uses.get(ref) ?? []) reached.add(next);
        reached.delete(metadata.component['bom-ref']);
        assert.deepEqual(
          [...reached].sort(),
          components.map((component) => component['bom-ref']).sort(),
        );
      });
    });
  }

  it('is the same each time, and has a time only where SOURCE_DATE_EPOCH gives one', () => {
    using again = written();
    using dated = written({ SOURCE_DATE_EPOCH: '1530403200' });
    for (const { file } of products) {
      assert.equal(text(again, file), text(folder, file));
      const { metadata } = JSON.parse(text(dated, file)) as Bill;
      assert.equal(metadata.timestamp, '2018-07-01T00:00:00.000Z');
    }
  });
});
