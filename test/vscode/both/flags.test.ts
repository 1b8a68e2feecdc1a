import * as vscode from 'vscode';
import { ok } from '../support/assert.ts';
import { extension, open, revertAll } from '../support/editor.ts';
import { flagsOfCommand, sameFlags } from '../support/flags.ts';

describe('a plan that is opened', () => {
  after(revertAll);

  it('starts the extension', async () => {
    const { document } = await open('actions-amh-ld.plan');
    ok(document.languageId === 'mustdo', 'the language of the document is not mustdo');
    await extension().activate();
    const commands = await vscode.commands.getCommands(true);
    ok(commands.includes('mustdo.preview'), 'the commands are not there');
  });

  it('is flagged, with all files of its project, as the command line flags them', async () => {
    await sameFlags(flagsOfCommand(expectedCheck));
  });

  it('has each flag linked to its page', () => {
    const links = vscode.languages
      .getDiagnostics()
      .flatMap(([, diagnostics]) => diagnostics)
      .map(({ code }) => (typeof code === 'object' ? code.target.toString() : undefined));
    ok(links.length > 0 && links.every((link) => link?.includes('docs/checks/')), links.join(', '));
  });
});
