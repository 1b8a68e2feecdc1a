import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { eventually, ok } from '../support/assert.ts';
import { fileAt, flagged, open, replace, revertAll } from '../support/editor.ts';
import { flagsOfCommand, flagsOfEditor, sameFlags } from '../support/flags.ts';
import { mustdoCheck } from '../support/command-line.ts';

const expected = () => flagsOfCommand(mustdoCheck(fileAt('').fsPath));

describe('files that change', () => {
  afterEach(revertAll);

  it('on disk, outside the editor, are read again', async () => {
    const path = fileAt('actions-corporate.plan').fsPath;
    const text = readFileSync(path, 'utf8');
    await open('actions-amh-ld.plan');
    await sameFlags(expected());
    try {
      writeFileSync(path, `${text}\naction NEW "Nobody’s" {\n  sro NOBODY\n}\n`);
      const changed = expected();
      ok(JSON.stringify(changed).includes('NOBODY'), 'the command line says nothing of it');
      await sameFlags(changed);
    } finally {
      writeFileSync(path, text);
    }
    await sameFlags(expected());
  });

  it('being deleted while open, keep what is in the editor; closed, they are gone', async () => {
    const name = 'actions-chs.plan';
    const path = fileAt(name).fsPath;
    const text = readFileSync(path, 'utf8');
    const before = expected();
    const { document } = await open(name);
    await sameFlags(before);

    try {
      rmSync(path);
      await replace(document, 'directorate CHS', 'directorate NONE');
      await eventually(() => ok(flagged(document, 'unknown-reference').length > 0, 'not flagged'));
      await revertAll();
      await sameFlags(expected());

      ok(!flagsOfEditor().some((flag) => flag.startsWith(name)), 'a file that is gone has flags');
    } finally {
      writeFileSync(path, text);
    }
    await open('actions-amh-ld.plan');
    await sameFlags(before);
  });
});
