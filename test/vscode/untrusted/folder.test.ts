import * as vscode from 'vscode';
import { ok } from '../support/assert.ts';
import { extension, open, revertAll } from '../support/editor.ts';
import { flagsOfCommand, sameFlags } from '../support/flags.ts';

describe('a folder that nobody trusts', () => {
  after(revertAll);

  it('has its plans flagged: nothing in a plan is ever run', async () => {
    ok(!vscode.workspace.isTrusted, 'the folder is trusted');
    await open('actions-amh-ld.plan');
    await sameFlags(flagsOfCommand(expectedCheck));
    ok(extension().isActive, 'the extension does not run');
  });
});
