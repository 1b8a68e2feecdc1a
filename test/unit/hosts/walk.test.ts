import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { glob } from 'tinyglobby';
import { NodeHost, plansBelow } from '../../../server/src/hosts/node.ts';

/** What is found below a folder, beside what a library for patterns finds there. */

const files = [
  'a.plan',
  'B.plan',
  'ä.plan',
  'no plan.txt',
  'loud.PLAN',
  '.hidden.plan',
  'trust/b.plan',
  'trust/[odd] {name}*.plan',
  'trust/.git/c.plan',
  'trust/ward.d/d.plan',
  'trust/ward.d/mustdo.json',
  'trust/ward.d/.plan',
  'node_modules/e.plan',
  'trust/node_modules/package/f.plan',
  'node_modules.old/g.plan',
  'other/mustdo.json',
  'other/deep/h.plan',
  'mustdo.json',
];

/** Each link, and where it leads. */
const links: Readonly<Record<string, string>> = {
  'linked.plan': 'no plan.txt',
  'broken.plan': 'gone.plan',
  'to-trust': 'trust',
  'trust/up': '..',
  'trust/ward.d/again': '../ward.d',
  '.to-other': 'other',
  'trust/node_modules.link': '../node_modules',
  'plan.plan.link': 'a.plan',
};

describe('what is found on disk', () => {
  let root = '';
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'mustdo-walk-'));
    for (const file of files) {
      mkdirSync(join(root, dirname(file)), { recursive: true });
      writeFileSync(join(root, file), '');
    }
    for (const [link, to] of Object.entries(links)) symlinkSync(to, join(root, link));
  });
  after(() => {
    rmSync(root, { recursive: true });
  });

  const byPattern = async (pattern: string): Promise<string[]> => {
    const ignore = ['**/node_modules/**', '**/.*/**'];
    const found = await glob(pattern, { cwd: root, ignore, expandDirectories: false });
    return found.sort();
  };

  it('is every plan that the pattern **/*.plan finds outside hidden folders and node_modules', async () => {
    const found = await plansBelow(root);
    assert.deepEqual(found, await byPattern('**/*.plan'));
    for (const path of ['a.plan', 'linked.plan', 'to-trust/ward.d/d.plan', 'trust/up/a.plan']) {
      assert.ok(found.includes(path), path);
    }
    assert.ok(!found.some((path) => path.includes('up/trust/up/')), 'links lead in circles');
  });

  it('is no plan of a project in a folder below, nor what is excluded', async () => {
    const nested = await byPattern('*/**/mustdo.json');
    const folders = nested.map((path) => dirname(path));
    const all = await byPattern('**/*.plan');
    const own = all.filter((path) => !folders.some((folder) => path.startsWith(`${folder}/`)));
    const host = new NodeHost(root);
    assert.deepEqual(await host.list([]), own);
    assert.deepEqual(
      await host.list(['trust/']),
      own.filter((path) => !path.split('/').includes('trust')),
    );
  });

  it('is nothing in a folder that is not there', async () => {
    assert.deepEqual(await plansBelow(join(root, 'gone')), []);
  });
});
