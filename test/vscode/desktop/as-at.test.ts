import * as vscode from 'vscode';
import { fileAt, open, revertAll } from '../support/editor.ts';
import { flagsOfCommand, sameFlags } from '../support/flags.ts';
import { mustdoCheck } from '../support/command-line.ts';

/** What the command line says of the folder that is open. */
const expected = (...args: string[]) => flagsOfCommand(mustdoCheck(fileAt('').fsPath, ...args));

const setting = (day: string | undefined): Thenable<void> =>
  vscode.workspace
    .getConfiguration('mustdo')
    .update('asAt', day, vscode.ConfigurationTarget.Workspace);

describe('the as-at date', () => {
  before(() => open('actions-amh-ld.plan'));
  after(revertAll);

  it('is the project’s own until it is set', () => sameFlags(expected()));

  it('changes the flags by command, and back', async () => {
    await vscode.commands.executeCommand('mustdo.setAsAt', '2018-11-01');
    await sameFlags(expected('--as-at', '2018-11-01'));
    await vscode.commands.executeCommand('mustdo.setAsAt', '');
    await sameFlags(expected());
  });

  it('changes the flags by setting, and back', async () => {
    await setting('2018-05-01');
    await sameFlags(expected('--as-at', '2018-05-01'));
    await setting(undefined);
    await sameFlags(expected());
  });
});
