import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { FilesTogether, writeFolder } from '../../../server/src/hosts/write.ts';
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

describe('Files that are written one after the other and appear together', () => {
  it('are not there before they are kept, and replace what was', async () => {
    using folder = new Folder({ 'pack/a.txt': 'Old', 'pack/other.txt': 'Other' });
    await using files = new FilesTogether(folder.at('pack'));
    assert.equal(await files.add('a.txt', 'New'), undefined);
    assert.equal(await files.add('b.txt', 'B'), undefined);
    assert.equal(readFileSync(folder.at('pack/a.txt'), 'utf8'), 'Old');
    assert.equal(await files.keep(), undefined);
    assert.equal(readFileSync(folder.at('pack/a.txt'), 'utf8'), 'New');
    assert.equal(readFileSync(folder.at('pack/b.txt'), 'utf8'), 'B');
  });

  it('leave nothing else behind', async () => {
    using folder = new Folder({ 'pack/other.txt': 'Other' });
    {
      await using files = new FilesTogether(folder.at('pack'));
      await files.add('a.txt', 'A');
      await files.keep();
    }
    assert.deepEqual(readdirSync(folder.at('pack')).sort(), ['a.txt', 'other.txt']);
  });

  it('leave nothing, nor the folders that were made for them, when they are not kept', async () => {
    using folder = new Folder();
    {
      await using files = new FilesTogether(folder.at('new/pack'));
      await files.add('a.txt', 'A');
      assert.deepEqual(readdirSync(folder.path), ['new']);
    }
    assert.deepEqual(readdirSync(folder.path), []);
  });

  it('say in a sentence which of them is in the way of a folder', async () => {
    using folder = new Folder({ 'pack/a.txt/more.txt': 'A folder by that name' });
    {
      await using files = new FilesTogether(folder.at('pack'));
      await files.add('a.txt', 'A');
      assert.match((await files.keep()) ?? '', /pack\/a\.txt cannot be written: .+\.$/);
    }
    assert.deepEqual(readdirSync(folder.at('pack')), ['a.txt']);
  });

  it('say in a sentence that a file stands where their folder should be', async () => {
    using folder = new Folder({ pack: 'A file' });
    await using files = new FilesTogether(folder.at('pack'));
    assert.match((await files.add('a.txt', 'A')) ?? '', /pack cannot be made: .+\.$/);
  });
});
