import * as vscode from 'vscode';
import { ok, same } from '../support/assert.ts';
import { fileAt, open, revertAll } from '../support/editor.ts';
import { ready } from '../support/flags.ts';

describe('committee papers', () => {
  before(ready);
  after(revertAll);

  it('are written into the folder that was chosen, and nothing besides', async () => {
    await open('plan.plan');
    const folder = fileAt('papers-for-the-committee');
    try {
      await vscode.commands.executeCommand('mustdo.makePapers', {
        folder,
        meeting: null,
        papers: ['overdue', 'coverage'],
        formats: ['html', 'markdown'],
      });
      const files = await vscode.workspace.fs.readDirectory(folder);
      const names = files.map(([name]) => name).sort();
      same(names, ['coverage.html', 'coverage.md', 'overdue.html', 'overdue.md']);
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, 'overdue.md'));
      const text = new TextDecoder().decode(bytes);
      ok(text.startsWith('# Exceptions: overdue and at risk\n'), text.slice(0, 80));
      ok(text.includes('\n**As at 1 July 2018**\n'), 'is not as at the day of the project');
    } finally {
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });
});
