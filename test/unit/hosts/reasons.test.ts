import assert from 'node:assert/strict';
import { reasonOf } from '../../../server/src/hosts/node.ts';

/** What the file system says of a file that cannot be read or written, in words; on any system, whichever the tests run on. */
describe('why a file cannot be read or written', () => {
  const failed = (code: string): Error => Object.assign(new Error(`${code}: no`), { code });
  const rows = [
    ['ENOENT', 'there is no such file or folder', 'there is no such file or folder'],
    ['EACCES', 'you may not read it', 'you may not write there'],
    ['EPERM', 'you may not read it', 'you may not write there, or another program has it open'],
    ['EBUSY', 'another program has it open', 'another program has it open'],
    ['EISDIR', 'it is a folder', 'it is a folder'],
    ['EEXIST', 'EEXIST: no', 'a file is in its way'],
    ['ENOTDIR', 'ENOTDIR: no', 'a file is in its way'],
    ['ENOSPC', 'the disk is full', 'the disk is full'],
    ['EDQUOT', 'your share of the disk is full', 'your share of the disk is full'],
    ['EFBIG', 'the disk takes no file that large', 'the disk takes no file that large'],
    ['EROFS', 'the disk cannot be written to', 'the disk cannot be written to'],
    ['ENAMETOOLONG', 'its name is too long', 'its name is too long'],
    ['EODD', 'EODD: no', 'EODD: no'],
  ] as const;
  for (const [code, reading, writing] of rows) {
    it(`is ${code} in words`, () => {
      assert.deepEqual([reasonOf(failed(code)), reasonOf(failed(code), true)], [reading, writing]);
    });
  }
});
