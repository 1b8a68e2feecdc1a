import * as vscode from 'vscode';
import { eventually, ok, same, there } from '../support/assert.ts';
import { extension, fileAt, flagged, revertAll } from '../support/editor.ts';
import { flagsOfEditor } from '../support/flags.ts';

describe('a folder without plans', () => {
  after(revertAll);

  it('does not start the extension', () => {
    ok(!extension().isActive, 'the extension runs');
  });

  it('bears every command', async () => {
    await vscode.commands.executeCommand('mustdo.checkAll');
    await vscode.commands.executeCommand('mustdo.restart');
    ok(extension().isActive, 'the extension does not run');
    same(flagsOfEditor(), []);
  });

  it('gets a first plan, which is read at once', async () => {
    await vscode.commands.executeCommand('mustdo.newPlan', {
      folder: fileAt(''),
      name: 'TRY-2026',
      title: 'A first plan',
    });
    const document = await eventually(() => {
      const active = there(vscode.window.activeTextEditor, 'no text is shown').document;
      ok(active.fileName.endsWith('TRY-2026.plan'), 'the plan is not shown');
      return active;
    });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(0), 'actoin X\n');
    ok(await vscode.workspace.applyEdit(edit), 'the edit was not applied');
    await eventually(() => ok(flagged(document, 'unreadable').length > 0, 'not flagged'));
  });

  it('flags a plan that is in no folder and in no file', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'mustdo',
      content: 'action A "Act" {\n  due 2018-06\n  sro HON\n}\n',
    });
    await vscode.window.showTextDocument(document);
    await eventually(() => ok(flagged(document, 'unknown-reference').length > 0, 'not flagged'));
  });
});

describe('the sample plan', () => {
  afterEach(revertAll);

  it('is shown without being written anywhere', async () => {
    await vscode.commands.executeCommand('mustdo.samplePlan', { show: true });
    await eventually(() => {
      const shown = vscode.window.activeTextEditor?.document;
      ok(shown?.isUntitled === true && shown.languageId === 'mustdo', 'the sample is not shown');
      ok(shown.getText().includes('plan GS-2026'), 'another text is shown');
    });
  });

  it('is written into a folder of its own, and never over one', async () => {
    const argument = { folder: fileAt('') };
    await vscode.commands.executeCommand('mustdo.samplePlan', argument);
    await eventually(() =>
      ok(
        vscode.window.activeTextEditor?.document.uri.path.endsWith('getting-started.plan') === true,
        'the sample is not shown',
      ),
    );
    const settings = fileAt('getting-started/mustdo.json');
    const { mtime } = await vscode.workspace.fs.stat(settings);
    await vscode.commands.executeCommand('mustdo.samplePlan', argument);
    same((await vscode.workspace.fs.stat(settings)).mtime, mtime);
  });
});
