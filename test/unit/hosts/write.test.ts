import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFolder } from '../../../server/src/hosts/write.ts';
import { Folder } from '../../support/command.ts';

describe('A folder that is written whole or not at all', () => {
  it('has all its files, and folders in it, or is not there', async () => {
    using folder = new Folder();
    const files = new Map([
      ['a.txt', 'A'],
      ['more/b.txt', 'B'],
    ]);
    assert.equal(await writeFolder(folder.at('kept/one'), files), undefined);
    assert.equal(readFileSync(folder.at('kept/one/more/b.txt'), 'utf8'), 'B');
    assert.deepEqual(readdirSync(folder.at('kept')), ['one']);
  });

  it('leaves nothing, not even the folder above that it made, when a file half way cannot be written', async () => {
    using folder = new Folder();
    const files = new Map([
      ['a', 'a file'],
      ['a/b', 'a file in a file'],
    ]);
    const reason = await writeFolder(folder.at('kept/one'), files);
    assert.equal(reason, 'a file is in its way');
    assert.deepEqual(readdirSync(folder.path), []);
  });

  it('leaves a folder that is there as it is', async () => {
    using folder = new Folder({ 'kept/one/old.txt': 'Old' });
    assert.notEqual(await writeFolder(folder.at('kept/one'), new Map([['a', 'A']])), undefined);
    assert.deepEqual(readdirSync(folder.at('kept/one')), ['old.txt']);
    assert.deepEqual(readdirSync(folder.at('kept')), ['one']);
  });
});
