import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { eventually, ok, same } from '../support/assert.ts';
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

  const removeHere = (folder: vscode.Uri) =>
    vscode.workspace.fs.delete(folder, { recursive: true });
  const removeOutside = ({ fsPath }: vscode.Uri) => rmSync(fsPath, { recursive: true });
  for (const [how, stillOpen, remove] of [
    ['in VS Code, while one is open', true, removeHere],
    ['outside the editor', false, removeOutside],
  ] as const) {
    it(`being deleted with their folder, ${how}, take their flags with them`, async () => {
      const folder = fileAt('later');
      mkdirSync(folder.fsPath);
      writeFileSync(fileAt('later/mustdo.json').fsPath, '{ "asAt": "2018-07-01" }\n');
      writeFileSync(fileAt('later/late.plan').fsPath, 'action L "Late" {\n  due 2018-01\n}\n');
      const { document } = await open('later/late.plan');
      await eventually(() => same(flagged(document, 'overdue').length, 1));
      if (!stillOpen) await revertAll();
      await remove(folder);
      if (stillOpen) await revertAll();
      await eventually(() =>
        same(
          flagsOfEditor().filter((flag) => flag.startsWith('late.')),
          [],
        ),
      );
    });
  }
});
