import * as vscode from 'vscode';
import { eventually, ok, same } from '../support/assert.ts';
import { append, flagged, open, placeOf, replace, revertAll } from '../support/editor.ts';
import { ready } from '../support/flags.ts';
import { Heard } from '../support/heard.ts';

/** What is in the page is read from outside, on the journey; its title can be seen from here. */
const title = (): string | undefined =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(
      ({ input }) =>
        input instanceof vscode.TabInputWebview && input.viewType.includes('mustdo.preview'),
    )?.label;

describe('the preview', () => {
  before(ready);
  after(revertAll);

  it('opens beside the text, and leaves the cursor there', async () => {
    const { document } = await open('plan.plan');
    await vscode.commands.executeCommand('mustdo.preview');
    await eventually(() => same(title(), 'Preview: CQC action plan 2018'));
    same(vscode.window.tabGroups.all.length, 2);
    same(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
  });

  it('is opened, from the text, to show what the cursor is in', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const editor = await open('actions-amh-ld.plan');
    const place = placeOf(editor.document, 'action F┆');
    editor.selection = new vscode.Selection(place, place);
    using heard = new Heard();
    await vscode.commands.executeCommand('mustdo.showInPreview');
    await eventually(() => same(title(), 'Preview: CQC action plan 2018'));
    same(heard.words, []);
    same(vscode.window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
  });

  it('says so where no row is about what the cursor is in', async () => {
    const editor = await open('plan.plan');
    const place = placeOf(editor.document, '┆"CQC action plan 2018"');
    editor.selection = new vscode.Selection(place, place);
    using heard = new Heard();
    await vscode.commands.executeCommand('mustdo.showInPreview');
    ok(heard.words[0]?.startsWith('No row of the preview is about this.'), heard.words.join());
  });

  it('follows the text while some of it cannot be read', async () => {
    const { document } = await open('plan.plan');
    await append(document, '\nactoin {{{ "half a\n');
    await eventually(() => ok(flagged(document, 'unreadable').length > 0, 'not flagged'));
    await replace(document, '"CQC action plan 2018"', '"The same, broken"');
    await eventually(() => same(title(), 'Preview: The same, broken'));
  });
});
