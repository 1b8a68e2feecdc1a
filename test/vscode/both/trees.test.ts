import * as vscode from 'vscode';
import { eventually, includes, ok, same } from '../support/assert.ts';
import { extension, fileAt, open, revertAll } from '../support/editor.ts';
import { ready } from '../support/flags.ts';

/** What the manifest says; VS Code itself has put the words in. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

const manifest = (): Manifest => extension().packageJSON as Manifest;

describe('the side bar', () => {
  before(ready);
  after(revertAll);

  it('shows each of its views', async () => {
    const views = manifest().contributes.views.mustdo ?? [];
    same(views.length, 5);
    for (const { id } of views) await vscode.commands.executeCommand(`${id}.focus`);
  });

  it('has a command for each that the manifest lists, with its words in English', async () => {
    const registered = await vscode.commands.getCommands(true);
    const { commands } = manifest().contributes;
    includes(
      registered,
      commands.map(({ command }) => command),
    );
    for (const { command, title } of commands) ok(!title.startsWith('%'), command);
  });

  it('groups what needs attention by owner, and back', async () => {
    await vscode.commands.executeCommand('mustdo.attention.focus');
    await vscode.commands.executeCommand('mustdo.attentionByOwner');
    await vscode.commands.executeCommand('mustdo.attentionByCheck');
  });

  it('bears commands of its nodes without a node', async () => {
    await vscode.commands.executeCommand('mustdo.goTo');
    await vscode.commands.executeCommand('mustdo.copyRow', 'nothing', [{}, 7]);
  });

  it('goes to the text of what is chosen', async () => {
    await open('plan.plan');
    await vscode.commands.executeCommand('mustdo.deadlines.focus');
    await eventually(async () => {
      // The overdue actions are unfolded; the first of them is the second line.
      await vscode.commands.executeCommand('list.focusFirst');
      await vscode.commands.executeCommand('list.focusDown');
      await vscode.commands.executeCommand('list.select');
      const shown = vscode.window.activeTextEditor?.document.uri.toString();
      ok(shown !== fileAt('plan.plan').toString(), 'the text of the action is not shown');
      await vscode.commands.executeCommand('mustdo.deadlines.focus');
    });
    const editor = vscode.window.activeTextEditor;
    const line = editor?.document.lineAt(editor.selection.active.line).text ?? '';
    ok(line.startsWith('action '), line);
  });
});

describe('the status bar and the notice', () => {
  it('are off unless somebody wants a notice', () => {
    same(vscode.workspace.getConfiguration('mustdo').get('dailyNotice'), false);
  });
});
