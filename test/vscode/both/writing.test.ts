import * as vscode from 'vscode';
import { eventually, includes, ok, same } from '../support/assert.ts';
import { flagged, nameOf, open, placeOf, replace, revertAll } from '../support/editor.ts';
import { ready } from '../support/flags.ts';

describe('writing a plan', () => {
  before(ready);
  afterEach(revertAll);
  after(ready);

  it('renames an SRO in every file, and leaves no reference dangling', async () => {
    const { document } = await open('registries.plan');
    const place = placeOf(document, 'sro H┆ON "');
    const edit = await eventually(() =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        place,
        'DEPUTY-CHIEF-NURSE',
      ),
    );
    const names = edit.entries().map(([uri]) => nameOf(uri));
    includes(names, ['registries.plan', 'actions-amh-ld.plan']);
    ok(await vscode.workspace.applyEdit(edit), 'the rename was not applied');
    await vscode.commands.executeCommand('mustdo.checkAll');
    await eventually(() => same(unknownReferences(), []));
    const { document: actions } = await open('actions-amh-ld.plan');
    ok(!/\bsro +HON$/m.test(actions.getText()), 'a reference has its old name');
    ok(actions.getText().includes('DEPUTY-CHIEF-NURSE'), 'no reference has the new name');
  });

  it('flags a mistake as it is typed, and mends it by the lamp', async () => {
    const { document } = await open('actions-amh-ld.plan');
    await replace(document, 'committee    CEG\n', 'committee    CEGG\n');
    const [flag] = await eventually(() => {
      const flags = flagged(document, 'unknown-reference');
      same(flags.length, 1, 'not one flag');
      return flags;
    });
    ok(flag, 'no flag');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      flag.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ edit, title }) => edit !== undefined && title.includes('CEG'));
    ok(fix?.edit, `no such fix among: ${actions.map(({ title }) => title).join('; ')}`);
    ok(await vscode.workspace.applyEdit(fix.edit), 'the fix was not applied');
    await eventually(() => same(flagged(document, 'unknown-reference').length, 0));
  });

  it('formats what is untidy, and nothing else', async () => {
    const { document } = await open('actions-amh-ld.plan');
    const tidy = document.getText();
    await replace(document, '  sro          HON\n', '      sro HON\n');
    const edits = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
        'vscode.executeFormatDocumentProvider',
        document.uri,
        { tabSize: 2, insertSpaces: true },
      );
      ok(found !== undefined && found.length > 0, 'no edits');
      return found;
    });
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    ok(await vscode.workspace.applyEdit(edit), 'the formatting was not applied');
    same(document.getText(), tidy);
  });
});

const unknownReferences = (): string[] =>
  vscode.workspace.textDocuments.flatMap((document) =>
    flagged(document, 'unknown-reference').map(({ message }) => message),
  );
