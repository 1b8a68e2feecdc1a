import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { writeAll } from '../../../server/src/hosts/write-all.ts';
import { Folder } from '../../support/command.ts';

describe('Files that are written all or none', () => {
  it('are all there', async () => {
    using folder = new Folder({ 'a.plan': 'old' });
    const files = new Map([
      ['a.plan', 'A'],
      ['b.plan', 'B'],
    ]);
    assert.equal(await writeAll(folder.path, files), undefined);
    assert.deepEqual(readdirSync(folder.path).sort(), ['a.plan', 'b.plan']);
    assert.equal(readFileSync(folder.at('a.plan'), 'utf8'), 'A');
  });

  it('are as they were where one of them cannot be written, and those that are new are gone', async () => {
    using folder = new Folder({ 'a.plan': 'old' });
    mkdirSync(folder.at('c.plan'));
    const files = new Map([
      ['a.plan', 'A'],
      ['b.plan', 'B'],
      ['c.plan', 'C'],
    ]);
    const wrong = await writeAll(folder.path, files);
    assert.equal(wrong?.path, 'c.plan');
    assert.notEqual(wrong.wrong, '');
    assert.deepEqual(readdirSync(folder.path).sort(), ['a.plan', 'c.plan']);
    assert.equal(readFileSync(folder.at('a.plan'), 'utf8'), 'old');
  });
});
